/** What is changed: a body with its own powers, or an office inside one. */
export const CHANGE_SUBJECTS = {
  AGENCY: '机构',
  OFFICE: '内设机构',
} as const;
export type ChangeSubject = keyof typeof CHANGE_SUBJECTS;

/** How many bodies may stand on one side of a change; null: any number. */
export interface Count {
  least: number;
  most: number | null;
}

type Allowed = 'MUST' | 'MAY' | 'MUST_NOT';

/** What one kind of change is. */
interface ChangeRule {
  /** The Chinese term. */
  term: string;
  from: Count;
  to: Count;
  /** Whether a body of the one side may stand on the other side too: it lives on. */
  livesOn: Allowed;
  /** Whether what stands on the other side may be new. */
  fresh: Allowed;
  /** What the journal calls it. */
  events: Record<ChangeSubject, string>;
}

const NONE: Count = { least: 0, most: 0 };
const ONE: Count = { least: 1, most: 1 };
const atLeast = (least: number): Count => ({ least, most: null });

/** The kinds of organisation change (机构改革): how many bodies become how many, and who may live on. */
export const CHANGE_KINDS = {
  FOUND: {
    term: '设立', from: NONE, to: ONE, livesOn: 'MUST_NOT', fresh: 'MUST',
    events: { AGENCY: 'AgencyFounded', OFFICE: 'OfficeFounded' },
  },
  RENAME: {
    term: '更名', from: ONE, to: ONE, livesOn: 'MUST', fresh: 'MUST_NOT',
    events: { AGENCY: 'AgencyRenamed', OFFICE: 'OfficeRenamed' },
  },
  MERGE: {
    term: '合并', from: atLeast(2), to: ONE, livesOn: 'MAY', fresh: 'MAY',
    events: { AGENCY: 'AgenciesMerged', OFFICE: 'OfficesMerged' },
  },
  SPLIT: {
    term: '分立', from: ONE, to: atLeast(2), livesOn: 'MAY', fresh: 'MAY',
    events: { AGENCY: 'AgencySplit', OFFICE: 'OfficeSplit' },
  },
  ABOLISH: {
    term: '撤销', from: ONE, to: atLeast(0), livesOn: 'MUST_NOT', fresh: 'MAY',
    events: { AGENCY: 'AgencyAbolished', OFFICE: 'OfficeAbolished' },
  },
} as const satisfies Record<string, ChangeRule>;
export type ChangeKind = keyof typeof CHANGE_KINDS;

export const changeRule = (kind: ChangeKind): ChangeRule => CHANGE_KINDS[kind];

/** The kinds and their Chinese terms. */
export const CHANGE_TERMS = Object.fromEntries(Object.entries(CHANGE_KINDS).map(([kind, { term }]) => [kind, term])) as Readonly<
  Record<ChangeKind, string>
>;
