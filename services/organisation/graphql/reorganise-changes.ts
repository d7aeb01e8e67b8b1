import { Rejected } from '../../shared/errors';
import { describedEnum } from '../../shared/graphql/described-values';
import { pageRequest, toPage } from '../../shared/graphql/connection';
import { changeKey, countChangesOfRegion, listChangesOfRegion } from '../queries/organisation-changes';
import { CHANGE_SUBJECTS, CHANGE_TERMS } from '../rules/reorganisation/change-kinds';
import { bodiesAfter, bodiesBefore, type ChangedBody, type ChangeRecord } from '../rules/reorganisation/change-record';
import { addSuccession } from './reorganise-succession';
import type { ConnectionOf, OrganisationBuilder, OrganisationTypes } from './types';

/** Adds the changes of bodies and offices as they are on record: the types, and the region's changes by day. */
export function addReorganisations(builder: OrganisationBuilder, types: OrganisationTypes, connectionOf: ConnectionOf) {
  const Kind = addKind(builder);
  const Change = addChange(builder, types, Kind);
  addSuccession(builder, types, Change);
  addChangesOfRegion(builder, Change, connectionOf);
  return { Change, Kind };
}
export type Reorganisations = ReturnType<typeof addReorganisations>;
export type ChangeKindRef = ReturnType<typeof addKind>;
export type ChangeRef = ReturnType<typeof addChange>;

const addKind = (builder: OrganisationBuilder) =>
  builder.enumType('OrganisationChangeKind', describedEnum(CHANGE_TERMS, 'Kind of an organisation change (机构变动类型).'));

function addChange(builder: OrganisationBuilder, { Agency, Office, Region }: OrganisationTypes, Kind: ChangeKindRef) {
  const Subject = builder.enumType('OrganisationChangeSubject', describedEnum(CHANGE_SUBJECTS, 'What an organisation change is about.'));
  const Document = builder.objectRef<ChangeRecord['document']>('OrganisationChangeDocument').implement({
    description: 'The document that decided an organisation change (决定文件).',
    fields: (t) => ({
      title: t.exposeString('title', { description: 'Title (文件名称).' }),
      number: t.exposeString('number', { description: 'Document number (文号), e.g. `并编字〔2026〕3号`.' }),
      date: t.expose('date', { type: 'Date', description: 'Day it was issued (印发日期).' }),
    }),
  });
  const Body = builder.objectRef<ChangedBody>('ChangedBody').implement({
    description: 'A body that an organisation change names, under the name it had or was given that day.',
    fields: (t) => ({
      id: t.exposeID('id', { description: 'Agency code, or office id.' }),
      name: t.exposeString('name', { description: 'Name in the change (名称).' }),
      agency: t.field({
        type: Agency,
        nullable: true,
        description: 'The agency as it is now; null for an office.',
        resolve: ({ id }, _args, { loaders }) => loaders.agencies.load(id),
      }),
      office: t.field({
        type: Office,
        nullable: true,
        description: 'The office as it is now; null for an agency.',
        resolve: ({ id }, _args, { loaders }) => loaders.offices.load(id),
      }),
    }),
  });
  return builder.objectRef<ChangeRecord>('OrganisationChange').implement({
    description: 'A change of bodies or of internal offices by decision (机构变动): founded, renamed, merged, split, abolished.',
    fields: (t) => ({
      id: t.exposeID('id', { description: 'Key: region code, `-C` and a number.' }),
      region: t.field({
        type: Region,
        description: 'Region whose bodies are changed.',
        resolve: async ({ regionCode }, _args, { loaders }) => (await loaders.regions.load(regionCode))!, // named by its agencies
      }),
      subject: t.expose('subject', { type: Subject, description: 'Agencies or offices.' }),
      kind: t.expose('kind', { type: Kind, description: 'Kind (变动类型).' }),
      effectiveOn: t.expose('effectiveOn', { type: 'Date', description: 'First day on which it holds (生效日期); it may be to come.' }),
      document: t.expose('document', { type: Document, description: 'The document that decided it.' }),
      from: t.field({ type: [Body], description: 'The bodies before; none for FOUND.', resolve: bodiesBefore }),
      to: t.field({
        type: [Body],
        description: 'The bodies after; none for ABOLISH without a successor. One that is on both sides lives on.',
        resolve: bodiesAfter,
      }),
    }),
  });
}

function addChangesOfRegion(builder: OrganisationBuilder, Change: ChangeRef, connectionOf: ConnectionOf): void {
  const ChangeConnection = connectionOf('OrganisationChange', Change);
  builder.queryField('organisationChangesOf', (t) =>
    t.field({
      type: ChangeConnection,
      description:
        'Changes of a region’s own bodies and their offices, by the day they take effect, those to come included; not those of the regions below it. The journal of every write is `organisationChanges`.',
      args: {
        regionCode: t.arg.id({ required: true, description: 'Region code.' }),
        from: t.arg({ type: 'Date', description: 'First day.' }),
        to: t.arg({ type: 'Date', description: 'Last day, not before `from`.' }),
        first: t.arg.int({ description: 'Page size, 1–100; 20 unless told.' }),
        after: t.arg.string({ description: 'Cursor of the node before the page.' }),
      },
      resolve: async (_root, args, { store: { database } }) => {
        const request = pageRequest(args);
        const { from = null, to = null } = args;
        if (from !== null && to !== null && to < from) throw new Rejected('BAD_USER_INPUT', `to ${to} 早于 from ${from}`, 'to');
        if (request.after !== null && !/^\d{4}-\d{2}-\d{2} \d{1,9}$/.test(request.after))
          throw new Rejected('BAD_USER_INPUT', '游标无效，请使用上一页返回的 endCursor', 'after');
        const filter = { regionCode: args.regionCode, from, to };
        const rows = await listChangesOfRegion(database, filter, request);
        return toPage(rows, request, changeKey, () => countChangesOfRegion(database, filter));
      },
    }),
  );
}
