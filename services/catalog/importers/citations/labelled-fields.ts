/** Some departments fill a form inside the cell: 法律法规名称：… 依据文号：… 条款号：… 条款内容：… */
const LABELS = /(?:[;；\s]|^|(?<=[\d一二三四五六七八九十][、.．]))(法律法规名称|法律名称|法规名称|依据名称|文件名称|依据文号|发文字号|发文号|文号|条款号|条款序号|条款内容|具体内容|条文内容)\s*[:：]/g;

type Field = 'name' | 'number' | 'clause' | 'words';

function fieldOf(label: string): Field {
  if (label.endsWith('名称')) return 'name';
  if (label.endsWith('内容')) return 'words';
  return label.startsWith('条款') ? 'clause' : 'number';
}

/** Rewrites a form as the sentence other cells use, 《…》（…）第…条：…, so that one grammar reads both. Other cells pass unchanged. */
export function spellOutLabelledFields(cell: string): string {
  const labels = [...cell.matchAll(LABELS)];
  if (!labels.some((label) => fieldOf(label[1] ?? '') === 'name') || labels.length < 2) return cell;
  let text = '';
  labels.forEach((label, index) => {
    const value = trimValue(cell.slice(label.index + label[0].length, labels[index + 1]?.index ?? cell.length));
    if (value === '') return;
    const field = fieldOf(label[1] ?? '');
    if (field === 'name') text += `\n《${value.replace(/^《([\s\S]*)》$/, '$1')}》`;
    else if (field === 'number') text += `（${value.replace(/^[（(]([^（()）]*)[）)]$/, '$1')}）`;
    else if (field === 'clause') text += value;
    else text += `：${value}`;
  });
  return text;
}

/** Without the marks and the next record's number (`；2、`) that the form puts between fields. */
function trimValue(value: string): string {
  const bare = trimMarks(value);
  return trimMarks(bare.slice(0, bare.length - (/[；;\s](?:[\d一二三四五六七八九十]{1,2}[、.．])$/.exec(bare.slice(-6))?.[0].length ?? 0)));
}

function trimMarks(value: string): string {
  let end = value.length;
  while (end > 0 && /[;；\s]/.test(value.charAt(end - 1))) end--;
  return value.slice(0, end).trimStart();
}
