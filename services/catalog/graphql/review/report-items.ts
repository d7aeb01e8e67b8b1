import type { RefusalRef } from '../../../shared/graphql/refusal';
import type { HubBuilder } from '../../../shared/graphql/schema-builder';
import { reportItems } from '../../commands/review/report-items';
import type { CatalogContext } from '../../context';
import { parseCitations } from '../../importers/citations';
import type { CycleRow } from '../../queries/review/cycles';
import type { Citation } from '../../rules/listed-power';
import type { ReportedPower } from '../../rules/review-cycle/recognise-drafts';
import type { Vocabulary } from '../vocabulary';
import { getCycle, resultsOf, runFor } from './results';
import type { ReviewCycleRef } from './review-cycle';

interface Reported {
  reported: number;
  unchanged: number;
  cycle: CycleRow;
}

/** Adds `reportDraftItems`: a department's report, item by item; whole files come as `POST /imports?as=return`. */
export function addReportItems(
  builder: HubBuilder<CatalogContext>,
  { PowerCategory, ExerciseLevel, InstrumentLevel }: Vocabulary,
  ReviewCycle: ReviewCycleRef,
  refusal: RefusalRef<CatalogContext>,
): void {
  const Citation = builder.inputType('DraftCitationInput', {
    description: 'One clause a reported item rests on (实施依据).',
    fields: (t) => ({
      title: t.string({ required: true, description: 'Title of the instrument, without 《》.' }),
      level: t.field({ type: InstrumentLevel, description: 'Its rank (效力层级).' }),
      documentNumber: t.string({ description: 'Document number (文号).' }),
      date: t.string({ description: 'Version or effective date: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.' }),
      article: t.string({ description: 'Article, e.g. `第七条`.' }),
      paragraph: t.string({ description: 'Paragraph, e.g. `第二款`.' }),
      item: t.string({ description: 'Item, e.g. `第三项`.' }),
      quoted: t.string({ description: 'The clause’s own words.' }),
    }),
  });
  const Office = builder.inputType('DraftOfficeInput', {
    description: 'A responsible office (承办机构).',
    fields: (t) => ({
      name: t.string({ required: true, description: 'Its name.' }),
      id: t.id({ description: 'Its id in the register, where known.' }),
    }),
  });
  const Item = builder.inputType('DraftItemInput', {
    description: 'A power as a department reports it, with or without a basis (P11).',
    fields: (t) => ({
      draftId: t.id({ description: 'The reported item it restates; absent: recognised by its words, else new.' }),
      name: t.string({ required: true, description: 'Item name (事项名称), at most 1,000 characters.' }),
      subItem: t.string({ description: 'Sub-item (子项).' }),
      publishedCode: t.string({ description: 'The department’s own code (事项编码).' }),
      category: t.field({ type: PowerCategory, required: true, description: 'Category (权力类型), one of the cycle’s scheme (P1).' }),
      bodyName: t.string({ required: true, description: 'Implementing body (实施主体) as it is to be printed.' }),
      offices: t.field({ type: [Office], description: 'Responsible offices (承办机构).' }),
      exerciseLevels: t.field({ type: [ExerciseLevel], description: 'Exercise levels (行使层级), P2; absent: the region’s own.' }),
      authoritySplit: t.string({ description: 'Authority split between levels (权限划分).' }),
      citations: t.field({ type: [Citation], description: 'What it rests on; absent: read from `basisText`.' }),
      basisText: t.string({ description: 'The basis as written; absent or empty: without basis.' }),
      duty: t.string({ description: 'Department duty it rests on (部门职责).' }),
      responsibilities: t.string({ description: 'Responsibilities by stage (责任事项).' }),
      accountability: t.string({ description: 'Accountability grounds (追责情形).' }),
      supervisionPhone: t.string({ description: 'Supervision phone (监督电话).' }),
      remark: t.string({ description: 'Remark (备注).' }),
    }),
  });
  const Input = builder.inputType('ReportDraftItemsInput', {
    description: 'Items a department reports.',
    fields: (t) => ({
      cycleId: t.id({ required: true, description: 'The cycle.' }),
      agencyCode: t.id({ required: true, description: 'The department.' }),
      items: t.field({ type: [Item], required: true, description: 'The items; all of them are taken or none.' }),
    }),
  });
  const ReportedRef = builder.objectRef<Reported>('ReportedItems').implement({
    description: 'What became of reported items.',
    fields: (t) => ({
      reported: t.exposeInt('reported', { description: 'New or restated.' }),
      unchanged: t.exposeInt('unchanged', { description: 'Said what was reported before.' }),
      cycle: t.expose('cycle', { type: ReviewCycle, description: 'The cycle.' }),
    }),
  });
  const Result = resultsOf(builder, refusal)('ReportDraftItemsResult', ReportedRef, 'What became of the items, or why none was taken.');
  builder.mutationField('reportDraftItems', (t) =>
    t.field({
      type: Result,
      description:
        'Reports powers as drafts of the department’s return; reporting the same again changes nothing. Refused: WRONG_STAGE, RETURN_ALREADY_SUBMITTED, AGENCY_NOT_IN_CYCLE (P11), ITEM_TOO_LATE (P9), AMENDMENT_NOT_ASKED, CATEGORY_NOT_IN_SCHEME (P1), INVALID_NAME (P2), UNKNOWN_DRAFT. Roles: the department’s editor and head.',
      args: { input: t.arg({ type: Input, required: true, description: 'The items.' }) },
      resolve: async (_root, { input: { cycleId, agencyCode, items } }, context) => {
        const powers = items.map((item) => toPower(item, agencyCode));
        const outcome = await runFor(context, reportItems, { cycleId, agencyCode, powers, file: null });
        if (!outcome.ok) return outcome.refusal;
        const { reported, unchanged } = outcome.value;
        return { reported: reported.length, unchanged, cycle: await getCycle(context, cycleId) };
      },
    }),
  );
}

