import { readLead, type Lead } from './citation-lead';
import { readClauseList } from './clause-list';
import { findBareTitles } from './bare-title';
import { findDescriptionEnd } from './description';
import { findTitles, namesInstrument, type TitleSpan } from './instrument-title';
import type { LevelTag } from './instrument-level';
import { isCrossReference } from './cross-reference';

/** An instrument that the cell cites, with the stretch of the cell that belongs to it. */
export interface CitedInstrument {
  title: string;
  tag: LevelTag | null;
  /** The tag of the instrument above it, when it has none itself. */
  inherited: LevelTag | null;
  /** Words before and after the title that tell its number, date and issuer. */
  description: string;
  /** Its clauses stand from here … */
  bodyStart: number;
  /** … to here, where the next instrument's introduction begins. */
  bodyEnd: number;
  /** Named in a sentence rather than listed; true only when the whole cell is prose. */
  inSentence: boolean;
}

const SENTENCE_END = /[\n。；！？”』’]/;
const LONGEST_LEAD = 120;

/**
 * Tells the instruments a cell cites from those its quoted clauses merely mention (依照《…》第六十三条的规定).
 * A citation stands where a sentence could begin; once a clause is being quoted it must also look like one:
 * a level tag, a description, an article of its own or a line of its own.
 */
export function findInstruments(text: string): CitedInstrument[] {
  const titles = [...findTitles(text)];
  const spans = [...titles, ...findBareTitles(text, titles)].sort((a, b) => a.start - b.start);
  const strict = selectCited(text, spans, false);
  return strict.length > 0 ? strict : selectCited(text, spans, true);
}

interface Walk {
  /** End of the last title read, cited or mentioned, with its own clauses. */
  end: number;
  mentioned: boolean;
  /** End of the last cited title's description and first clauses; what follows is its quoted text. */
  citedEnd: number;
  /** Clauses were part of it. */
  citedClauses: boolean;
  tag: LevelTag | null;
}

/** @param lenient for a cell that is all prose: every instrument it names is then what it rests on. */
function selectCited(text: string, spans: TitleSpan[], lenient: boolean): CitedInstrument[] {
  const cited: CitedInstrument[] = [];
  const walk: Walk = { end: 0, mentioned: false, citedEnd: 0, citedClauses: false, tag: null };
  const follows = readFollows(text, spans);
  for (const [index, span] of spans.entries()) {
    const follow = follows[index];
    if (follow === undefined || span.start < walk.end) continue;
    const leadStart = findLeadStart(text, walk.end, span.start);
    const lead = readLead(text.slice(leadStart, span.start));
    const previous = cited.at(-1);
    if (previous && !lenient && addsToDescription(text, previous, span, leadStart, lead, walk)) {
      // The sentence that promulgated it, or its title printed again: more description of the instrument above.
      walk.end = walk.citedEnd = Math.max(span.end, follow.clausesEnd);
      previous.description += text.slice(span.end, follow.descriptionEnd);
      previous.bodyStart = follow.descriptionEnd;
      continue;
    }
    const accepted = lenient ? namesInstrument(span.name) : isCited(text, span, leadStart, lead, follow, walk);
    walk.mentioned = !accepted;
    walk.end = accepted ? Math.max(span.end, follow.clausesEnd) : Math.max(span.end, follow.listEnd);
    if (!accepted) continue;
    if (previous) previous.bodyEnd = Math.max(previous.bodyStart, Math.min(leadStart, previous.bodyEnd));
    walk.citedEnd = walk.end;
    walk.citedClauses = follow.listed;
    if (lead.tagged) walk.tag = lead.tag;
    const description = `${lead.words} ${/号$/.test(span.name) ? span.name : ''}${text.slice(span.end, follow.descriptionEnd)}`;
    cited.push({ title: span.name, tag: lead.tag, inherited: lead.tagged ? null : walk.tag, description, bodyStart: follow.descriptionEnd, bodyEnd: text.length, inSentence: lenient });
  }
  return cited;
}

/** 《甲》《甲》（…号）, and 《乙》已于…通过，现予发布 on a line of its own before any clause of the instrument above. */
function addsToDescription(text: string, above: CitedInstrument, span: TitleSpan, leadStart: number, lead: Lead, walk: Walk): boolean {
  if (lead.tagged || lead.verb || walk.citedClauses || !/^[\s。；]*$/.test(text.slice(walk.citedEnd, span.start))) return false;
  const promulgated = text[leadStart - 1] === '\n' && /^ *(?:已|业|现)[经于由].{0,60}通过/s.test(text.slice(span.end, span.end + 80));
  return promulgated || (above.bodyStart === walk.citedEnd && isMisprintOf(above.title, span.name));
}

