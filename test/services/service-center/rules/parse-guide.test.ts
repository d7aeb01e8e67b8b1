import { guideFingerprint } from '../../../../services/service-center/commands/guide-fingerprint';
import { parseGuide, parseGuides } from '../../../../services/service-center/rules/parse-guide';
import { aDocument, aGuide } from '../a-guide';

const refusalOf = (input: unknown) => {
  const outcome = parseGuide(input, ['guides', 3]);
  if (outcome.ok) throw new Error('was taken');
  return outcome.refusal;
};

describe('a guide that is handed in', () => {
  it('is read with what it leaves unsaid as null or empty', () => {
    const outcome = parseGuide({ itemCode: 'X', effectiveOn: '2014-09-10' });
    expect(outcome).toMatchObject({
      ok: true,
      value: { itemCode: 'X', version: null, document: { steps: [], fees: [], promisedLimit: null, officerId: null, visits: null } },
    });
  });

  it('is trimmed, and blank words say nothing', () => {
    expect(aDocument({ supervisionPhone: '  ', enquiryPhone: ' 12345 ' })).toMatchObject({ supervisionPhone: null, enquiryPhone: '12345' });
  });

  it.each([
    ['a step without a name', aGuide({ steps: [{ order: 1, name: ' ' }] }), 'guides.3.steps.0.name', ' '],
    ['a unit that is none', { ...aGuide(), promisedLimit: { value: 3, unit: 'WEEK' } }, 'guides.3.promisedLimit.unit', 'WEEK'],
    ['a limit of nothing', { ...aGuide(), promisedLimit: { value: 0, unit: 'HOUR' } }, 'guides.3.promisedLimit.value', '0'],
    ['half a day', { ...aGuide(), promisedLimit: { value: 0.5, unit: 'WORKING_DAY' } }, 'guides.3.promisedLimit.value', '0.5'],
    [
      'a procedure that 行政许可法 45 does not name',
      { ...aGuide(), excludedFromLimit: [{ procedure: 'PUBLICITY' }] },
      'guides.3.excludedFromLimit.0.procedure',
      'PUBLICITY',
    ],
    ['a day that is none', aGuide({ effectiveOn: '2014-02-30' }), 'guides.3.effectiveOn', '2014-02-30'],
    ['two steps in one place', aGuide({ steps: [{ order: 1, name: '受理' }, { order: 1, name: '审查' }] }), 'guides.3.steps', expect.any(String)],
    ['a character no database holds', aGuide({ enquiryPhone: '1\0' }), 'guides.3.enquiryPhone', '1\0'],
    ['a key it does not know', { ...aGuide(), supervisonPhone: '1' }, 'guides.3', expect.any(String)],
    ['something that is no guide', 'guide', 'guides.3', 'guide'],
  ])('is refused for %s, with its path', (_what, input, path, value) => {
    expect(refusalOf(input)).toMatchObject({ code: 'MALFORMED_GUIDE', details: [{ path, value }] });
  });

  it('is refused in Chinese, every fault at once', () => {
    const refusal = refusalOf({ ...aGuide({ effectiveOn: 'soon' }), visits: -1 });
    expect(refusal.message).toMatch(/^办事指南不合格式：/);
    expect(refusal.message).not.toMatch(/[Ee]xpected|[Ii]nvalid/);
    expect(refusal.details.map(({ path }) => path)).toEqual(['guides.3.visits', 'guides.3.effectiveOn']);
  });

  it('takes its fellows down with it', () => {
    expect(parseGuides([aGuide(), { itemCode: '' }])).toMatchObject({
      ok: false,
      refusal: { details: [{ path: 'guides.1.itemCode' }, { path: 'guides.1.effectiveOn' }] },
    });
    expect(parseGuides([aGuide(), aGuide()])).toMatchObject({ ok: true, value: [{ itemCode: 'W1' }, { itemCode: 'W1' }] });
  });
});

describe('what came later to guides', () => {
  it('is absent where it is not said: the same words have the same fingerprint as before', () => {
    const said = (steps: object[]) => guideFingerprint(aDocument({ steps } as never));
    const before = said([{ order: 1, name: '受理' }]);
    expect(said([{ order: 1, name: '受理', next: null, jointOfficeIds: [] }])).toBe(before);
    expect(said([{ order: 1, name: '受理', next: [] }])).not.toBe(before);
  });
});
