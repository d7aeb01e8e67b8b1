import { COUNT, toCount } from './count-text';
import type { Staffing, StaffingLine, StaffingPart } from './mandate-document';
import { isPostName } from './post-names';
import { foldText, printed, splitPhrases, type Phrase } from './split-phrases';
import type { StaffingKind } from './vocabulary';

/** What a staffing sentence says, and the phrases of it that say something else. */
export interface StaffingText {
  staffing: Staffing;
  /** As printed; they may speak of leadership posts, or of nothing that is counted. */
  rest: string[];
}

const KINDS: readonly (readonly [StaffingKind, RegExp])[] = [
  ['LAW_ENFORCEMENT', /政法(?:专项)?(?:行政)?编制/],
  ['WORKER', /工勤|后勤服务/],
  ['INSTITUTION', /事业(?:单位)?(?:人员)?编制?/],
  ['ADMINISTRATIVE', /行政(?:人员)?编制/],
];

/** The kind of staffing a label names; null when it names none (`金融办人员编制`). */
export const staffingKindOf = (label: string): StaffingKind | null => KINDS.find(([, pattern]) => pattern.test(foldText(label)))?.[0] ?? null;

/** Nothing but the kind, with or without the body's own name before it. */
const PLAIN = /^(?:.*[局委办厅室部府院会所站队馆社心])?(?:机关)?(?:行政|事业|政法专项|工勤|后勤服务)(?:单位)?(?:人员)?编制(?:总?数|总额)?$/;

/** The label where the kind alone does not say it all: 全额拨款事业编制, 金融办人员编制. */
export const staffingLabel = (label: string, kind: StaffingKind): string | null => (kind !== 'OTHER' && PLAIN.test(foldText(label)) ? null : label);

/** One count of the sentence, with the counts inside it. */
interface Entry {
  label: string;
  kind: StaffingKind | null;
  quota: number;
  actual: number | null;
  beside: boolean;
  parts: Entry[];
}

const STAFFED = new RegExp(`^(.*?(?:编制|工勤人员|编制人员)(?:总?数|总额|员额)?)(?:核定|暂定)?(?:为|是|共计|共有|共|计)?(${COUNT})[名人个]$`);
const REVERSED = new RegExp(`^(?:核定|核拨|下达|配备|有)*(${COUNT})[名个](.*编制)$`);
const PART = new RegExp(`^(.+?)(?:为|是|共)?(${COUNT})[名人个](?:编制)?$`);
const ACTUAL = new RegExp(`^(?:现有|实有|实际在编|实际在岗|现有在编|实有在编|在编在岗|在编)(?:在编|在职)?(?:人员|人数)?(?:为|共)?(${COUNT})[名人]$`);

/** What is longer is a sentence that happens to end in a count. */
const LONGEST_LABEL = 60;

const INSIDE = /^(?:其中|内含|含|包括|包含)(?:有)?/;
const BESIDE = /^(?:此外|另外|另行|另|外加|不含|不包括|不包含)(?:核定|核增|核|单列|设|有|配备|配|下达|安排|增加)*/;
const BESIDE_MARK = /^(?:单列|另核|单独核定|另行核定)$/;
const OPENING = /^(?:.*(?:核定|核拨|下达)|共有?|总)(?=.*编制)/;

/**
 * Reads a sentence on staffing (编制). “含”, “其中”, “包括” are inside the quota before them; “另核” and a further count of
 * no kind of its own (`、金融办人员编制3名`) stand beside it (design 2 §5). What it cannot tell it leaves in `rest`.
 */
export function readStaffing(sentence: string): StaffingText {
  const entries: Entry[] = [];
  const rest: string[] = [];
  let [inside, beside] = [false, false];
  for (const phrase of splitPhrases(foldText(sentence))) {
    const lead = INSIDE.exec(phrase.text)?.[0] ?? BESIDE.exec(phrase.text)?.[0] ?? '';
    if (lead !== '') [inside, beside] = [INSIDE.test(lead), !INSIDE.test(lead)];
    const text = phrase.text.slice(lead.length);
    if (text === '' && phrase.bracket === null) continue; // `其中:` opens what follows, in the next sentence too
    if (!take(entries, rest, { ...phrase, text }, { inside, beside })) rest.push(printed(phrase));
    beside = false;
    if (phrase.mark === '。' || phrase.mark === ';') inside = false;
  }
  return { staffing: toStaffing(entries), rest };
}

