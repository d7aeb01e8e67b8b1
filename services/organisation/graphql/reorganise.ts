import { isRefusal, memberOf } from '../../shared/graphql/refusal';
import { runCommand } from '../../shared/run-command';
import { reorganiseAgencies } from '../commands/reorganise/reorganise-agencies';
import { reorganiseOffices } from '../commands/reorganise/reorganise-offices';
import { PERMISSIONS } from '../rules/permissions';
import type { ChangeKindRef, Reorganisations } from './reorganise-changes';
import type { OrganisationBuilder, OrganisationTypes, Refusal } from './types';

const CODES =
  'DOCUMENT_MISSING, BODIES_MISCOUNTED, DUPLICATE_CODE, CODE_CHANGED, SUCCEEDS_ITSELF, ALREADY_REGISTERED, NAME_MISSING, NAME_DIFFERS, NAME_UNCHANGED, NAME_IN_USE, BEFORE_FOUNDING, NOT_ALIVE_ON_DAY, SUCCESSOR_ABOLISHED, RENAME_IN_FUTURE, ITEMS_WITHOUT_SUCCESSOR (P13), CODES_USED_UP';

/** Adds `reorganiseAgencies` and `reorganiseOffices`. */
export function addReorganise(builder: OrganisationBuilder, types: OrganisationTypes, { Change, Kind }: Reorganisations, refusal: Refusal): void {
  const { AgenciesInput, OfficesInput } = addInputs(builder, types, Kind);
  const resultOf = (verb: string) =>
    builder.unionType(`${verb}Result`, {
      description: `What ${verb} answers.`,
      types: [Change, refusal],
      resolveType: (value) => (isRefusal(value) ? 'Refusal' : 'OrganisationChange'),
    });
  const [OfAgencies, OfOffices] = [resultOf('ReorganiseAgencies'), resultOf('ReorganiseOffices')];
  builder.mutationField('reorganiseAgencies', (t) =>
    t.field({
      type: OfAgencies,
      description: `Founds, renames, merges, splits or abolishes agencies of one region by decision (机构设立、更名、合并、分立、撤销). Who ends is abolished on the day, its open offices with it; a body with items on the list needs a successor. Refuses with UNKNOWN_AGENCY, UNKNOWN_REGION, AGENCY_CODE_INVALID, KIND_MISSING, ENTRUSTING_AGENCY_MISSING, UNKNOWN_ENTRUSTING_AGENCY, UNKNOWN_PARENT_AGENCY, ${CODES}. Role: the staffing office.`,
      args: { input: t.arg({ type: AgenciesInput, required: true, description: 'The change.' }) },
      resolve: async (_root, { input }, { store, actor }) => memberOf(await runCommand(store, PERMISSIONS, reorganiseAgencies, input, actor)),
    }),
  );
  builder.mutationField('reorganiseOffices', (t) =>
    t.field({
      type: OfOffices,
      description: `Founds, renames, merges, splits or abolishes internal offices of one agency by decision (内设机构调整). Who ends is closed on the day; an office that items on the list name needs a successor. Refuses with UNKNOWN_AGENCY, UNKNOWN_OFFICE, OFFICE_ID_INVALID, ${CODES}. Role: the staffing office.`,
      args: { input: t.arg({ type: OfficesInput, required: true, description: 'The change.' }) },
      resolve: async (_root, { input }, { store, actor }) => memberOf(await runCommand(store, PERMISSIONS, reorganiseOffices, input, actor)),
    }),
  );
}

const EFFECTIVE = { type: 'Date', required: true, description: 'First day on which it holds; it may be to come, except for RENAME.' } as const;
const FROM = 'before the change: none for FOUND, one for RENAME, SPLIT and ABOLISH, two or more for MERGE.';
const TO = 'after it: one for FOUND, RENAME and MERGE, two or more for SPLIT, any number for ABOLISH. One that is also in `from` lives on.';

function addInputs(builder: OrganisationBuilder, { AgencyKind }: OrganisationTypes, Kind: ChangeKindRef) {
  const Document = builder.inputType('OrganisationChangeDocumentInput', {
    description: 'The document that decided it (决定文件), complete enough to be looked up.',
    fields: (t) => ({
      title: t.string({ required: true, description: 'Title (文件名称).' }),
      number: t.string({ required: true, description: 'Document number (文号).' }),
      date: t.field({ type: 'Date', required: true, description: 'Day it was issued (印发日期).' }),
    }),
  });
  const Agency = builder.inputType('ReorganisedAgencyInput', {
    description: 'An agency after a change: one of the register by its code alone, a new one by name and kind, a renamed one by its new name.',
    fields: (t) => ({
      code: t.id({ description: 'Agency code; for a new agency the next free one unless told.' }),
      name: t.string({ description: 'Full name (机构名称).' }),
      shortName: t.string({ description: 'Short name (机构简称); a renamed agency keeps none unless told.' }),
      kind: t.field({ type: AgencyKind, description: 'Kind of a new agency (机构类型), P4.' }),
      parentCode: t.id({ description: 'The body a new agency belongs to (上级机构).' }),
      entrustedBy: t.id({ description: 'The department that entrusts a new institution (委托机关).' }),
      phone: t.string({ description: 'Phone of a new agency (联系电话).' }),
      address: t.string({ description: 'Address of a new agency (地址).' }),
    }),
  });
  const Office = builder.inputType('ReorganisedOfficeInput', {
    description: 'An internal office after a change: one of the register by its id alone, a new one by name, a renamed one by its new name.',
    fields: (t) => ({
      id: t.id({ description: 'Office id; for a new office the next free one unless told.' }),
      name: t.string({ description: 'Name (处室名称).' }),
      phone: t.string({ description: 'Phone of a new office (联系电话).' }),
      duties: t.string({ description: 'What a new office does (职责).' }),
    }),
  });
  const AgenciesInput = builder.inputType('ReorganiseAgenciesInput', {
    description: 'One change of agencies of one region.',
    fields: (t) => ({
      regionCode: t.id({ required: true, description: 'Region of all these agencies.' }),
      kind: t.field({ type: Kind, required: true, description: 'Kind of change.' }),
      effectiveOn: t.field(EFFECTIVE),
      document: t.field({ type: Document, required: true, description: 'The decision.' }),
      from: t.idList({ required: true, description: `Codes of the agencies ${FROM}` }),
      to: t.field({ type: [Agency], required: true, description: `The agencies ${TO}` }),
    }),
  });
  const OfficesInput = builder.inputType('ReorganiseOfficesInput', {
    description: 'One change of internal offices of one agency.',
    fields: (t) => ({
      agencyCode: t.id({ required: true, description: 'Agency of all these offices.' }),
      kind: t.field({ type: Kind, required: true, description: 'Kind of change.' }),
      effectiveOn: t.field(EFFECTIVE),
      document: t.field({ type: Document, required: true, description: 'The decision.' }),
      from: t.idList({ required: true, description: `Ids of the offices ${FROM}` }),
      to: t.field({ type: [Office], required: true, description: `The offices ${TO}` }),
    }),
  });
  return { AgenciesInput, OfficesInput };
}
