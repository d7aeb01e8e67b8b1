import { z } from 'zod';
import { accept, refuse, type Outcome } from '../../../shared/outcome';
import { FREQUENCY_UNITS, MEASURE_KINDS, type FrequencyUnit, type Measure, type MeasureKind } from './measure-terms';

const sound = (text: string): boolean => !text.includes('\0');
const words = (max: number) => z.string().trim().min(1).max(max).refine(sound, '不能含有空字符');
const frequency = z
  .object({ value: z.int().min(1).max(1000), unit: z.enum(Object.keys(FREQUENCY_UNITS) as [FrequencyUnit, ...FrequencyUnit[]]) })
  .refine(({ value, unit }) => unit !== 'PERCENT_PER_YEAR' || value <= 100, { path: ['value'], error: '抽查比例不能超过 100%' });
const measure = z.object({
  kind: z.enum(Object.keys(MEASURE_KINDS) as [MeasureKind, ...MeasureKind[]]),
  text: words(2000),
  basis: z.string().trim().max(500).refine(sound, '不能含有空字符').nullish().transform((text) => text || null),
  frequency: frequency.nullish().transform((given) => given ?? null),
  officeId: words(40),
});

const MOST_MEASURES = 50;
const measures = z.array(measure).min(1).max(MOST_MEASURES);

/** Reads the whole set of an item's measures: at least one, since P16 asks for them; what is sampled is sampled so often. */
export function parseMeasures(given: unknown): Outcome<Measure[]> {
  const parsed = measures.safeParse(given, { error: z.locales.zhCN().localeError });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const path = ['measures', ...(issue?.path ?? [])].map(String).join('.');
    return refuse('MALFORMED_MEASURES', 'P16', `${path}：${issue?.message ?? '不合格式'}`, [{ path, value: null }]);
  }
  const unsaid = parsed.data.findIndex(({ kind, frequency: often }) => kind === 'INSPECTION' && often === null);
  if (unsaid === -1) return accept(parsed.data);
  return refuse('FREQUENCY_MISSING', 'P16', '双随机抽查应写明抽查比例或者频次', [{ path: `measures.${unsaid}.frequency`, value: null }]);
}
