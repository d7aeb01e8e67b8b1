import { amendedFacts, amendedKey, decideAmend } from '../../../../../services/catalog/rules/adjustments/amend';
import { facts, given, held, named, no, yes } from './given';

const amend = (item = held('A'), amended: Parameters<typeof decideAmend>[1], heldBy: string | null = null) => decideAmend(given([named(item)]), amended, heldBy);

describe('domain §4 修改', () => {
  it('restates what is said; state and conditions stay', () => {
    const [changed] = yes(amend(held('A', 'SUSPENDED', { conditions: '须公示' }), { name: '取水许可', remark: undefined })).changes;
    expect(changed).toMatchObject({ status: 'SUSPENDED', conditions: '须公示', event: 'ItemAmended', restated: { facts: { ...facts('A'), name: '取水许可' } } });
  });
  it('is refused when nothing is said differently', () => expect(no(amend(held('A'), { name: '事项A' }))).toEqual(['NOTHING_CHANGES', 'P7']));
  it('does not take the basis away: what has none is cancelled (P14)', () => expect(no(amend(held('A'), { citations: [] }))).toEqual(['MISSING_BASIS', 'P14']));
  it('does not take name or level away (P2)', () => {
    expect(no(amend(held('A'), { name: ' ' }))).toEqual(['INVALID_NAME', 'P2']);
    expect(no(amend(held('A'), { levels: [] }))).toEqual(['MISSING_LEVEL', 'P2']);
  });
  it('does not take another item’s words (P7)', () => expect(no(amend(held('A'), { name: '乙' }, 'B'))).toEqual(['NAME_TAKEN', 'P7']));
});

describe('what recognises an amended item in the next import', () => {
  const byWords = held('A', 'LISTED', { naturalKey: '140100013|LICENSE|事项A||MUNICIPAL|2' });
  const key = (item: typeof byWords, amended: Parameters<typeof amendedFacts>[1]) => amendedKey(item, amendedFacts(item, amended));
  it('is its code, where it has one', () => expect(key(held('A'), { name: '取水许可' })).toBe('code|140100013|A'));
  it('is its words, as long as they stay', () => expect(key(byWords, { remark: '注' })).toBe(byWords.naturalKey));
  it('is its new words', () => {
    expect(key(byWords, { name: '取水许可' })).toBe('140100013|LICENSE|取水许可||MUNICIPAL|1');
    expect(key(byWords, { levels: ['COUNTY'] })).toBe('140100013|LICENSE|事项A||COUNTY|1');
  });
  it('has no level where the list prints none', () => {
    expect(key(held('A', 'LISTED', { naturalKey: '140100013|LICENSE|事项A|||1' }), { name: '取水许可' })).toBe('140100013|LICENSE|取水许可|||1');
  });
});