/** A title printed twice in a row, the second time mistyped, is one instrument. */
function isMisprintOf(title: string, other: string): boolean {
  if (title === other) return true;
  const pairs = new Set(Array.from({ length: title.length - 1 }, (_, index) => title.slice(index, index + 2)));
  const shared = Array.from({ length: other.length - 1 }, (_, index) => other.slice(index, index + 2)).filter((pair) => pairs.has(pair)).length;
  return (2 * shared) / Math.max(1, title.length + other.length - 2) > 0.85;
}

function findLeadStart(text: string, from: number, title: number): number {
  const window = Math.max(from, title - LONGEST_LEAD);
  for (let at = title - 1; at >= window; at--) if (SENTENCE_END.test(text[at] ?? '')) return at + 1;
  return window;
}

interface Follow {
  descriptionEnd: number;
  described: boolean;
  /** A clause list follows at once. */
  listed: boolean;
  listEnd: number;
  clausesEnd: number;
  /** 的规定, 规定的, 所列: the title is part of a sentence. */
  crossReference: boolean;
  /** “…” follows at once. */
  quoted: boolean;
  /** Nothing else on its line. */
  lineEnds: boolean;
}

/** 《甲》、《乙》的规定: what follows the last of a row of titles decides for all of them. */
function readFollows(text: string, spans: TitleSpan[]): Follow[] {
  const follows = spans.map((span) => readFollow(text, span.end));
  for (let index = spans.length - 2; index >= 0; index--) {
    const [here, next] = [follows[index], follows[index + 1]];
    const gap = text.slice(spans[index]?.end, spans[index + 1]?.start);
    if (here && next?.crossReference && !here.described && !here.listed && /^[ 、，和与及或]*$/.test(gap)) here.crossReference = true;
  }
  return follows;
}

function readFollow(text: string, end: number): Follow {
  const descriptionEnd = findDescriptionEnd(text, end);
  const gap = /^[ \n：，、。]*/.exec(text.slice(descriptionEnd, descriptionEnd + 40))?.[0].length ?? 0;
  const list = readClauseList(text, descriptionEnd + gap);
  const after = list?.end ?? descriptionEnd;
  return {
    descriptionEnd,
    described: descriptionEnd > end,
    listed: list !== null,
    listEnd: list && gap === 0 ? list.end : end,
    clausesEnd: list?.end ?? descriptionEnd,
    crossReference: isCrossReference(text, after) || isCrossReference(text, end),
    quoted: /^ *：? *“/.test(text.slice(end, end + 8)),
    lineEnds: /^[ 。；]*(?:\n|$)/.test(text.slice(end, end + 20)) || /^[ ，、]*《/.test(text.slice(end, end + 8)),
  };
}

function isCited(text: string, span: TitleSpan, leadStart: number, lead: Lead, follow: Follow, walk: Walk): boolean {
  if (follow.crossReference) return false;
  if (!lead.introduces && !(lead.mark && follow.described)) return false;
  const sameSentence = leadStart === walk.end && leadStart > 0 && !lead.tagged;
  if (sameSentence && walk.mentioned) return false;
  // 根据《…关于修改…的决定》修正: the amendment, told beside the instrument it amended.
  if (lead.verb && /关于.*(?:修改|修订|废止).*决定$/.test(span.name) && !follow.listed) return false;
  if (!lead.tagged && !namesInstrument(span.name) && !follow.listed && !/号$/.test(span.name)) return false;
  const gap = text.slice(walk.citedEnd, leadStart);
  // 第十一项：《…目录》中…: right after an article a title opens the quoted clause unless a list mark stands between.
  const quoting = /[^\s：，、。；“”"]/.test(gap) || (walk.citedClauses && !/[\n，、。；]/.test(text.slice(walk.citedEnd, span.start)));
  if (!quoting || lead.tagged) return true;
  const ownLine = leadStart === 0 || text[leadStart - 1] === '\n';
  if (lead.verb) return ownLine && follow.listed;
  return follow.described || follow.listed || follow.quoted || (follow.lineEnds && ownLine);
}
