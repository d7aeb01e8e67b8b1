import fc from 'fast-check';
import { foldText, indexGrams, termGrams } from '../../../../services/catalog/rules/search-grams';

const covers = (text: string, term: string): boolean => {
  const grams = new Set(indexGrams([foldText(text)]));
  return termGrams(foldText(term)).every((gram) => grams.has(gram));
};

describe('the search index', () => {
  it('covers every substring of a text, of one, two or more characters', () => {
    const text = fc.string({ unit: fc.constantFrom(...'取水许可证核发建设abＡ１条'), minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(text, fc.nat(), fc.integer({ min: 1, max: 8 }), (whole, at, length) => {
        const start = at % whole.length;
        return covers(whole, whole.slice(start, start + length));
      }),
    );
  });
  it('leaves out texts that lack a pair of the term', () => {
    expect(covers('取水许可', '水取')).toBe(false);
    expect(covers('取水许可', '证')).toBe(false);
  });
  it('keeps texts apart: no pair spans two of them', () => {
    expect(indexGrams(['取', '水'])).not.toEqual(expect.arrayContaining(termGrams('取水')));
  });
  it('folds width, case and white space', () => {
    expect(foldText('ＡＢc　取 水\n许可')).toBe('abc取水许可');
  });
});
