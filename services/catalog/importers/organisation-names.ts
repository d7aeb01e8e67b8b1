import { cleanLine, cleanText, isNone } from './clean-text';
import { remembered } from './remembered';

/** Last characters of the names of bodies and of their offices. */
const BODY_END = /(?:局|委|委员会|办|办公室|厅|部|队|中心|院|馆|社|会|政府|处|站|所|署|公司|行|校|大学|联|协|机关|机构|部门|单位)$/;
const OFFICE_END = /(?:科|处|股|室|办|中心|站|队|所|局|分局|委|会|组|部|司|院|馆|厅|窗口|公司|岗|课|台|园|场|库|社|段|科室|机构|部门|单位|政府)$/;
const OPENING = /[（(【[〔]/;
const CLOSING = /[）)】\]〕]/;

/** A line break starts another body only before a place or rank (`市住建局⏎市城管局`); `市公安局⏎交通警察支队` is one name. */
const NEXT_LINE_OF_A_NAME = /\s*\n\s*(?!(?:各|市|县|区|省|州|地|自治|国家|中共|[\u4e00-\u9fff]{2,6}(?:省|市|县|区|州|旗|盟)))/g;

/** Nobody lists names at such length; looking for them would take the square of it. */
const LONGEST_CELL = 2000;

export interface NamedBodies {
  bodies: readonly string[];
  /** What the list says about them in brackets (`部分为省委托事项`), not part of a name. */
  notes: readonly string[];
}

/** The bodies of one cell. Several only when every part is a body by itself: `省、市、县人民政府` stays one. */
export const readBodies = remembered((cell: string): NamedBodies => {
  const notes: string[] = [];
  const oneLine = cell.length > LONGEST_CELL ? cell : cell.replace(NEXT_LINE_OF_A_NAME, '');
  const parts = splitOutsideBrackets(oneLine, /[；;\n、，,/]/, BODY_END, false);
  const bodies = parts.map((part) => withoutNote(part, notes)).filter((name) => name !== '' && !isNone(name));
  return { bodies: [...new Set(bodies)], notes };
});

/** The offices of one cell: `A科（B办、C科）、D科` are two. */
export const readOffices = remembered((cell: string): readonly string[] => {
  const parts = splitOutsideBrackets(cell, /[；;\n、，,/／\s]/, OFFICE_END, true);
  return [...new Set(parts.map((part) => part.replace(/^\d+[.、．]/, '').replace(/[。.]$/, '')).filter((name) => name !== '' && !isNone(name)))];
});

/**
 * Cuts at separators outside brackets, but only where what stands before is a whole name (`食品生产、经营科` is one).
 * `partial`: cut wherever the left part is whole; otherwise all parts must be, or nothing is cut.
 */
function splitOutsideBrackets(cell: string, separator: RegExp, end: RegExp, partial: boolean): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  const text = closeBrackets(cleanText(cell));
  if (text.length > LONGEST_CELL) return [cleanLine(text)];
  for (let at = 0; at <= text.length; at += 1) {
    const char = text[at] ?? '\n';
    if (OPENING.test(char)) depth += 1;
    else if (CLOSING.test(char)) depth = Math.max(0, depth - 1);
    else if (at === text.length || (depth === 0 && separator.test(char))) {
      const part = cleanLine(text.slice(start, at));
      const next = text.slice(at + 1).trimStart();
      const whole = part.length > 1 && end.test(part.replace(/[（(【[〔][^）)】\]〕]*[）)】\]〕]$/, '').replace(/[。.]$/, ''));
      if (at === text.length || (whole && !OPENING.test(next[0] ?? ''))) {
        parts.push(part);
        start = at + 1;
      }
    }
  }
  const names = parts.filter((part) => part !== '');
  if (partial || names.length < 2) return names.map(withoutInnerBreaks);
  const allWhole = names.every((part) => part.length > 2 && end.test(part.replace(/[（(【[〔][^）)】\]〕]*[）)】\]〕]$/, '')));
  return allWhole ? names.map(withoutInnerBreaks) : [withoutInnerBreaks(cleanLine(text))];
}

const withoutInnerBreaks = (name: string): string => name.replace(/[、，,；;/]$/, '');

/** Makes brackets pairs: `（…)` → `（…）`, an unclosed one is closed at the end. Else two spellings make two offices. */
function closeBrackets(text: string): string {
  const open: string[] = [];
  let result = '';
  for (const char of text) {
    if (char === '（' || char === '(') open.push(char === '（' ? '）' : ')');
    result += char === '）' || char === ')' ? (open.pop() ?? char) : char;
  }
  return result + open.toReversed().join('');
}

