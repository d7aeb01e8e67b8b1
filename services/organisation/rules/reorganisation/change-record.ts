import { changeRule, type ChangeKind, type ChangeSubject } from './change-kinds';
import type { ChangeDocument } from './reorganisation';

/** A body as a change names it, under the name of that day. */
export interface ChangedBody {
  id: string;
  name: string;
}

/** One line of a change: no predecessor was founded from nothing, no successor ended without one, the same on both sides lives on. */
export interface SuccessionStep {
  predecessor: ChangedBody | null;
  successor: ChangedBody | null;
  /** The change made the successor. */
  founded: boolean;
}

/** A change on record; stored, journalled and answered alike. */
export interface ChangeRecord {
  /** Region code, `-C` and the number. */
  id: string;
  regionCode: string;
  number: number;
  subject: ChangeSubject;
  kind: ChangeKind;
  effectiveOn: string;
  document: ChangeDocument;
  steps: SuccessionStep[];
}

export const changeId = (regionCode: string, number: number): string => `${regionCode}-C${number}`;

/** Every body before hands over to every body after; which powers go to whom, the list says. `fresh` are the ids of new bodies. */
export function stepsBetween(from: readonly ChangedBody[], to: readonly ChangedBody[], fresh: ReadonlySet<string>): SuccessionStep[] {
  const step = (predecessor: ChangedBody | null, successor: ChangedBody | null): SuccessionStep => ({
    predecessor,
    successor,
    founded: successor !== null && fresh.has(successor.id),
  });
  if (from.length === 0) return to.map((successor) => step(null, successor));
  if (to.length === 0) return from.map((predecessor) => step(predecessor, null));
  return from.flatMap((predecessor) => to.map((successor) => step(predecessor, successor)));
}

const distinct = (bodies: readonly (ChangedBody | null)[]): ChangedBody[] => [
  ...new Map(bodies.flatMap((body) => (body === null ? [] : [[body.id, body]]))).values(),
];

export const bodiesBefore = ({ steps }: Pick<ChangeRecord, 'steps'>): ChangedBody[] => distinct(steps.map(({ predecessor }) => predecessor));
export const bodiesAfter = ({ steps }: Pick<ChangeRecord, 'steps'>): ChangedBody[] => distinct(steps.map(({ successor }) => successor));

/** The journal's one line: `合并：甲局、乙局 → 丙局，自2026-12-01起（并编字〔2026〕3号）`. */
export function summaryOf(record: Pick<ChangeRecord, 'kind' | 'steps' | 'effectiveOn' | 'document'>): string {
  const names = (bodies: ChangedBody[]): string => bodies.map(({ name }) => name).join('、');
  const sides = [bodiesBefore(record), bodiesAfter(record)].filter((bodies) => bodies.length > 0).map(names);
  return `${changeRule(record.kind).term}：${sides.join(' → ')}，自${record.effectiveOn}起（${record.document.number}）`;
}
