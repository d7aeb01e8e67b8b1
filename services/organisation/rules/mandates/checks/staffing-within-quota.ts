import type { LeadershipPost, StaffingLine } from '../mandate-document';
import { STAFFING_KINDS } from '../vocabulary';
import type { Found } from '../finding';
import type { Check } from './check';

/** P13: staff and posts stay within what the mandate allows, and one total does not hold a kind twice. */
export const staffingWithinQuota: Check = {
  kind: 'STAFFING_EXCEEDED',
  severity: 'VIOLATION',
  clause: 'P13',
  find({ mandate }) {
    if (mandate === null) return [];
    const { staffing, posts } = mandate;
    return [...staffing.lines.flatMap(overstaffed), ...mixedKinds(staffing.lines), ...posts.flatMap(overfilled)].map((found) => ({
      ...found,
      about: [mandate.id, ...found.about],
    }));
  },
};

const nameOf = ({ kind, label }: StaffingLine): string => label ?? STAFFING_KINDS[kind];

function overstaffed(line: StaffingLine, i: number): Found[] {
  const counted = [{ label: nameOf(line), quota: line.quota, actual: line.actual }, ...line.ofWhich.map((part) => ({ ...part, label: `${nameOf(line)}中的${part.label}` }))];
  return counted.flatMap(({ label, quota, actual }, part) =>
    actual === null || actual <= quota
      ? []
      : {
          about: ['staffing', i, part],
          explanation: `${label}核定${quota}名，实有${actual}名，超编${actual - quota}名。`,
          proposedAction: '在限期内消化超编人员，期间只出不进。',
        },
  );
}

function mixedKinds(lines: readonly StaffingLine[]): Found[] {
  const inside = lines.filter(({ beside }) => !beside);
  const twice = new Set(inside.map(({ kind }) => kind).filter((kind, i, kinds) => kinds.indexOf(kind) !== i));
  return [...twice].map((kind) => ({
    about: ['mixed', kind],
    explanation: `${STAFFING_KINDS[kind]}在同一总数里列了${inside.filter((line) => line.kind === kind).length}次，编制类别混用。`,
    proposedAction: '按编制类别各列一次，另核的编制单列。',
  }));
}

function overfilled({ post, quota, actual }: LeadershipPost, i: number): Found[] {
  if (actual === null || actual <= quota) return [];
  return [
    {
      about: ['post', i],
      explanation: `领导职数“${post}”核定${quota}名，实配${actual}名，超配${actual - quota}名。`,
      proposedAction: '在限期内消化超配职数。',
    },
  ];
}
