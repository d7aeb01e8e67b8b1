import SchemaBuilder from '@pothos/core';
import type { GraphQLSchema } from 'graphql';
import type pg from 'pg';
import { PUBLIC_STATUSES } from '../../../services/catalog/rules/on-the-list';
import { citationText } from '../../../services/catalog/rules/citation-text';
import type { ExerciseLevel, InstrumentLevel, ItemStatus, PowerCategory } from '../../../services/catalog/rules/vocabulary';
import type { GuideDocument } from '../../../services/service-center/rules/guide-document';
import { linkOf, type KnownAgency, type KnownOffice, type KnownOfficer } from '../../../services/service-center/rules/link-status';
import { addGuideParts } from './guide-parts';

interface CitationRow {
  documentNumber: string | null;
  article: string | null;
  paragraph: string | null;
  item: string | null;
  instrument: { title: string; documentNumber: string | null; level: InstrumentLevel | null };
}

/** An item and everything its guide needs, as the one statement answers it. */
interface Row {
  code: string;
  name: string;
  category: PowerCategory;
  status: ItemStatus;
  levels: ExerciseLevel[];
  agencyCode: string;
  agency: KnownAgency | null;
  citations: CitationRow[] | null;
  document: GuideDocument | null;
  offices: KnownOffice[] | null;
  officers: KnownOfficer[] | null;
}

/** A row whose offices and officers are found by id. */
interface Item extends Omit<Row, 'offices' | 'officers'> {
  offices: ReadonlyMap<string, KnownOffice>;
  officers: ReadonlyMap<string, KnownOfficer>;
}

const AGENCY = `json_build_object('code', a.code, 'name', a.name, 'abolishedOn', a.abolished_on)`;
const STATEMENT = {
  name: 'guide',
  text: `SELECT v.code, v.name, v.category, v.status, v.levels, v.agency_code AS "agencyCode", g.document,
      (SELECT ${AGENCY} FROM organisation.agency a WHERE a.code = v.agency_code) AS agency,
      (SELECT json_agg(json_build_object('documentNumber', c.document_number, 'article', c.article, 'paragraph', c.paragraph, 'item', c.item,
          'instrument', json_build_object('title', n.title, 'documentNumber', n.document_number, 'level', n.level)) ORDER BY c.ordinal)
        FROM catalog.citation c JOIN catalog.legal_instrument n ON n.id = c.instrument_id WHERE c.version_id = v.id) AS citations,
      (SELECT json_agg(json_build_object('id', o.id, 'agencyCode', o.agency_code, 'name', o.name, 'phone', o.phone, 'closedOn', o.closed_on, 'agency', ${AGENCY}))
        FROM organisation.office o JOIN organisation.agency a ON a.code = o.agency_code WHERE o.id = ANY(g.office_ids)) AS offices,
      (SELECT json_agg(json_build_object('id', p.id, 'agencyCode', p.agency_code, 'name', p.name, 'post', p.post))
        FROM organisation.officer p WHERE p.id = ANY(g.officer_ids)) AS officers
    FROM catalog.item_version v
    LEFT JOIN service_center.guide_version g ON g.item_code = v.code AND g.valid_from <= $2::date AND g.valid_to > $2::date
    WHERE v.code = $1 AND v.valid_from <= $2::date AND v.valid_to > $2::date AND v.status = ANY($3::text[])`,
};

