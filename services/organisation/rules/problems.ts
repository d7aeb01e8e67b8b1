import type { Outcome } from '../../shared/outcome';

/** One thing wrong with an input: what, under which rule, where. */
export interface Problem {
  code: string;
  /** Clause or standard; null for plain consistency. */
  rule: string | null;
  /** Chinese, without the place. */
  message: string;
  path: string;
  value: string | null;
}

const NAMED = 5;

/**
 * One refusal that names every problem, so that a clerk corrects a file once (the spirit of 许可法 32). Its code and
 * rule are the first problem's; `details` has them all.
 */
export function refuseAll(problems: readonly [Problem, ...Problem[]]): Outcome<never> {
  const [first] = problems;
  const named = problems.slice(0, NAMED).map(({ path, message, value }) => `${path}：${message}${value ? `（${value}）` : ''}`);
  const rest = problems.length - named.length;
  return {
    ok: false,
    refusal: {
      code: first.code,
      rule: first.rule,
      message: named.join('；') + (rest > 0 ? `；另有 ${rest} 处` : ''),
      details: problems.map(({ path, value }) => ({ path, value })),
    },
  };
}

export const hasProblems = (problems: readonly Problem[]): problems is readonly [Problem, ...Problem[]] =>
  problems.length > 0;

/** Records named twice in one input: the later one is the problem. */
export function duplicates<Row>(rows: readonly Row[], list: string, field: string, keyOf: (row: Row) => string): Problem[] {
  const seen = new Map<string, number>();
  return rows.flatMap((row, i) => {
    const key = keyOf(row);
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, i);
      return [];
    }
    const message = `与 ${list}.${first} 重复`;
    return [{ code: 'DUPLICATE_CODE', rule: null, message, path: `${list}.${i}.${field}`, value: key }];
  });
}
