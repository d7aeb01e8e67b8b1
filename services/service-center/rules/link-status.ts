import type { GuideDocument } from './guide-document';
import { missingOf, presentElements, type GuideElement } from './guide-elements';
import { isOnTheList, type ListedItem } from './on-the-list';
import { isPromiseWithinStatute } from './promise-within-statute';
import type { LinkStatus, PowerCategory } from './vocabulary';

/** An agency as this service knows it from organisation's journal. */
export interface KnownAgency {
  code: string;
  name: string;
  abolishedOn: string | null;
}

/** An internal office; `agency` is null when the agency it names is not known. */
export interface KnownOffice {
  id: string;
  agencyCode: string;
  name: string;
  phone: string | null;
  closedOn: string | null;
  agency: KnownAgency | null;
}

export interface KnownOfficer {
  id: string;
  agencyCode: string;
  name: string;
  post: string | null;
}

/** An item, its guide if there is one, and whom the guide names, as known on a day. */
export interface LinkedGuide {
  item: ListedItem | null;
  /** The body the list names as implementing the item. */
  agency: KnownAgency | null;
  document: GuideDocument | null;
  offices: ReadonlyMap<string, KnownOffice>;
  officers: ReadonlyMap<string, KnownOfficer>;
}

/** What is known of an item and of those whom its guide names. */
type Known = Omit<LinkedGuide, 'document'>;

/**
 * All of a guide that its link depends on. Of a version it never changes, and it is a small part of the document: who
 * counts the links of thousands of items keeps these.
 */
export interface GuideGist {
  present: ReadonlySet<GuideElement>;
  offices: readonly Named[];
  jointOffices: readonly Named[];
  officers: readonly Named[];
  /** The promised limit, where it may exceed the statutory one. */
  overpromised: string | null;
}

export const gistOf = (document: GuideDocument): GuideGist => ({
  present: presentElements(document),
  offices: ownOffices(document),
  jointOffices: jointOffices(document),
  officers: namedOfficers(document),
  overpromised: isPromiseWithinStatute(document.promisedLimit, document.statutoryLimit) ? null : limitText(document.promisedLimit),
});

/** What can be wrong with a guide besides something missing, and what the people who mend it are told. */
export const LINK_FAULTS = {
  ITEM_NOT_ON_LIST: '事项不在清单上（清单之外无职权）',
  AGENCY_UNKNOWN: '事项的实施主体未登记',
  AGENCY_ABOLISHED: '事项的实施主体已撤销',
  OFFICE_UNKNOWN: '机构未登记',
  OFFICE_CLOSED: '机构已撤销',
  OFFICE_OF_ANOTHER_BODY: '机构不属于事项的实施主体',
  JOINT_OFFICE_OF_OWN_BODY: '联办机构就是实施主体自己的机构',
  OFFICER_UNKNOWN: '人员未登记',
  OFFICER_OF_ANOTHER_BODY: '人员不属于事项的实施主体',
  PROMISE_EXCEEDS_STATUTE: '承诺期限可能超过法定期限',
} as const;
export type LinkFault = keyof typeof LINK_FAULTS;

/** One fault, where in the guide it stands, and the value found there. */
export interface LinkFinding {
  code: LinkFault;
  path: string;
  value: string | null;
}

/** Faults of content, not of a pointer: the link still leads where it should. */
const OF_CONTENT: ReadonlySet<LinkFault> = new Set(['PROMISE_EXCEEDS_STATUTE', 'JOINT_OFFICE_OF_OWN_BODY']);
const LEADS_ASTRAY = (finding: LinkFinding): boolean => !OF_CONTENT.has(finding.code);

/** How an item is linked, what its guide lacks for the item's category, and what is wrong with it. */
export interface Link {
  status: LinkStatus;
  missing: GuideElement[];
  findings: LinkFinding[];
}

/**
 * MISSING: no guide. BROKEN: the guide names an item, agency or office that does not exist, is closed, or is not the
 * implementing body's. INCOMPLETE: something expected for the category is not said. COMPLETE: none of these.
 */
export const linkOf = (category: PowerCategory, { document, ...known }: LinkedGuide, on: string): Link =>
  linkOfGist(category, document === null ? null : gistOf(document), known, on);

/** The same of a guide whose gist is known. */
export function linkOfGist(category: PowerCategory, gist: GuideGist | null, known: Known, on: string): Link {
  const missing = missingOf(category, gist?.present ?? null);
  if (gist === null) return { status: 'MISSING', missing, findings: [] };
  const findings = faultsOf(gist, known, on);
  if (findings.some(LEADS_ASTRAY)) return { status: 'BROKEN', missing, findings };
  return { status: missing.length > 0 ? 'INCOMPLETE' : 'COMPLETE', missing, findings };
}

