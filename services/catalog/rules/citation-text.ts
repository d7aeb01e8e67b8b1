import type { Citation } from './listed-power';
import { INSTRUMENT_LEVELS } from './vocabulary';

/** What the line needs; the title is the instrument's. */
type Cited = Pick<Citation, 'documentNumber' | 'article' | 'paragraph' | 'item'> & { instrument: { title: string } };

/** A citation as one line. A title that carries 《》 itself (实施《…》办法) is not wrapped again. */
export function citationText({ instrument: { title }, documentNumber, article, paragraph, item }: Cited): string {
  const named = title.includes('《') ? title : `《${title}》`;
  return [named, documentNumber === null ? '' : `（${documentNumber}）`, article, paragraph, item].join('');
}

/** The basis cell of a list form: every citation as `【法律】《…》（主席令第74号）第七条`, parted by `；`. Quoted words are left out. */
export const basisCell = (citations: readonly Citation[]): string =>
  citations
    .map(({ level, title, date, documentNumber, ...clause }) => {
      const tag = level === null ? '' : `【${INSTRUMENT_LEVELS[level]}】`;
      const marks = [documentNumber, date && chineseDate(date)].filter((mark) => mark !== null).join('，');
      return tag + citationText({ ...clause, instrument: { title }, documentNumber: marks === '' ? null : marks });
    })
    .join('；');

/** `2016-10-08` → `2016年10月8日`, `2016-10` → `2016年10月`, `2016` → `2016年`. */
const chineseDate = (date: string): string =>
  date
    .split('-')
    .map((part, i) => `${Number(part)}${'年月日'[i]}`)
    .join('');
