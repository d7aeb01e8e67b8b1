import { pageRequest, type connections } from '../../../shared/graphql/connection';
import type { HubBuilder } from '../../../shared/graphql/schema-builder';
import { authorise } from '../../../shared/permission';
import { Rejected } from '../../../shared/errors';
import type { ServiceCenterContext } from '../../context';
import { caseViews } from '../../queries/cases/case-views';
import { listCases, type CasesOf } from '../../queries/cases/list-cases';
import { trackedCase } from '../../queries/cases/tracked-case';
import { placeOfCase } from '../../rules/cases/case-number';
import { SERVICE_CENTER_PERMISSIONS } from '../../rules/permissions';
import type { CaseRef } from './case';
import type { CaseVocabulary } from './vocabulary';

/** Whose cases are asked for: an agency's or a region's. Who asks may read them, or learns nothing. */
function casesOf(args: { agencyCode?: string | null; regionCode?: string | null }, { actor }: ServiceCenterContext): CasesOf {
  const agencyCode = args.agencyCode ?? null;
  const regionCode = args.regionCode ?? agencyCode?.slice(0, 6) ?? null;
  if (regionCode === null) throw new Rejected('BAD_USER_INPUT', '请指定 agencyCode 或 regionCode', 'agencyCode');
  authorise(SERVICE_CENTER_PERMISSIONS, 'read-cases', actor, agencyCode === null ? { regionCode } : placeOfCase(agencyCode));
  return { regionCode, agencyCode };
}

/** Adds `trackCase`, `case` and `cases`. */
export function addReadCases(
  builder: HubBuilder<ServiceCenterContext>,
  connectionOf: ReturnType<typeof connections<ServiceCenterContext>>,
  Case: CaseRef,
  { CaseState }: CaseVocabulary,
): void {
  builder.queryField('trackCase', (t) =>
    t.field({
      type: Case,
      nullable: true,
      description: 'An applicant follows a case with its receipt (办件进度查询): number and query code. Null for a wrong one of either. Nothing of the applicant is told. Public.',
      args: {
        number: t.arg.id({ required: true, description: 'Number on the receipt.' }),
        queryCode: t.arg.string({ required: true, description: 'Query code on the receipt (查询码); hyphens and case do not matter.' }),
      },
      resolve: (_root, { number, queryCode }, { store }) => trackedCase(store.database, number, queryCode, store.now()),
    }),
  );
  builder.queryField('case', (t) =>
    t.field({
      type: Case,
      nullable: true,
      description: 'A case by its number; null when there is none. For the handling agency, the service center and the supervision bureau of its region.',
      args: { number: t.arg.id({ required: true, description: 'Number of the case.' }) },
      resolve: async (_root, { number }, { store, actor }) => {
        authorise(SERVICE_CENTER_PERMISSIONS, 'read-cases', actor, placeOfCase(number));
        return (await caseViews(store.database, [number], store.now()))[0] ?? null;
      },
    }),
  );
  const CaseFilter = builder.inputType('CaseFilter', {
    description: 'Narrows cases; what is absent does not.',
    fields: (t) => ({
      state: t.field({ type: [CaseState], description: 'In one of these states.' }),
      itemCode: t.id({ description: 'Of this item.' }),
      dueBefore: t.field({ type: 'Date', description: 'Open and due before this day.' }),
      overdue: t.boolean({ description: 'True: open past its due date, or decided after it. False: neither.' }),
    }),
  });
  const CaseConnection = connectionOf('Case', Case);
  builder.queryField('cases', (t) =>
    t.field({
      type: CaseConnection,
      description: 'Cases of an agency, or of a region with everything below it, the last received first. For the handling agency, the service center and the supervision bureau of the region.',
      args: {
        agencyCode: t.arg.id({ description: 'The handling agency; or give `regionCode`.' }),
        regionCode: t.arg.id({ description: 'The region, with everything below it.' }),
        filter: t.arg({ type: CaseFilter, description: 'Narrows the list.' }),
        first: t.arg.int({ defaultValue: 20, description: '1–100.' }),
        after: t.arg.string({ description: '`endCursor` of the page before.' }),
      },
      resolve: (_root, { filter, first, after, ...whose }, context) =>
        listCases(context.store.database, casesOf(whose, context), filter ?? {}, pageRequest({ first, after }), context.store.now(), context.today),
    }),
  );
}
