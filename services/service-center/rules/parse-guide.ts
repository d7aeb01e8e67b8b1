import { z } from 'zod';
import { accept, refuse, type Outcome, type RefusalDetail } from '../../shared/outcome';
import { guideStatement, type GuideStatement } from './guide-document';

const chinese = z.locales.zhCN().localeError;

/** How many faults a refusal spells out; the rest are counted. */
const SPELT_OUT = 5;

/** Reads one guide. What is malformed is refused with every path that is wrong, below `path`. */
export function parseGuide(input: unknown, path: readonly (string | number)[] = []): Outcome<GuideStatement> {
  const parsed = guideStatement.safeParse(input, { error: chinese });
  if (!parsed.success) return malformed(input, path, parsed.error.issues);
  const { itemCode, version, effectiveOn, ...document } = parsed.data;
  return accept({ itemCode, version, effectiveOn, document });
}

/** Reads many guides; what is malformed in any of them is refused with every path. */
export function parseGuides(inputs: readonly unknown[]): Outcome<GuideStatement[]> {
  const outcomes = inputs.map((input, i) => parseGuide(input, ['guides', i]));
  const refusals = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.refusal]));
  const [first] = refusals;
  if (first === undefined) return accept(outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : [])));
  const more = refusals.length > 1 ? `（共 ${refusals.length} 份指南有误）` : '';
  return refuse(first.code, first.rule, first.message + more, refusals.flatMap(({ details }) => details));
}

function malformed(input: unknown, path: readonly (string | number)[], issues: z.core.$ZodIssue[]): Outcome<never> {
  const faults = issues.map((issue) => {
    const below = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
    return { path: [...path, ...below].join('.'), value: shown(valueAt(input, below)), message: issue.message };
  });
  const told = faults.slice(0, SPELT_OUT).map((fault) => `${fault.path || '指南'}：${fault.message}`);
  const more = faults.length > SPELT_OUT ? `；另有 ${faults.length - SPELT_OUT} 处` : '';
  const details: RefusalDetail[] = faults.map(({ path: at, value }) => ({ path: at, value }));
  return refuse('MALFORMED_GUIDE', null, `办事指南不合格式：${told.join('；')}${more}`, details);
}

const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, step) => (value === null || typeof value !== 'object' ? undefined : Reflect.get(value, step)), input);

/** The offending value as a person reads it, short. */
const shown = (value: unknown): string | null =>
  value === undefined || value === null ? null : (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 200);
