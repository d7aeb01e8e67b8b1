import type { Citation } from '../../rules/listed-power';
import type { Clause } from './clause-list';
import { findInstruments, type CitedInstrument } from './find-instruments';
import { findOwnNumber } from './document-number';
import { foldCell } from './fold-cell';
import { decideLevel } from './instrument-level';
import { spellOutLabelledFields } from './labelled-fields';
import { mergeCitations } from './merge-citations';
import { readClauses } from './read-clauses';
import { findVersionDate } from './version-date';

/**
 * The instruments and clauses that the basis cell (实施依据) of a published list cites, in the cell's order: one citation
 * per instrument and article. README.md beside this file states what counts as a citation and how it is written.
 */
export function parseCitations(printed: string): Citation[] {
  const cell = spellOutLabelledFields(printed);
  const text = foldCell(cell);
  return mergeCitations(findInstruments(text).flatMap((instrument) => citeInstrument(cell, text, instrument)));
}

function citeInstrument(cell: string, text: string, instrument: CitedInstrument): Citation[] {
  const documentNumber = findOwnNumber(instrument.description);
  const base = {
    level: decideLevel({ ...instrument, documentNumber }),
    title: instrument.title,
    documentNumber,
    date: findVersionDate(instrument.description),
  };
  const standard = /(?:规范|标准|规程|导则)$/.test(instrument.title);
  const cited = readClauses(text, instrument, standard);
  if (cited.length === 0) {
    return [{ ...base, article: null, paragraph: null, item: null, quoted: quote(cell, instrument.bodyStart, instrument.bodyEnd) }];
  }
  return cited.flatMap(({ clauses, quoteStart, quoteEnd }) => {
    const quoted = quote(cell, quoteStart, quoteEnd);
    return clauses.map((clause: Clause, index: number) => ({ ...base, ...clause, quoted: index === 0 ? quoted : null }));
  });
}

/** The clause's words as the list prints them, without the marks and blanks around them. */
function quote(cell: string, start: number, end: number): string | null {
  if (end - start < 2) return null;
  const words = cell
    .slice(start, end)
    .replace(/[ \t\u00a0\u3000]{2,}/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .replace(/^[\s：:；;，,、。.）)》]+/, '')
    .replace(/[\s；;、，,]+$/, '');
  const unquoted = /^[“"]([^“”"]*)[”"]?[。；;.]?$/.exec(words)?.[1] ?? words;
  return /[\u4e00-\u9fa5]{2}/.test(unquoted) ? unquoted : null;
}
