import { duplicates, type Problem } from '../problems';
import type { Duty, LeadershipPost, MandateDraft, MandateOffice, Staffing, StaffingLine } from './mandate-document';

/** What the register and the list hold that a mandate refers to. */
export interface MandateGround {
  agencyCode: string;
  /** Agency of each office that is named. */
  agencyOfOffice: ReadonlyMap<string, string>;
  /** Items that the list knows or knew, in whatever state. */
  knownItems: ReadonlySet<string>;
  /** First days of the agency's approved mandates. */
  approvedFrom: readonly string[];
  abolishedOn: string | null;
}

/** Everything wrong with a mandate by itself, each with its place; whether its items are on the list is the gate's question. */
export const checkMandate = (draft: MandateDraft, ground: MandateGround): Problem[] => [
  ...(draft.duties.length === 0 && draft.offices.length === 0 ? [problem('MANDATE_EMPTY', '三定没有写明任何职责或内设机构', 'duties')] : []),
  ...checkDates(draft, ground),
  ...duplicates(draft.duties, 'duties', 'number', ({ number }) => number).map((found) => ({ ...found, code: 'DUPLICATE_NUMBER' })),
  ...draft.duties.flatMap((duty, i) => checkDuty(duty, ground, `duties.${i}`)),
  ...draft.offices.flatMap((office, i) => checkOffice(office, ground, `offices.${i}`)),
  ...checkStaffing(draft.staffing),
  ...draft.posts.flatMap((post, i) => checkPost(post, `posts.${i}`)),
];

const problem = (code: string, message: string, path: string, value: string | null = null, rule: string | null = null): Problem => ({ code, rule, message, path, value });

function checkDates({ effectiveOn }: MandateDraft, { approvedFrom, abolishedOn }: MandateGround): Problem[] {
  const later = approvedFrom.filter((from) => from >= effectiveOn).toSorted();
  return [
    ...(later.length > 0 ? [problem('OVERLAPPING_DATES', `该机构已有自${later[0]}起生效的三定，生效日期应在其后`, 'effectiveOn', effectiveOn)] : []),
    ...(abolishedOn !== null && abolishedOn <= effectiveOn ? [problem('AGENCY_ABOLISHED', `该机构已于${abolishedOn}撤销`, 'effectiveOn', effectiveOn)] : []),
  ];
}

function checkDuty({ text, number, officeId, itemCodes }: Duty, ground: MandateGround, path: string): Problem[] {
  return [
    ...(text.trim() === '' ? [problem('DUTY_EMPTY', `职责${number}没有内容`, `${path}.text`)] : []),
    ...checkOfficeId(officeId, ground, `${path}.officeId`),
    ...itemCodes.flatMap((code, j) => [
      ...(ground.knownItems.has(code) ? [] : [problem('UNKNOWN_ITEM', `职责${number}所依的事项从未列入清单`, `${path}.items.${j}`, code, 'P13')]),
      ...(itemCodes.indexOf(code) === j ? [] : [problem('DUPLICATE_CODE', `职责${number}重复列出同一事项`, `${path}.items.${j}`, code)]),
    ]),
  ];
}

const checkOffice = ({ name, officeId }: MandateOffice, ground: MandateGround, path: string): Problem[] => [
  ...(name.trim() === '' ? [problem('NAME_MISSING', '内设机构没有名称', `${path}.name`)] : []),
  ...checkOfficeId(officeId, ground, `${path}.officeId`),
];

function checkOfficeId(officeId: string | null, { agencyCode, agencyOfOffice }: MandateGround, path: string): Problem[] {
  if (officeId === null) return [];
  const holder = agencyOfOffice.get(officeId);
  if (holder === undefined) return [problem('UNKNOWN_OFFICE', '内设机构未登记', path, officeId)];
  return holder === agencyCode ? [] : [problem('OFFICE_OF_ANOTHER_AGENCY', `该内设机构属于${holder}，不是本机构的`, path, officeId, 'P13')];
}

/** “含” is inside a line's quota, “另核” beside the total; the rest adds up to it. A total alone has nothing to add up. */
function checkStaffing({ total, lines }: Staffing): Problem[] {
  const within = lines.filter(({ beside }) => !beside);
  const inside = within.reduce((sum, { quota }) => sum + quota, 0);
  return [
    ...lines.flatMap((line, i) => checkLine(line, `staffing.lines.${i}`)),
    ...(total !== null && within.length > 0 && total !== inside
      ? [problem('STAFFING_DOES_NOT_ADD_UP', `编制总数${total}名，各类合计${inside}名（另核的不计入）`, 'staffing.total', String(total))]
      : []),
  ];
}

function checkLine({ quota, actual, ofWhich }: StaffingLine, path: string): Problem[] {
  const parts = ofWhich.reduce((sum, part) => sum + part.quota, 0);
  const people = ofWhich.reduce((sum, part) => sum + (part.actual ?? 0), 0);
  return [
    ...checkCounts({ quota, actual }, '编制数', path),
    ...ofWhich.flatMap((part, i) => checkCounts(part, '编制数', `${path}.ofWhich.${i}`)),
    ...(parts > Math.max(quota, 0) ? [problem('STAFFING_DOES_NOT_ADD_UP', `“其中”合计${parts}名，超过${quota}名`, `${path}.ofWhich`, String(parts))] : []),
    ...(actual !== null && people > Math.max(actual, 0) ? [problem('STAFFING_DOES_NOT_ADD_UP', `“其中”实有合计${people}名，超过实有${actual}名`, `${path}.ofWhich`, String(people))] : []),
  ];
}

const checkPost = ({ post, quota, actual }: LeadershipPost, path: string): Problem[] => [
  ...(post.trim() === '' ? [problem('NAME_MISSING', '领导职数没有职务名称', `${path}.post`)] : []),
  ...checkCounts({ quota, actual }, '职数', path),
];

const checkCounts = ({ quota, actual }: { quota: number; actual: number | null }, what: string, path: string): Problem[] =>
  [quota, actual ?? 0].filter((count) => count < 0).map((count) => problem('NEGATIVE_COUNT', `${what}不能小于零`, path, String(count)));
