import type { HubBuilder } from '../../shared/graphql/schema-builder';
import type { CatalogContext } from '../context';
import type { PlacedPower } from '../rules/identify-items';
import type { Citation } from '../rules/listed-power';
import type { ExerciseLevel, InstrumentLevel, PowerCategory } from '../rules/vocabulary';
import type { Vocabulary } from './vocabulary';

/** Adds the statement of an item that a decision puts on the list, and the parts it shares with an amendment. */
export function addNewItemInput(builder: HubBuilder<CatalogContext>, { PowerCategory, ExerciseLevel, InstrumentLevel }: Vocabulary) {
  const Basis = builder.inputType('StatedBasisInput', {
    description: 'One clause an item rests on (实施依据).',
    fields: (t) => ({
      title: t.string({ required: true, description: 'Full title of the instrument without the outer 《》.' }),
      level: t.field({ type: InstrumentLevel, description: 'Its rank (效力层级), where known.' }),
      documentNumber: t.string({ description: 'Document number (文号).' }),
      date: t.string({ description: 'Version or effective date, `YYYY[-MM[-DD]]`.' }),
      article: t.string({ description: '`第七条`.' }),
      paragraph: t.string({ description: '`第一款`.' }),
      item: t.string({ description: '`第三项`.' }),
      quoted: t.string({ description: 'The clause’s own words.' }),
    }),
  });
  const Office = builder.inputType('StatedOfficeInput', {
    description: 'A responsible office (承办机构).',
    fields: (t) => ({
      name: t.string({ required: true, description: 'Its name as the list prints it.' }),
      id: t.id({ description: 'Its id in the organisation service, where known.' }),
    }),
  });
  const NewItem = builder.inputType('NewItemInput', {
    description: 'An item that a decision puts on the list. One that the list knew before keeps its code.',
    fields: (t) => ({
      publishedCode: t.string({ description: 'The list’s own code; the hub gives one when absent.' }),
      name: t.string({ required: true, description: 'Item name (事项名称), at most 1,000 characters.' }),
      subItem: t.string({ description: 'Sub-item (子项).' }),
      category: t.field({ type: PowerCategory, required: true, description: 'Category (权力类型), one of the list’s scheme (P1).' }),
      agencyCode: t.id({ required: true, description: 'Implementing body (实施主体), of the list’s region.' }),
      bodyName: t.string({ required: true, description: 'The implementing body as the list prints it.' }),
      offices: t.field({ type: [Office], description: 'Responsible offices (承办机构).' }),
      levels: t.field({ type: [ExerciseLevel], required: true, description: 'Levels that exercise it (行使层级).' }),
      authoritySplit: t.string({ description: 'Authority split between levels (权限划分).' }),
      bases: t.field({ type: [Basis], description: 'What it rests on (实施依据), in order; or `basisText`.' }),
      basisText: t.string({ description: 'The basis as the list prints it.' }),
      duty: t.string({ description: 'Department duty it rests on (部门职责).' }),
      responsibilities: t.string({ description: 'Responsibilities by stage (责任事项).' }),
      accountability: t.string({ description: 'Accountability grounds (追责情形).' }),
      supervisionPhone: t.string({ description: 'Supervision phone (监督电话).' }),
      remark: t.string({ description: 'Remark (备注).' }),
    }),
  });
  return { NewItem, Basis, Office };
}
export type NewItemInputs = ReturnType<typeof addNewItemInput>;

type Absent<T> = T | null | undefined;
type SentBasis = { title: string; level?: Absent<InstrumentLevel> } & {
  [Part in 'documentNumber' | 'date' | 'article' | 'paragraph' | 'item' | 'quoted']?: Absent<string>;
};
interface SentOffice {
  name: string;
  id?: Absent<string>;
}
type SentItem = { name: string; category: PowerCategory; agencyCode: string; bodyName: string; levels: readonly ExerciseLevel[] } & {
  offices?: Absent<readonly SentOffice[]>;
  bases?: Absent<readonly SentBasis[]>;
} & {
  [Part in
    | 'publishedCode' | 'subItem' | 'authoritySplit' | 'basisText' | 'duty' | 'responsibilities' | 'accountability'
    | 'supervisionPhone' | 'remark']?: Absent<string>;
};

const toCitation = ({ title, level, documentNumber, date, article, paragraph, item, quoted }: SentBasis): Citation => ({
  level: level ?? null,
  title: title.trim(),
  documentNumber: documentNumber ?? null,
  date: date ?? null,
  article: article ?? null,
  paragraph: paragraph ?? null,
  item: item ?? null,
  quoted: quoted ?? null,
});
export const toCitations = (bases: readonly SentBasis[]): Citation[] => bases.map(toCitation);

/** Offices by name, and the ids of those that the organisation service knows. */
export const toOffices = (offices: readonly SentOffice[]): { officeNames: string[]; officeIds: string[] } => ({
  officeNames: offices.map(({ name }) => name),
  officeIds: offices.flatMap(({ id }) => id ?? []),
});

/** The item as a list row would state it. */
export function toNewPower(sent: SentItem): PlacedPower {
  const { officeNames, officeIds } = toOffices(sent.offices ?? []);
  return {
    sheet: '',
    row: 0,
    publishedCode: sent.publishedCode ?? null,
    name: sent.name.trim(),
    subItem: sent.subItem ?? null,
    category: sent.category,
    agencyCode: sent.agencyCode,
    body: sent.bodyName.trim(),
    offices: officeNames,
    officeIds,
    levels: [...sent.levels],
    authoritySplit: sent.authoritySplit ?? null,
    citations: toCitations(sent.bases ?? []),
    basisText: sent.basisText ?? null,
    duty: sent.duty ?? null,
    responsibilities: sent.responsibilities ?? null,
    accountability: sent.accountability ?? null,
    supervisionPhone: sent.supervisionPhone ?? null,
    remark: sent.remark ?? null,
  };
}