type Absent<T> = { [Field in keyof T]?: T[Field] | null };
type ItemInput = Pick<ReportedPower, 'name' | 'category'> & { bodyName: string } & Absent<
    Pick<ReportedPower, 'draftId' | 'subItem' | 'publishedCode' | 'authoritySplit' | 'basisText' | 'duty' | 'responsibilities' | 'accountability' | 'supervisionPhone' | 'remark'>
  > & {
    offices?: readonly { name: string; id?: string | null }[] | null;
    exerciseLevels?: ReportedPower['levels'] | null;
    citations?: readonly (Pick<Citation, 'title'> & Absent<Omit<Citation, 'title'>>)[] | null;
  };

/** A reported item as the power a list row would state; it stands in no sheet. */
function toPower(item: ItemInput, agencyCode: string): ReportedPower {
  const text = (value: string | null | undefined): string | null => value?.trim() || null;
  const basisText = text(item.basisText);
  const offices = item.offices ?? [];
  return {
    draftId: item.draftId ?? null,
    sheet: '',
    row: 0,
    agencyCode,
    name: item.name.trim(),
    subItem: text(item.subItem),
    publishedCode: text(item.publishedCode),
    category: item.category,
    body: item.bodyName.trim(),
    offices: offices.map(({ name }) => name),
    officeIds: offices.flatMap(({ id }) => id ?? []),
    levels: item.exerciseLevels ?? [],
    authoritySplit: text(item.authoritySplit),
    citations: item.citations?.map(toCitation) ?? (basisText === null ? [] : parseCitations(basisText)),
    basisText,
    duty: text(item.duty),
    responsibilities: text(item.responsibilities),
    accountability: text(item.accountability),
    supervisionPhone: text(item.supervisionPhone),
    remark: text(item.remark),
  };
}

const toCitation = ({ title, ...clause }: NonNullable<ItemInput['citations']>[number]): Citation => ({
  title,
  level: clause.level ?? null,
  documentNumber: clause.documentNumber ?? null,
  date: clause.date ?? null,
  article: clause.article ?? null,
  paragraph: clause.paragraph ?? null,
  item: clause.item ?? null,
  quoted: clause.quoted ?? null,
});
