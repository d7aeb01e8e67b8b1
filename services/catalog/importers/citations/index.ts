import type { Citation } from '../../rules/listed-power';
import { findOwnNumber } from './document-number';
import { findInstruments, type CitedInstrument } from './find-instruments';
import { foldCell } from './fold-cell';
import { decideLevel } from './instrument-level';
import { spellOutLabelledFields } from './labelled-fields';
import { mergeCitations } from './merge-citations';
import { quoteClause } from './quote-clause';
import { readClauses } from './read-clauses';
import { findVersionDate } from './version-date';

/**
 * The instruments and clauses that the basis cell (实施依据) of a published list cites, in the cell's order.
 *
 * Conventions, where lists leave a choice:
 * - One citation per instrument and article. 第九条、第十九条, 第9、19条 and 第十条至第十二条 are one citation each article
 *   (a range of more than twenty keeps its two ends). An instrument cited without an article is one citation with `article` null.
 * - Several paragraphs or items of one article stay in its citation: `第一款、第三款`; with several paragraphs an item
 *   names its own: `第一款第四项`. 第四条第二项 has an item and no paragraph. A State Council decision's entry is an item
 *   without an article: 附件第199项 → `第一百九十九项`, 附件2第17项 → `附件二第十七项`.
 * - A title is printed without its outer 《》 and with inner brackets as 《》; words outside that complete it belong to it
 *   (《…法》实施办法, （试行）), a version in parentheses (（2018年修正）) does not: that is the date.
 * - The document number is the instrument's own, as printed but for blanks and bracket forms. An amendment's number beside it
 *   is passed over; where only the amendment's is given the number is null.
 * - The level is the one the list's tag names. 法规 and 规章 name two ranks each, and some instruments bear no tag: number,
 *   title and issuer then decide.
 * - What a quoted clause refers to (违反本法第十条, 依照《…》第三条的规定) is not cited by the item.
 */
export function parseCitations(cell: string): Citation[] {
  const printed = spellOutLabelledFields(cell);
  const folded = foldCell(printed);
  return mergeCitations(findInstruments(folded).flatMap((instrument) => citeInstrument(printed, folded, instrument)));
}

function citeInstrument(printed: string, folded: string, instrument: CitedInstrument): Citation[] {
  const { title, description, bodyStart, bodyEnd, inSentence } = instrument;
  const documentNumber = findOwnNumber(description);
  const level = decideLevel({ ...instrument, documentNumber });
  const date = findVersionDate(description);
  const standard = /(?:规范|标准|规程|导则)$/.test(title);
  const cited = readClauses(folded, instrument, standard);
  if (cited.length === 0) {
    const quoted = quoteClause(printed, bodyStart, bodyEnd);
    return [{ level, title, documentNumber, date, article: null, paragraph: null, item: null, quoted }];
  }
  return cited.flatMap(({ clauses, quoteStart, quoteEnd }) => {
    // 根据《…》第三条的规定，…: what follows are the list's words, not the clause's.
    const quoted = inSentence ? null : quoteClause(printed, quoteStart, quoteEnd);
    return clauses.map(({ article, paragraph, item }, index): Citation => {
      return { level, title, documentNumber, date, article, paragraph, item, quoted: index === 0 ? quoted : null };
    });
  });
}
