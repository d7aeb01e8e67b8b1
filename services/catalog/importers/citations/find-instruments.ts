import { findBareTitles } from './bare-title';
import { readLead, type Lead } from './citation-lead';
import type { LevelTag } from './instrument-level';
import { findTitles, isMisprintOf, namesInstrument, type TitleSpan } from './instrument-title';
import { readFollows, type Follow } from './title-follow';

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
  /** Named in a sentence (根据《…》第三十三条的规定，…) rather than listed. */
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
  const titles = findTitles(text);
  const spans = [...titles, ...findBareTitles(text, titles)].toSorted((a, b) => a.start - b.start);
  const follows = readFollows(text, spans);
  const cited = selectCited(text, spans, follows, false);
  // A cell that is all prose rests on every instrument it names.
  return cited.length > 0 ? cited : selectCited(text, spans, follows, true);
}

/** How far the walk over a cell's titles has come. */
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

function selectCited(text: string, spans: readonly TitleSpan[], follows: readonly Follow[], prose: boolean): CitedInstrument[] {
  const cited: CitedInstrument[] = [];
  const walk: Walk = { end: 0, mentioned: false, citedEnd: 0, citedClauses: false, tag: null };
  for (const [index, span] of spans.entries()) {
    const follow = follows[index];
    if (follow === undefined || span.start < walk.end) continue;
    const leadStart = findLeadStart(text, walk.end, span.start);
    const lead = readLead(text.slice(leadStart, span.start));
    const above = cited.at(-1);
    if (above && !prose && addsToDescription(text, above, span, leadStart, lead, walk)) {
      walk.end = walk.citedEnd = Math.max(span.end, follow.clausesEnd);
      above.description += text.slice(span.end, follow.descriptionEnd);
      above.bodyStart = follow.descriptionEnd;
      continue;
    }
    const short = ABBREVIATION.test(span.name);
    const full = short ? cited.findLast((other) => other.title.endsWith(span.name)) : undefined;
    const stands = prose ? namesInstrument(span.name) : isCited(text, span, leadStart, lead, follow, walk);
    const accepted = stands && (!short || full !== undefined);
    walk.mentioned = !accepted;
    walk.end = accepted ? Math.max(span.end, follow.clausesEnd) : span.end;
    if (!accepted) continue;
    if (above) above.bodyEnd = Math.max(above.bodyStart, Math.min(leadStart, above.bodyEnd));
    walk.citedEnd = walk.end;
    walk.citedClauses = follow.listed;
    if (lead.tagged) walk.tag = lead.tag;
    const number = NUMBER_AS_TITLE.test(span.name) ? span.name : '';
    const words = `${lead.words} ${number}${text.slice(span.end, follow.descriptionEnd)}${follow.lateDescription}`;
    cited.push({
      title: full?.title ?? span.name,
      tag: full?.tag ?? lead.tag,
      inherited: lead.tagged ? null : walk.tag,
      description: full?.description ?? words,
      bodyStart: follow.descriptionEnd,
      bodyEnd: text.length,
      inSentence: prose || follow.crossReference,
    });
  }
  return cited;
}

/** 《条例》第十二条 after 《山西省消防条例》（以下简称《条例》）. */
const ABBREVIATION = /^(?:本|该)?(?:法|条例|办法|规定|细则|规则|决定|通知|意见|实施细则|实施办法|实施条例|暂行办法|暂行规定)$/;
const NUMBER_AS_TITLE = /号$/;

function isCited(text: string, span: TitleSpan, leadStart: number, lead: Lead, follow: Follow, walk: Walk): boolean {
  if (follow.inPhrase || (!lead.introduces && !(lead.mark && follow.described))) return false;
  const sameSentence = leadStart === walk.end && leadStart > 0 && !lead.tagged;
  if (sameSentence && walk.mentioned && !lead.amended) return false;
  // 根据《…关于修改…的决定》修正: the amendment, told beside the instrument it amended.
  if (lead.verb && /关于.*(?:修改|修订|废止).*决定$/.test(span.name) && !follow.listed) return false;
  if (!lead.tagged && !follow.listed && !namesInstrument(span.name) && !NUMBER_AS_TITLE.test(span.name)) return false;
  const gap = text.slice(walk.citedEnd, leadStart);
  // 第十一项：《…目录》中…: right after an article a title opens the quoted clause unless a list mark stands between.
  const quoting = /[^\s：，、。；“”"]/.test(gap) || (walk.citedClauses && !/[\n，、。；和与及]/.test(text.slice(walk.citedEnd, span.start)));
  // 根据《甲》第十条和《乙》第八条的规定，…: the sentence a cell begins with cites.
  if (follow.crossReference) return !quoting && follow.listed && (walk.citedEnd === 0 || (sameSentence && walk.citedClauses));
  if (!quoting || lead.tagged) return true;
  const ownLine = leadStart === 0 || text[leadStart - 1] === '\n';
  if (lead.verb) return ownLine && follow.listed;
  return follow.described || follow.listed || follow.quoted || (follow.lineEnds && ownLine);
}

/** 《甲》《甲》（…号）, and 《乙》已于…通过，现予发布 on a line of its own before any clause: more description of the instrument above. */
function addsToDescription(text: string, above: CitedInstrument, span: TitleSpan, leadStart: number, lead: Lead, walk: Walk): boolean {
  if (lead.tagged || lead.verb || walk.citedClauses || !/^[\s。；]*$/.test(text.slice(walk.citedEnd, span.start))) return false;
  const promulgated = text[leadStart - 1] === '\n' && /^ *(?:已|业|现)[经于由].{0,60}通过/s.test(text.slice(span.end, span.end + 80));
  return promulgated || (above.bodyStart === walk.citedEnd && isMisprintOf(above.title, span.name));
}

function findLeadStart(text: string, from: number, title: number): number {
  const window = Math.max(from, title - LONGEST_LEAD);
  for (let at = title - 1; at >= window; at--) if (SENTENCE_END.test(text[at] ?? '')) return at + 1;
  return window;
}
