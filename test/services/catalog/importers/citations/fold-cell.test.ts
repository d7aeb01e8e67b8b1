import fc from 'fast-check';
import { foldCell } from '../../../../../services/catalog/importers/citations/fold-cell';

describe('foldCell', () => {
  it('keeps every offset: what is found in the folded text stands there in the printed one', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(foldCell(text)).toHaveLength(text.length)));
  });

  it('is done after one pass', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(foldCell(foldCell(text))).toBe(foldCell(text))));
  });

  it('brings brackets, marks, digits and blanks to one form', () => {
    expect(foldCell('＜水法＞(２０１６年):第１２条,[3];\u3000\u00a0')).toBe('〈水法〉（2016年）：第12条，〔3〕；  ');
  });
});
