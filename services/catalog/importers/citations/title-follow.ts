import { readClauseList } from './clause-list';
import { isCrossReference } from './cross-reference';
import { findDescriptionEnd } from './description';
import { findDocumentNumbers } from './document-number';
import type { TitleSpan } from './instrument-title';

/** What stands after a title, which tells a citation (《…》（…令第9号）第三条：…) from a mention (《…》规定的条件). */
export interface Follow {
  /** Number, dates and issuer in parentheses or bare: from the title's end to here. */
  descriptionEnd: number;
  described: boolean;
  /** A number printed after the clauses instead: 《…》第二十条（国务院令第412号）. */
  lateDescription: string;
  /** A clause list (or the chapter number of a technical standard, 11.1.5) follows at once, and ends here. */
  listed: boolean;
  clausesEnd: number;
  /** 的规定, 规定的, 第二次修正 right after the title: it is part of a phrase. */
  inPhrase: boolean;
  /** The same after its clauses: 第十条的规定，… */
  crossReference: boolean;
  /** “…” or 全文适用 follows at once. */
  quoted: boolean;
  /** Nothing else on its line. */
  lineEnds: boolean;
}

/** A number, a date or who passed it; （以下简称…） alone proves nothing. */
const TELLS_ORIGIN = /(?:19|20)[0-9]{2}|号|令|通过|公布|发布|施行|修[正订改]|试行|秘密|机密/;

export function readFollows(text: string, spans: readonly TitleSpan[]): Follow[] {
  const follows = spans.map((span) => readFollow(text, span.end));
  // 《甲》、《乙》的规定: what follows the last of a row of titles decides for all of them.
  for (let index = spans.length - 2; index >= 0; index--) {
    const [here, next] = [follows[index], follows[index + 1]];
    const gap = text.slice(spans[index]?.end, spans[index + 1]?.start);
    if (here && (next?.crossReference || next?.inPhrase) && !here.described && !here.listed && /^[ 、，和与及或]*$/.test(gap)) here.inPhrase = true;
  }
  return follows;
}

function readFollow(text: string, end: number): Follow {
  const descriptionEnd = findDescriptionEnd(text, end);
  const gap = /^[ \n：，、。]*/.exec(text.slice(descriptionEnd, descriptionEnd + 40))?.[0].length ?? 0;
  const list = readClauseList(text, descriptionEnd + gap);
  const lateDescription = list ? (/^ *（[^（）]{4,80}）/.exec(text.slice(list.end, list.end + 90))?.[0] ?? '') : '';
  return {
    descriptionEnd,
    described: TELLS_ORIGIN.test(text.slice(end, descriptionEnd)),
    lateDescription: findDocumentNumbers(lateDescription).length > 0 ? lateDescription : '',
    listed: list !== null || /^ *[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}[ ：]/.test(text.slice(descriptionEnd, descriptionEnd + 20)),
    clausesEnd: list?.end ?? descriptionEnd,
    inPhrase: isCrossReference(text, end),
    crossReference: isCrossReference(text, list?.end ?? descriptionEnd),
    quoted: /^ *：? *(?:“|全文)/.test(text.slice(end, end + 8)),
    lineEnds: /^[ 。；]*(?:\n|$)/.test(text.slice(end, end + 20)) || /^[ ，、]*《/.test(text.slice(end, end + 8)),
  };
}