function take(entries: Entry[], rest: string[], { text, bracket }: Phrase, { inside, beside }: { inside: boolean; beside: boolean }): boolean {
  const last = entries.at(-1);
  const actual = bracket === null ? toCount(ACTUAL.exec(text)?.[1] ?? '') : null;
  if (actual !== null && last) {
    (inside ? (last.parts.at(-1) ?? last) : last).actual = actual;
    return true;
  }
  const entry = staffed(text, beside || (bracket !== null && BESIDE_MARK.test(bracket))) ?? (inside ? partOf(text) : null);
  if (!entry || (inside && !last)) return false;
  if (inside && last) last.parts.push(entry);
  else entries.push(entry);
  if (bracket !== null && !BESIDE_MARK.test(bracket) && !takeBracket(entries, entry, bracket)) rest.push(`(${bracket})`);
  return true;
}

/** `(含两委人员编制2名、援派机动编制2名)`, `(不含…)`, `(实有72名)`; all of it or nothing. */
function takeBracket(entries: Entry[], entry: Entry, bracket: string): boolean {
  const actual = toCount(ACTUAL.exec(bracket)?.[1] ?? '');
  if (actual !== null) {
    entry.actual = actual;
    return true;
  }
  const lead = INSIDE.exec(bracket)?.[0] ?? BESIDE.exec(bracket)?.[0] ?? '';
  if (lead === '') return false;
  const parts = splitPhrases(bracket.slice(lead.length)).map((part) => (part.bracket === null ? partOf(part.text) : null));
  if (parts.some((part) => part === null)) return false;
  for (const part of parts as Entry[])
    if (INSIDE.test(lead)) entry.parts.push(part);
    else entries.push({ ...part, beside: true });
  return true;
}

function staffed(text: string, beside: boolean): Entry | null {
  const stated = STAFFED.exec(text);
  const reversed = stated ? null : REVERSED.exec(text);
  const [label, written] = stated ? [stated[1]!, stated[2]!] : reversed ? [reversed[2]!, reversed[1]!] : ['', ''];
  const quota = toCount(written);
  return quota === null || label.length > LONGEST_LABEL ? null : toEntry(label.replace(OPENING, ''), quota, beside);
}

function partOf(text: string): Entry | null {
  const found = PART.exec(text.replace(INSIDE, ''));
  const quota = toCount(found?.[2] ?? '');
  return !found || quota === null || found[1]!.length > LONGEST_LABEL || isPostName(found[1]!) ? null : toEntry(found[1]!, quota, false);
}

const toEntry = (label: string, quota: number, beside: boolean): Entry => ({ label, kind: staffingKindOf(label), quota, actual: null, beside, parts: [] });

/** A first count of no kind that is broken down by kinds is the total; any other further count of no new kind is beside. */
function toStaffing(entries: readonly Entry[]): Staffing {
  const [first, ...others] = entries;
  const isTotal = first !== undefined && first.kind === null && !first.beside && first.parts.some(({ kind }) => kind !== null);
  const seen = new Set<StaffingKind>();
  const toLine = (entry: Entry, within: boolean): StaffingLine => {
    const again = entry.kind === null || seen.has(entry.kind);
    if (entry.kind !== null && !entry.beside) seen.add(entry.kind);
    return lineOf(entry, entry.beside || (again && !within));
  };
  const inTotal = isTotal ? first.parts.map((part) => toLine(part, true)) : first ? [toLine(first, true)] : [];
  return { total: isTotal ? first.quota : null, lines: [...inTotal, ...others.map((entry) => toLine(entry, false))] };
}

function lineOf({ label, kind: stated, quota, actual, parts }: Entry, beside: boolean): StaffingLine {
  const kind = stated ?? 'OTHER';
  const ofWhich = parts.map((part): StaffingPart => ({ label: part.label, quota: part.quota, actual: part.actual }));
  return { kind, label: staffingLabel(label, kind), beside, quota, actual, ofWhich };
}
