import type { Citation } from './listed-power';

/** What the line needs; the title is the instrument's. */
type Cited = Pick<Citation, 'documentNumber' | 'article' | 'paragraph' | 'item'> & { instrument: { title: string } };

/** A citation as one line. A title that carries 《》 itself (实施《…》办法) is not wrapped again. */
export function citationText({ instrument: { title }, documentNumber, article, paragraph, item }: Cited): string {
  const named = title.includes('《') ? title : `《${title}》`;
  return [named, documentNumber === null ? '' : `（${documentNumber}）`, article, paragraph, item].join('');
}
