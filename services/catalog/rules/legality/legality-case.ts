import type { InstrumentLevel, PowerCategory } from '../vocabulary';

/** One clause an item rests on, with what is known of its instrument. */
export interface Basis {
  /** Place in the item's list of bases. */
  ordinal: number;
  title: string;
  /** Rank of the instrument: as recorded, else as the list states it; null when neither tells. */
  level: InstrumentLevel | null;
  article: string | null;
  item: string | null;
  /** First day in force, where known. */
  effectiveOn: string | null;
  /** First day no longer in force, where known. */
  repealedOn: string | null;
}

/** An item as the legality checks see it, on a day. */
export interface LegalityCase {
  /** Name, with the sub-item where it is one. */
  name: string;
  category: PowerCategory;
  /** The basis as printed, where the list prints one. */
  basisText: string | null;
  bases: readonly Basis[];
  on: string;
}

/** What is proposed; people decide. */
export const LEGALITY_PROPOSALS = {
  CANCEL: '建议取消',
  COMPLETE_BASIS: '建议补充依据',
  REVIEW_BASIS: '建议复核依据',
} as const;
export type LegalityProposal = keyof typeof LEGALITY_PROPOSALS;

/** What one check found: a proposal with its reason, never a decision. */
export interface LegalityFinding {
  /** The clause of the plan or of the law that the check implements. */
  clause: string;
  /** Chinese, for people. */
  explanation: string;
  proposal: LegalityProposal;
  /** The bases concerned, by place. */
  ordinals: number[];
}

/** A check: nothing found is null. */
export type LegalityCheck = (item: LegalityCase) => LegalityFinding | null;

/** A title that carries 《》 itself is not wrapped again. */
const named = (title: string): string => (title.includes('《') ? title : `《${title}》`);

/** The instruments of these bases, each once, as people name them. */
export const titlesOf = (bases: readonly Basis[]): string => [...new Set(bases.map(({ title }) => named(title)))].join('、');

export const ordinalsOf = (bases: readonly Basis[]): number[] => bases.map(({ ordinal }) => ordinal);

/** Not known to be repealed by the day, nor to begin after it. An instrument of unknown dates is taken to be in force. */
export const isInForce = ({ effectiveOn, repealedOn }: Basis, on: string): boolean =>
  (effectiveOn === null || effectiveOn <= on) && (repealedOn === null || repealedOn > on);

/** The bases that hold on the day. */
export const basesInForce = ({ bases, on }: LegalityCase): Basis[] => bases.filter((basis) => isInForce(basis, on));
