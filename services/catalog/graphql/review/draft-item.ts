import type { connections } from '../../../shared/graphql/connection';
import type { HubBuilder } from '../../../shared/graphql/schema-builder';
import type { CatalogContext } from '../../context';
import type { DraftRow } from '../../queries/review/drafts';
import { citationText } from '../../rules/citation-text';
import type { Citation } from '../../rules/listed-power';
import type { ForeignTypes } from '../foreign/stubs';
import type { Vocabulary } from '../vocabulary';
import type { OpinionTypes } from './opinion';
import type { ReviewVocabulary } from './vocabulary';

/** Adds DraftItem and its connection. */
export function addDraftItem(
  builder: HubBuilder<CatalogContext>,
  { PowerCategory, ExerciseLevel, InstrumentLevel }: Vocabulary,
  { DraftStatus }: ReviewVocabulary,
  { ReviewOpinion }: OpinionTypes,
  { Agency, Office }: ForeignTypes,
  connectionOf: ReturnType<typeof connections<CatalogContext>>,
) {
  const DraftCitation = builder.objectRef<Citation>('DraftCitation').implement({
    description: 'One clause a reported item rests on (实施依据), in the order of the report.',
    fields: (t) => ({
      citation: t.string({
        description: 'As one line, e.g. `《中华人民共和国水法》第七条`.',
        resolve: ({ title, ...clause }) => citationText({ ...clause, instrument: { title } }),
      }),
      title: t.exposeString('title', { description: 'Title of the instrument, without 《》.' }),
      level: t.expose('level', { type: InstrumentLevel, nullable: true, description: 'Its rank (效力层级), where told.' }),
      documentNumber: t.exposeString('documentNumber', { nullable: true, description: 'Document number (文号).' }),
      article: t.exposeString('article', { nullable: true, description: 'Article (条), e.g. `第七条`; null when the report names none.' }),
      paragraph: t.exposeString('paragraph', { nullable: true, description: 'Paragraph (款).' }),
      item: t.exposeString('item', { nullable: true, description: 'Item (项).' }),
    }),
  });
  const DraftItem = builder.objectRef<DraftRow>('DraftItem').implement({
    description: 'An item as a department reports it in a review cycle (报送事项). Never public, not on the list.',
    fields: (t) => ({
      id: t.exposeID('id', { description: 'Id within the hub.' }),
      agency: t.field({ type: Agency, description: 'The department that reports it.', resolve: ({ agencyCode }) => ({ code: agencyCode }) }),
      name: t.string({ description: 'Item name (事项名称).', resolve: ({ facts }) => facts.name }),
      subItem: t.string({ nullable: true, description: 'Sub-item (子项) of the item of this name.', resolve: ({ facts }) => facts.subItem }),
      publishedCode: t.string({ nullable: true, description: 'Code the department gives it (事项编码).', resolve: ({ facts }) => facts.publishedCode }),
      category: t.expose('category', { type: PowerCategory, description: 'Category (权力类型), P1.' }),
      status: t.expose('status', { type: DraftStatus, description: 'Where it stands in the cycle.' }),
      round: t.exposeInt('round', { description: 'Round in which it was last reported, 1–3.' }),
      bodyName: t.string({ description: 'Implementing body (实施主体) as reported.', resolve: ({ facts }) => facts.body }),
      offices: t.field({ type: [Office], description: 'Responsible offices (承办机构) that the register knows.', resolve: ({ facts }) => facts.officeIds.map((id) => ({ id })) }),
      officeNames: t.stringList({ description: 'Responsible offices as reported.', resolve: ({ facts }) => facts.offices }),
      exerciseLevels: t.field({ type: [ExerciseLevel], description: 'Exercise levels (行使层级), P2.', resolve: ({ facts }) => facts.levels }),
      authoritySplit: t.string({ nullable: true, description: 'Authority split between levels (权限划分).', resolve: ({ facts }) => facts.authoritySplit }),
      citations: t.field({ type: [DraftCitation], description: 'What it rests on (实施依据).', resolve: ({ facts }) => facts.citations }),
      basisText: t.string({ nullable: true, description: 'The basis as written.', resolve: ({ facts }) => facts.basisText }),
      withoutBasis: t.boolean({
        description: 'It states no basis: reported all the same, since hiding a power is a violation (P11).',
        resolve: ({ facts }) => facts.citations.length === 0 && facts.basisText === null,
      }),
      duty: t.string({ nullable: true, description: 'Department duty it rests on (部门职责).', resolve: ({ facts }) => facts.duty }),
      responsibilities: t.string({ nullable: true, description: 'Responsibilities by stage (责任事项).', resolve: ({ facts }) => facts.responsibilities }),
      accountability: t.string({ nullable: true, description: 'Accountability grounds (追责情形).', resolve: ({ facts }) => facts.accountability }),
      supervisionPhone: t.string({ nullable: true, description: 'Supervision phone (监督电话).', resolve: ({ facts }) => facts.supervisionPhone }),
      remark: t.string({ nullable: true, description: 'Remark (备注).', resolve: ({ facts }) => facts.remark }),
      opinions: t.expose('opinions', { type: [ReviewOpinion], description: 'What reviewers said of it, in the order given, with the answers.' }),
    }),
  });
  return { DraftItem, DraftItemConnection: connectionOf('DraftItem', DraftItem) };
}
export type DraftTypes = ReturnType<typeof addDraftItem>;
