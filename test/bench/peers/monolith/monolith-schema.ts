import SchemaBuilder from '@pothos/core';
import PrismaPlugin, { queryFromInfo } from '@pothos/plugin-prisma';
import DataLoader from 'dataloader';
import type { GraphQLSchema } from 'graphql';
import { PUBLIC_STATUSES } from '../../../../services/catalog/rules/on-the-list';
import { citationText } from '../../../../services/catalog/rules/citation-text';
import { foldText, termGrams } from '../../../../services/catalog/rules/search-grams';
import type { ExerciseLevel, InstrumentLevel, ItemStatus, PowerCategory } from '../../../../services/catalog/rules/vocabulary';
import type { GuideDocument } from '../../../../services/service-center/rules/guide-document';
import { linkOf } from '../../../../services/service-center/rules/link-status';
import type { PowerCategory as LinkCategory } from '../../../../services/service-center/rules/vocabulary';
import type { Agency, Officer, Prisma, PrismaClient } from './client/client';
import type PrismaTypes from './pothos-types';
import { getDatamodel } from './pothos-types';
import { addGuideParts, type PeerBuilder } from '../guide-parts';

interface Types {
  PrismaTypes: PrismaTypes;
  DefaultFieldNullability: false;
  Scalars: { ID: { Input: string; Output: string } };
  Context: MonolithContext;
}

/** The offices and officers of one request, each kind read in one statement for all its guides. */
export const monolithContext = (prisma: PrismaClient) => ({
  offices: new DataLoader<string, OfficeRow | null>(async (ids) => inOrder(ids, await prisma.office.findMany({ where: { id: { in: [...ids] } }, include: { agency: true } }))),
  officers: new DataLoader<string, Officer | null>(async (ids) => inOrder(ids, await prisma.officer.findMany({ where: { id: { in: [...ids] } } }))),
});
type MonolithContext = ReturnType<typeof monolithContext>;

function inOrder<Row extends { id: string }>(ids: readonly string[], rows: readonly Row[]): (Row | null)[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
}

type OfficeRow = Prisma.OfficeGetPayload<{ include: { agency: true } }>;

/** A guide's document with whom it names, all read at once. */
interface Guide {
  document: GuideDocument;
  offices: ReadonlyMap<string, OfficeRow>;
  officers: ReadonlyMap<string, Officer>;
}

const toCursor = (code: string): string => Buffer.from(`k:${code}`).toString('base64url');
const openCursor = (cursor: string): string => Buffer.from(cursor, 'base64url').toString().slice(2);
const dayText = (day: Date | null): string | null => day?.toISOString().slice(0, 10) ?? null;
const dayOf = (text: string): Date => new Date(text);

