import { identifyItems, parentCodes, type KnownItem, type PlacedPower } from '../../../../services/catalog/rules/identify-items';
import { power } from '../../../support/powers';

const AGENCY = '140100013';
const typeCodes = { LICENSE: '01', PENALTY: '02' };
const placed = (name: string, more: Partial<PlacedPower> = {}): PlacedPower => ({
  ...power(name),
  agencyCode: AGENCY,
  officeIds: [],
  ...more,
});
const identify = (powers: PlacedPower[], known: KnownItem[] = [], taken: string[] = []) =>
  identifyItems(powers, { known, taken: new Set(taken), typeCodes });
const asKnown = (identities: ReturnType<typeof identify>): KnownItem[] =>
  identities.map(({ code, publishedCode, naturalKey }) => ({ code, publishedCode, naturalKey }));

describe('the identity of listed items', () => {
  it('keeps a published code, white space aside', () => {
    expect(identify([placed('取水许可', { publishedCode: '0011 1009' })])[0]).toMatchObject({
      code: '00111009',
      codeScheme: 'PUBLISHED',
      known: null,
    });
  });
  it('gives 17 digits where the list gives none: agency, type, serial, sub-item', () => {
    const [first, second] = identify([placed('甲'), placed('乙')]);
    expect(first!.code).toBe(`${AGENCY}01000100`);
    expect(second!.code).toBe(`${AGENCY}01000200`);
  });
  it('numbers sub-items under their item', () => {
    const identities = identify([placed('甲'), placed('甲', { subItem: '子一' }), placed('甲', { subItem: '子二' })]);
    expect(identities.map(({ code }) => code.slice(-6))).toEqual(['000100', '000101', '000102']);
    expect(parentCodes(identities)).toEqual(
      new Map([
        [`${AGENCY}01000101`, `${AGENCY}01000100`],
        [`${AGENCY}01000102`, `${AGENCY}01000100`],
      ]),
    );
  });
  it('takes the same name on the municipal and the county sheet for two items', () => {
    const [city, county] = identify([placed('甲'), placed('甲', { levels: ['COUNTY'] })]);
    expect(city!.code).not.toBe(county!.code);
  });
  it('gives the same codes when the same list comes again, whatever the order', () => {
    const list = [placed('甲'), placed('乙', { publishedCode: 'X1' }), placed('甲', { subItem: '子' }), placed('丙'), placed('丙')];
    const first = identify(list);
    const again = identify(list, asKnown(first));
    expect(again.map(({ code }) => code)).toEqual(first.map(({ code }) => code));
    expect(again.every(({ known }) => known !== null)).toBe(true);
    const turned = identify(list.toReversed(), asKnown(first));
    expect(new Set(turned.map(({ code }) => code))).toEqual(new Set(first.map(({ code }) => code)));
  });
  it('never lets two rows share a code, also where the list prints one code twice', () => {
    const codes = identify([placed('甲', { publishedCode: 'X' }), placed('乙', { publishedCode: 'X' })]).map(({ code }) => code);
    expect(new Set(codes).size).toBe(2);
  });
  it('follows an item whose list gave it a code, or a new name under its old code', () => {
    const first = identify([placed('甲'), placed('乙', { publishedCode: 'Y1' })]);
    const [coded, renamed] = identify(
      [placed('甲', { publishedCode: 'X1' }), placed('乙（修订）', { publishedCode: 'Y1' })],
      asKnown(first),
    );
    expect(coded!.code).toBe(first[0]!.code);
    expect(renamed!.code).toBe('Y1');
    expect(renamed!.known).not.toBeNull();
  });
  it('leaves a code that another region uses to that region', () => {
    expect(identify([placed('甲', { publishedCode: 'X' })], [], ['X'])[0]).toMatchObject({ codeScheme: 'HUB', publishedCode: 'X' });
  });

  describe('of rows of the hub’s own form', () => {
    const form = (code: string | null, parentCode: string | null = null) => ({ code, parentCode, agencyCode: AGENCY, officeIds: [], status: 'LISTED' as const, conditions: null });

    it('is the code they state, whatever became of their words', () => {
      const first = identify([placed('甲'), placed('乙')]);
      const [turned, renamed] = identify([placed('乙', { form: form(first[1]!.code) }), placed('甲（修订）', { form: form(first[0]!.code) })], asKnown(first));
      expect([turned!.code, renamed!.code]).toEqual([first[1]!.code, first[0]!.code]);
      expect(turned!.naturalKey).toBe(first[1]!.naturalKey);
      expect(renamed!.naturalKey).not.toBe(first[0]!.naturalKey); // by its new words it is recognised on the next list
    });
    it('keeps apart what reads the same', () => {
      const first = identify([placed('丙'), placed('丙')]);
      const again = identify(first.toReversed().map(({ code }) => placed('丙', { form: form(code) })), asKnown(first));
      expect(again.map(({ code, naturalKey }) => [code, naturalKey])).toEqual(first.toReversed().map(({ code, naturalKey }) => [code, naturalKey]));
    });
    it('is given to one row alone; a row that was copied, or added beside, is another item', () => {
      const first = identify([placed('甲')]);
      const code = first[0]!.code;
      const identities = identify([placed('甲', { form: form(code) }), placed('甲', { form: form(code) }), placed('甲', { form: form(null) })], asKnown(first));
      expect(identities.map(({ known }) => known !== null)).toEqual([true, false, false]);
      expect(new Set(identities.map((each) => each.code)).size).toBe(3);
      expect(new Set(identities.map((each) => each.naturalKey)).size).toBe(3);
    });
    it('is taken over by a hub that does not know it, and never given to another row', () => {
      const [added, stated] = identify([placed('乙', { form: form(null) }), placed('甲', { form: form(`${AGENCY}01000100`) })]);
      expect(stated).toMatchObject({ code: `${AGENCY}01000100`, codeScheme: 'HUB', known: null });
      expect(added!.code).toBe(`${AGENCY}01000200`);
      expect(identify([placed('甲', { publishedCode: 'X1', form: form('X1') })])[0]).toMatchObject({ code: 'X1', codeScheme: 'PUBLISHED' });
    });
    it('is another where the region has the code for other words, or another region has it', () => {
      expect(identify([placed('甲', { form: form('X') })], [], ['X'])[0]!.code).toBe(`${AGENCY}01000100`);
      const known = asKnown(identify([placed('甲')]));
      expect(identify([placed('甲', { form: form('OTHER') })], known)[0]).toMatchObject({ code: known[0]!.code, known: known[0] });
    });
    it('names its parent, also one that got another code here, and names none where the form does not', () => {
      const known = asKnown(identify([placed('甲')]));
      const identities = identify([placed('甲', { form: form('A') }), placed('甲', { subItem: '子', form: form('B', 'A') }), placed('甲', { subItem: '孙', form: form('C') })], known);
      expect(parentCodes(identities)).toEqual(new Map([['B', known[0]!.code]]));
    });
  });
});
