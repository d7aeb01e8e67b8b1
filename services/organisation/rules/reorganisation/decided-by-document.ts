import type { Problem } from '../problems';
import type { Reorganisation } from './reorganisation';

const PARTS = { title: '名称', number: '文号', date: '日期' } as const;

/** Bodies are changed by decision: a document that can be looked up, by title, number and date (domain §5). */
export function checkDocument({ document }: Reorganisation): Problem[] {
  return (Object.keys(PARTS) as (keyof typeof PARTS)[]).flatMap((part) =>
    document[part].trim() === ''
      ? [{ code: 'DOCUMENT_MISSING', rule: null, message: `须载明决定文件的${PARTS[part]}`, path: `document.${part}`, value: null }]
      : [],
  );
}