/** `（新闻出版局、版权局）` belongs to the name, `（部分为省委托事项）` is a note of the list. */
function withoutNote(name: string, notes: string[]): string {
  return name
    .replace(/[（(]([^（）()]+)[）)]/g, (whole, inside: string) => {
      const belongs = inside.split(/[、，,/]/).every((part) => BODY_END.test(part) && !/负责|委托|承担|除外|部分|涉及|^含|加挂|^由|^受/.test(part));
      const alias = /^(?:市|县|区|州|盟|旗|镇|乡|、)+$/.test(inside); // 县（市、区）…局
      if (belongs || alias) return whole;
      notes.push(inside);
      return '';
    })
    .replace(/[。.：:]$/, '');
}

/** Words that follow an organisation's name in a title: `…局2024年权责清单`, `…局行政权力和责任清单`. */
const AFTER_NAME =
  /(?:[（(]?(?:19|20)\d{2}[）)]?年?(?:度|版|本)?)?(?:[（(]|关于|行政|权力|权利|权责|职权|责任|执法|政务|公共|服务|事项|清单|目录|部门|委托|保留|现有|承接|取消|下放|调整|公布|公开|动态|通用|基本|实施|监管|各类|情况|一览|汇总|本级|$)/;
const TITLE_NAME = new RegExp(
  `^(.{2,40}?(?:局|委员会|委|办公室|办|厅|部|队|中心|院|馆|社|会|政府|处|站|所|署|公司|联|协)(?:[（(][^）)]*(?:局|委|办|室|部|会|厅|院|中心)[）)])?)(?=${AFTER_NAME.source})`,
);

/** The body whose list a title, sheet name or file name announces: `2024年市农业农村局权责清单` → `市农业农村局`. */
export function bodyInTitle(title: string): string | null {
  const text = cleanLine(title)
    .replace(/^附(?:件|表)?\s*[\d一二三四五六七八九十]*[:：.、-]?/, '')
    .replace(/^(?:关于)?(?:公布|印发|发布|调整)?(?:19|20)\d{2}年度?/, '')
    .replace(/^关于(?:公布|印发|发布|调整)?/, '')
    .replace(/^\d+[.、\-_]/, '')
    .replace(/[（(]共?\d+[项条个][）)]/, '');
  const parts = text.split(/[-—－_:：]+/); // 某县政府部门权责清单-某县水利局
  return leadingBody(text) ?? (parts.length > 1 ? (parts.map(leadingBody).find((name) => name !== null) ?? null) : null);
}

function leadingBody(text: string): string | null {
  let found: string | null = null;
  // The longest name that a list word follows: `…局行政处罚` must not end in 处, `…政府办公室` not in 政府.
  for (let rest = TITLE_NAME.exec(text); rest; rest = longerName(text, rest[1]!.length)) found = rest[1]!;
  const isGovernmentAtLarge = found !== null && found.endsWith('政府') && /^(?:工作)?部门/.test(text.slice(found.length));
  return found === null || isGovernmentAtLarge || /清单|目录|权力|权责|事项/.test(found) ? null : found;
}

function longerName(text: string, than: number): RegExpExecArray | null {
  const pattern = new RegExp(TITLE_NAME.source.replace('.{2,40}?', `.{${than},60}?`));
  return than >= 60 ? null : pattern.exec(text);
}

/** `部门名称：市机关事务管理局   填报时间：…` → `市机关事务管理局`. */
export function bodyInDepartmentRow(text: string): string | null {
  const label = /(?:部门|单位|主体|机关|机构)(?:名称|全称)?(?:[（(][^）)]{0,20}[）)])?\s{0,9}[:：]\s{0,9}/.exec(text);
  if (!label || label.index > 10) return null;
  const value = text.slice(label.index + label[0].length).split(/\s{2,}|[\t\u3000]|(?:填报|填表|制表|联系|审核|日期)/)[0]!;
  const name = cleanLine(value.replace(/[（(](?:盖章|公章|签章|章)[）)]/g, ''));
  return name.length > 1 && !isNone(name) ? name : null;
}

export function isBodyName(text: string): boolean {
  const name = cleanLine(text);
  return name.length >= 3 && name.length <= 40 && BODY_END.test(name.replace(/[（(][^）)]*[）)]$/, '')) && !/[，。；：、]/.test(name.replace(/[（(][^）)]*[）)]/g, ''));
}