/** Everything wrong with a guide on a day, in the order a reader of the guide meets it. */
export const findFaults = (known: Known, document: GuideDocument, on: string): LinkFinding[] => faultsOf(gistOf(document), known, on);

const faultsOf = ({ offices, jointOffices: joint, officers, overpromised }: GuideGist, known: Known, on: string): LinkFinding[] => [
  ...faultsOfItem(known, on),
  ...offices.flatMap(({ path, id }) => faultOfOffice(known, path, id, on)),
  ...joint.flatMap(({ path, id }) => faultOfJointOffice(known, path, id, on)),
  ...officers.flatMap(({ path, id }) => faultOfOfficer(known, path, id)),
  ...(overpromised === null ? [] : [{ code: 'PROMISE_EXCEEDS_STATUTE', path: 'promisedLimit', value: overpromised } as const]),
];

/** A place where a document names somebody. */
export interface Named {
  path: string;
  id: string;
}

const named = (path: string, id: string | null): Named[] => (id === null ? [] : [{ path, id }]);

/** Every place where a document names an office: the implementing body's own, and those of others that handle jointly. */
export const namedOffices = (document: GuideDocument): Named[] => [...ownOffices(document), ...jointOffices(document)];

const ownOffices = (document: GuideDocument): Named[] => [
  ...document.steps.flatMap((step, i) => named(`steps.${i}.officeId`, step.officeId)),
  ...named('responsibleOfficeId', document.responsibleOfficeId),
];

const jointOffices = (document: GuideDocument): Named[] =>
  document.steps.flatMap(({ jointOfficeIds = [] }, i) => jointOfficeIds.map((id, j) => ({ path: `steps.${i}.jointOfficeIds.${j}`, id })));

/** Every place where a document names an officer. */
export const namedOfficers = (document: GuideDocument): Named[] => [
  ...document.steps.flatMap((step, i) => named(`steps.${i}.officerId`, step.officerId)),
  ...named('officerId', document.officerId),
];

function faultsOfItem({ item, agency }: Known, on: string): LinkFinding[] {
  if (item === null || !isOnTheList(item)) return [{ code: 'ITEM_NOT_ON_LIST', path: 'itemCode', value: item?.status ?? null }];
  if (agency === null) return [{ code: 'AGENCY_UNKNOWN', path: 'itemCode', value: item.agencyCode }];
  return isOver(agency.abolishedOn, on) ? [{ code: 'AGENCY_ABOLISHED', path: 'itemCode', value: agency.code }] : [];
}

function faultOfOffice(linked: Known, path: string, id: string, on: string): LinkFinding[] {
  const gone = faultOfAnyOffice(linked, path, id, on);
  return gone.length > 0 || isOwnBody(linked, id) ? gone : [{ code: 'OFFICE_OF_ANOTHER_BODY', path, value: id }];
}

/** 许可法 26: handled jointly is what another body handles too. */
function faultOfJointOffice(linked: Known, path: string, id: string, on: string): LinkFinding[] {
  const gone = faultOfAnyOffice(linked, path, id, on);
  return gone.length > 0 || linked.item === null || !isOwnBody(linked, id) ? gone : [{ code: 'JOINT_OFFICE_OF_OWN_BODY', path, value: id }];
}

function faultOfAnyOffice({ offices }: Known, path: string, id: string, on: string): LinkFinding[] {
  const office = offices.get(id);
  const fault = (code: LinkFault): LinkFinding[] => [{ code, path, value: id }];
  if (office === undefined || office.agency === null) return fault('OFFICE_UNKNOWN');
  return isOver(office.closedOn, on) || isOver(office.agency.abolishedOn, on) ? fault('OFFICE_CLOSED') : [];
}

/** Of an item nobody knows, no office is another's. */
const isOwnBody = ({ item, offices }: Known, id: string): boolean => item === null || offices.get(id)?.agencyCode === item.agencyCode;

function faultOfOfficer({ item, officers }: Known, path: string, id: string): LinkFinding[] {
  const officer = officers.get(id);
  if (officer === undefined) return [{ code: 'OFFICER_UNKNOWN', path, value: id }];
  return item !== null && officer.agencyCode !== item.agencyCode ? [{ code: 'OFFICER_OF_ANOTHER_BODY', path, value: id }] : [];
}

const isOver = (lastDay: string | null, on: string): boolean => lastDay !== null && lastDay <= on;

const limitText = (limit: GuideDocument['promisedLimit']): string | null => (limit ? `${limit.value} ${limit.unit}` : null);