/** The hub's answers from one schema over Prisma: what a good engineer writes who has one database. The plugin gathers what an operation selects. */
export function monolithSchema(prisma: PrismaClient, today: () => string): GraphQLSchema {
  const builder = new SchemaBuilder<Types>({ plugins: [PrismaPlugin], defaultFieldNullability: false, prisma: { client: prisma, dmmf: getDatamodel() } });
  const parts = addGuideParts(builder as unknown as PeerBuilder);
  const { PowerCategory, ItemStatus, ExerciseLevel, InstrumentLevel } = parts.vocabulary;
  const holds = (): { validFrom: { lte: Date }; validTo: { gt: Date } } => ({ validFrom: { lte: dayOf(today()) }, validTo: { gt: dayOf(today()) } });
  const guideOfItem = () => ({ item: { select: { guides: { where: holds(), take: 1 } } } });

  const AgencyRef = builder.prismaObject('Agency', { fields: (t) => ({ code: t.exposeID('code'), name: t.exposeString('name') }) });
  const Office = builder.objectRef<OfficeRow>('Office').implement({
    fields: (t) => ({
      id: t.exposeID('id'),
      name: t.exposeString('name'),
      phone: t.exposeString('phone', { nullable: true }),
      agency: t.field({ type: AgencyRef, resolve: ({ agency }) => agency as never }),
    }),
  });
  const OfficerRef = builder.objectRef<Officer>('Officer').implement({ fields: (t) => ({ name: t.exposeString('name'), post: t.exposeString('post', { nullable: true }) }) });
  const Instrument = builder.prismaObject('LegalInstrument', {
    fields: (t) => ({
      title: t.exposeString('title'),
      documentNumber: t.exposeString('documentNumber', { nullable: true }),
      kind: t.field({ type: InstrumentLevel, nullable: true, select: { level: true }, resolve: ({ level }) => level as InstrumentLevel | null }),
    }),
  });
  const LegalBasis = builder.prismaObject('Citation', {
    name: 'LegalBasis',
    fields: (t) => ({
      citation: t.string({ select: { documentNumber: true, article: true, paragraph: true, item: true, instrument: true }, resolve: citationText }),
      article: t.exposeString('article', { nullable: true }),
      instrument: t.relation('instrument', { type: Instrument }),
    }),
  });
  const Step = builder.objectRef<{ guide: Guide; step: GuideDocument['steps'][number] }>('Step').implement({
    fields: (t) => ({
      order: t.int({ resolve: ({ step }) => step.order }),
      name: t.string({ resolve: ({ step }) => step.name }),
      office: t.field({ type: Office, nullable: true, resolve: ({ guide, step }) => guide.offices.get(step.officeId ?? '') }),
      limit: t.field({ type: parts.Limit, nullable: true, resolve: ({ step }) => step.limit }),
    }),
  });
  const GuideRef = builder.objectRef<Guide>('ServiceGuide').implement({
    fields: (t) => ({
      conditions: t.stringList({ resolve: ({ document }) => document.conditions }),
      steps: t.field({ type: [Step], resolve: (guide) => guide.document.steps.toSorted((a, b) => a.order - b.order).map((step) => ({ guide, step })) }),
      materials: t.field({ type: [parts.Material], resolve: ({ document }) => document.materials }),
      statutoryLimit: t.field({ type: parts.Limit, nullable: true, resolve: ({ document }) => document.statutoryLimit }),
      promisedLimit: t.field({ type: parts.Limit, nullable: true, resolve: ({ document }) => document.promisedLimit }),
      fees: t.field({ type: [parts.Fee], resolve: ({ document }) => document.fees }),
      responsibleOffice: t.field({ type: Office, nullable: true, resolve: ({ document, offices }) => offices.get(document.responsibleOfficeId ?? '') }),
      officer: t.field({ type: OfficerRef, nullable: true, resolve: ({ document, officers }) => officers.get(document.officerId ?? '') }),
      enquiryPhone: t.string({ nullable: true, resolve: ({ document }) => document.enquiryPhone }),
      supervisionPhone: t.string({ nullable: true, resolve: ({ document }) => document.supervisionPhone }),
      venues: t.field({ type: [parts.Venue], resolve: ({ document }) => document.venues }),
      result: t.field({ type: parts.Result, nullable: true, resolve: ({ document }) => document.results[0] ?? null }),
    }),
  });

  async function readGuide({ item: { guides } }: ItemWithGuide, context: MonolithContext): Promise<Guide | null> {
    const [version] = guides;
    if (version === undefined) return null;
    const [offices, officers] = await Promise.all([
      Promise.all(version.officeIds.map((id) => context.offices.load(id))),
      Promise.all(version.officerIds.map((id) => context.officers.load(id))),
    ]);
    const known = <Row extends { id: string }>(rows: readonly (Row | null)[]): ReadonlyMap<string, Row> => new Map(rows.flatMap((row) => (row === null ? [] : [[row.id, row]])));
    return { document: version.document as unknown as GuideDocument, offices: known(offices), officers: known(officers) };
  }
  const guides = new WeakMap<object, Promise<Guide | null>>();
  function guideOf(item: ItemWithGuide, context: MonolithContext): Promise<Guide | null> {
    const known = guides.get(item);
    if (known) return known;
    const read = readGuide(item, context);
    guides.set(item, read);
    return read;
  }

  const Item = builder.prismaObject('ItemVersion', {
    name: 'PowerItem',
    fields: (t) => ({
      code: t.exposeID('code'),
      name: t.exposeString('name'),
      category: t.field({ type: PowerCategory, select: { category: true }, resolve: ({ category }) => category as PowerCategory }),
      status: t.field({ type: ItemStatus, select: { status: true }, resolve: ({ status }) => status as ItemStatus }),
      exerciseLevels: t.field({ type: [ExerciseLevel], select: { levels: true }, resolve: ({ levels }) => levels as ExerciseLevel[] }),
      legalBases: t.relation('citations', { type: LegalBasis, query: { orderBy: { ordinal: 'asc' } } }),
      implementingAgency: t.relation('agency', { type: AgencyRef, nullable: true }),
      guide: t.field({ type: GuideRef, nullable: true, select: guideOfItem, resolve: (item, _args, context) => guideOf(item, context) }),
      link: t.field({
        type: parts.Link,
        nullable: true,
        select: () => ({ code: true, category: true, status: true, agencyCode: true, agency: true, ...guideOfItem() }),
        async resolve(item, _args, context) {
          const guide = await guideOf(item, context);
          const { code, status, agencyCode, agency } = item;
          const category = item.category as LinkCategory;
          const listed = { code, category, status: status as ItemStatus, agencyCode };
          const offices = new Map([...(guide?.offices ?? [])].map(([id, office]) => [id, { ...office, closedOn: dayText(office.closedOn), agency: knownAgency(office.agency) }]));
          return linkOf(category, { item: listed, agency: agency && knownAgency(agency), document: guide?.document ?? null, offices, officers: guide?.officers ?? new Map() }, today());
        },
      }),
    }),
  });

  const Filter = builder.inputType('PowerItemFilter', {
    fields: (t) => ({
      text: t.string(),
      category: t.field({ type: [PowerCategory] }),
      regionCode: t.id(),
      agencyCode: t.id(),
      level: t.field({ type: ExerciseLevel }),
      status: t.field({ type: [ItemStatus] }),
    }),
  });
  const Page = builder
    .objectRef<{ nodes: { code: string }[]; hasNextPage: boolean; count: () => Promise<number> }>('PowerItemConnection')
    .implement({
      fields: (t) => ({
        totalCount: t.int({ resolve: ({ count }) => count() }),
        pageInfo: t.field({
          type: parts.PageInfo,
          resolve: ({ nodes, hasNextPage }) => ({ hasNextPage, endCursor: nodes.length > 0 ? toCursor(nodes.at(-1)!.code) : null }),
        }),
        nodes: t.field({ type: [Item], resolve: ({ nodes }) => nodes as never }),
      }),
    });

  builder.queryType({
    fields: (t) => ({
      powerItem: t.prismaField({
        type: Item,
        nullable: true,
        args: { code: t.arg.id({ required: true }) },
        resolve: (query, _root, { code }) => prisma.itemVersion.findFirst({ ...query, where: { code, ...holds(), status: { in: [...PUBLIC_STATUSES] } } }),
      }),
      powerItems: t.field({
        type: Page,
        args: { filter: t.arg({ type: Filter }), first: t.arg.int({ defaultValue: 20 }), after: t.arg.string() },
        async resolve(_root, { filter, first, after }, context, info) {
          const words = (filter?.text ?? '').split(/\s+/).filter(Boolean).map(foldText);
          const where: Prisma.ItemVersionWhereInput = {
            ...holds(),
            status: { in: (filter?.status ?? PUBLIC_STATUSES).filter((status) => PUBLIC_STATUSES.includes(status)) },
            ...(filter?.regionCode ? { regionCode: filter.regionCode } : {}),
            ...(filter?.agencyCode ? { agencyCode: filter.agencyCode } : {}),
            ...(filter?.category?.length ? { category: { in: filter.category } } : {}),
            ...(filter?.level ? { levels: { has: filter.level } } : {}),
            AND: words.map((word) => ({ grams: { hasEvery: termGrams(word) }, searchText: { contains: word } })),
          };
          const length = first ?? 20;
          const query = queryFromInfo({ context, info, path: ['nodes'], typeName: 'PowerItem' });
          const rows = await prisma.itemVersion.findMany({
            ...query,
            where: { AND: [where, after ? { code: { gt: openCursor(after) } } : {}] },
            orderBy: { code: 'asc' },
            take: length + 1,
          });
          return { nodes: rows.slice(0, length), hasNextPage: rows.length > length, count: () => prisma.itemVersion.count({ where }) };
        },
      }),
    }),
  });
  return builder.toSchema();
}

const knownAgency = ({ code, name, abolishedOn }: Agency) => ({ code, name, abolishedOn: dayText(abolishedOn) });

/** The select callbacks of `guide` and `link` see to it that it is there. */
type ItemWithGuide = { item: Prisma.PowerItemGetPayload<{ select: { guides: true } }> };
