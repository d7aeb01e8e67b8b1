import { parseMeasures } from '../../../../../services/service-center/rules/measures/parse-measures';

const inspection = { kind: 'INSPECTION', text: '按比例随机抽查取水户', frequency: { value: 5, unit: 'PERCENT_PER_YEAR' }, officeId: '14010001302' };

describe('a set of measures (P16)', () => {
  it('is read with what is not said', () => {
    expect(parseMeasures([{ ...inspection, text: ' 抽查 ' }, { kind: 'CREDIT', text: '信用评价', basis: '', officeId: 'O' }])).toEqual({
      ok: true,
      value: [
        { ...inspection, text: '抽查', basis: null },
        { kind: 'CREDIT', text: '信用评价', basis: null, frequency: null, officeId: 'O' },
      ],
    });
  });
  it.each([
    ['no measure', [], 'measures'],
    ['too many', Array.from({ length: 51 }, () => inspection), 'measures'],
    ['no words', [{ ...inspection, text: ' ' }], 'measures.0.text'],
    ['no such kind', [{ ...inspection, kind: 'X' }], 'measures.0.kind'],
    ['never', [{ ...inspection, frequency: { value: 0, unit: 'TIMES_PER_YEAR' } }], 'measures.0.frequency.value'],
    ['more than all', [{ ...inspection, frequency: { value: 101, unit: 'PERCENT_PER_YEAR' } }], 'measures.0.frequency.value'],
  ])('is not %s', (_what, given, path) => expect(parseMeasures(given)).toMatchObject({ refusal: { code: 'MALFORMED_MEASURES', rule: 'P16', details: [{ path }] } }));
  it('says how often it samples', () => {
    expect(parseMeasures([inspection, { ...inspection, frequency: null }])).toMatchObject({ refusal: { code: 'FREQUENCY_MISSING', details: [{ path: 'measures.1.frequency' }] } });
  });
});