/** ItemGuide from one prepared, hand-written statement: about the least a GraphQL server over these tables can do. */
export function oneSqlSchema(pool: Pick<pg.Pool, 'query'>, today: () => string): GraphQLSchema {
  const builder = new SchemaBuilder<{ DefaultFieldNullability: false; Scalars: { ID: { Input: string; Output: string } } }>({ defaultFieldNullability: false });
  const parts = addGuideParts(builder);
  const { PowerCategory, ItemStatus, ExerciseLevel, InstrumentLevel } = parts.vocabulary;
  const Agency = builder.objectRef<KnownAgency>('Agency').implement({ fields: (t) => ({ code: t.exposeID('code'), name: t.exposeString('name') }) });
  const Office = builder.objectRef<KnownOffice>('Office').implement({
    fields: (t) => ({ id: t.exposeID('id'), name: t.exposeString('name'), phone: t.exposeString('phone', { nullable: true }), agency: t.expose('agency', { type: Agency, nullable: true }) }),
  });
  const Officer = builder.objectRef<KnownOfficer>('Officer').implement({ fields: (t) => ({ name: t.exposeString('name'), post: t.exposeString('post', { nullable: true }) }) });
  const Instrument = builder.objectRef<CitationRow['instrument']>('LegalInstrument').implement({
    fields: (t) => ({
      title: t.exposeString('title'),
      documentNumber: t.exposeString('documentNumber', { nullable: true }),
      kind: t.field({ type: InstrumentLevel, nullable: true, resolve: ({ level }) => level }),
    }),
  });
  const LegalBasis = builder.objectRef<CitationRow>('LegalBasis').implement({
    fields: (t) => ({ citation: t.string({ resolve: citationText }), article: t.exposeString('article', { nullable: true }), instrument: t.expose('instrument', { type: Instrument }) }),
  });
  const Step = builder.objectRef<{ item: Item; step: GuideDocument['steps'][number] }>('Step').implement({
    fields: (t) => ({
      order: t.int({ resolve: ({ step }) => step.order }),
      name: t.string({ resolve: ({ step }) => step.name }),
      office: t.field({ type: Office, nullable: true, resolve: ({ item, step }) => item.offices.get(step.officeId ?? '') }),
      limit: t.field({ type: parts.Limit, nullable: true, resolve: ({ step }) => step.limit }),
    }),
  });
  const Guide = builder.objectRef<Item & { document: GuideDocument }>('ServiceGuide').implement({
    fields: (t) => ({
      conditions: t.stringList({ resolve: ({ document }) => document.conditions }),
      steps: t.field({ type: [Step], resolve: (item) => item.document.steps.toSorted((a, b) => a.order - b.order).map((step) => ({ item, step })) }),
      materials: t.field({ type: [parts.Material], resolve: ({ document }) => document.materials }),
      statutoryLimit: t.field({ type: parts.Limit, nullable: true, resolve: ({ document }) => document.statutoryLimit }),
      promisedLimit: t.field({ type: parts.Limit, nullable: true, resolve: ({ document }) => document.promisedLimit }),
      fees: t.field({ type: [parts.Fee], resolve: ({ document }) => document.fees }),
      responsibleOffice: t.field({ type: Office, nullable: true, resolve: ({ document, offices }) => offices.get(document.responsibleOfficeId ?? '') }),
      officer: t.field({ type: Officer, nullable: true, resolve: ({ document, officers }) => officers.get(document.officerId ?? '') }),
      enquiryPhone: t.string({ nullable: true, resolve: ({ document }) => document.enquiryPhone }),
      supervisionPhone: t.string({ nullable: true, resolve: ({ document }) => document.supervisionPhone }),
      venues: t.field({ type: [parts.Venue], resolve: ({ document }) => document.venues }),
      result: t.field({ type: parts.Result, nullable: true, resolve: ({ document }) => document.results[0] ?? null }),
    }),
  });
  const PowerItem = builder.objectRef<Item>('PowerItem').implement({
    fields: (t) => ({
      code: t.exposeID('code'),
      name: t.exposeString('name'),
      category: t.expose('category', { type: PowerCategory }),
      status: t.expose('status', { type: ItemStatus }),
      exerciseLevels: t.expose('levels', { type: [ExerciseLevel] }),
      legalBases: t.field({ type: [LegalBasis], resolve: ({ citations }) => citations ?? [] }),
      implementingAgency: t.expose('agency', { type: Agency, nullable: true }),
      guide: t.field({ type: Guide, nullable: true, resolve: ({ document, ...item }) => (document === null ? null : { ...item, document }) }),
      link: t.field({
        type: parts.Link,
        nullable: true,
        resolve: ({ code, category, status, agencyCode, agency, document, offices, officers }) =>
          linkOf(category, { item: { code, category, status, agencyCode }, agency, document, offices, officers }, today()),
      }),
    }),
  });
  builder.queryType({
    fields: (t) => ({
      powerItem: t.field({
        type: PowerItem,
        nullable: true,
        args: { code: t.arg.id({ required: true }) },
        async resolve(_root, { code }): Promise<Item | null> {
          const { rows } = (await pool.query({ ...STATEMENT, values: [code, today(), PUBLIC_STATUSES] })) as { rows: Row[] };
          const [row] = rows;
          return row === undefined ? null : { ...row, offices: byId(row.offices), officers: byId(row.officers) };
        },
      }),
    }),
  });
  return builder.toSchema();
}

const byId = <Row extends { id: string }>(rows: readonly Row[] | null): ReadonlyMap<string, Row> => new Map(rows?.map((row) => [row.id, row]));
