import { recogniseDrafts, type KnownDraft, type ReportedPower } from '../../../../../services/catalog/rules/review-cycle/recognise-drafts';
import { power } from '../../../../support/powers';
import { WATER } from './a-cycle';

const said = (name: string, more: Partial<ReportedPower> = {}): ReportedPower => ({ ...power(name), agencyCode: WATER, officeIds: [], ...more });
/** What a cycle holds after these were reported. */
const stored = (powers: ReportedPower[]): KnownDraft[] =>
  recogniseDrafts(powers, [], true).map(({ power: { publishedCode }, naturalKey }, i) => ({ id: `${i + 1}`, naturalKey, agencyCode: WATER, publishedCode }));
const again = (powers: ReportedPower[], drafts: KnownDraft[], wholeFile = true) => recogniseDrafts(powers, drafts, wholeFile).map(({ draft }) => draft?.id ?? null);

describe('what is reported again is recognised', () => {
  it('by its words', () => expect(again([said('乙'), said('丙'), said('甲')], stored([said('甲'), said('乙')]))).toEqual(['2', null, '1']));
  it('by the code a file gives to one row, though the name has changed', () =>
    expect(again([said('取水审批', { publishedCode: 'X 1' })], stored([said('取水许可', { publishedCode: 'X1' })]))).toEqual(['1']));
  it('not by a code that several rows share', () => {
    const shared = [said('甲', { publishedCode: 'X1' }), said('乙', { publishedCode: 'X1' })];
    expect(again(shared.toReversed(), stored(shared))).toEqual(['2', '1']);
  });
  it('not by a code when it comes item by item: nobody sees then that others share it', () =>
    expect(again([said('乙', { publishedCode: 'X1' })], stored([said('甲', { publishedCode: 'X1' })]), false)).toEqual([null]));
  it('by the item it names itself, before anything else', () => {
    const drafts = stored([said('甲'), said('乙')]);
    expect(again([said('乙', { draftId: '1' }), said('乙')], drafts)).toEqual(['1', '2']);
  });
  it('rows repeated word for word one by one', () => {
    const drafts = stored([said('甲'), said('甲')]);
    expect(again([said('甲'), said('甲'), said('甲')], drafts)).toEqual(['1', '2', null]);
  });
  it('one row is one item: two do not claim the same', () => {
    const drafts = stored([said('甲')]);
    expect(again([said('甲', { draftId: '1' }), said('丙', { draftId: '1' })], drafts)).toEqual(['1', null]);
  });
  it('with keys that are unique among all of them', () => {
    const drafts = stored([said('甲'), said('乙'), said('甲')]);
    const keys = recogniseDrafts([said('甲', { draftId: '2' }), said('甲')], drafts, true).map(({ naturalKey }) => naturalKey);
    expect(new Set([...keys, drafts[2]!.naturalKey]).size).toBe(3);
  });
});
