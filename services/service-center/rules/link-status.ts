import type { GuideDocument } from './guide-document';
import { missingElements, type GuideElement } from './guide-elements';
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

/** What can be wrong with a guide besides something missing, and what the people who mend it are told. */
export const LINK_FAULTS = {
  ITEM_NOT_ON_LIST: '事项不在清单上（清单之外无职权）',
  AGENCY_UNKNOWN: '事项的实施主体未登记',
  AGENCY_ABOLISHED: '事项的实施主体已撤销',
  OFFICE_UNKNOWN: '机构未登记',
  OFFICE_CLOSED: '机构已撤销',
  OFFICE_OF_ANOTHER_BODY: '机构不属于事项的实施主体',
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

/** A fault of content, not of a pointer: the link still leads where it should. */
const LEADS_ASTRAY = (finding: LinkFinding): boolean => finding.code !== 'PROMISE_EXCEEDS_STATUTE';

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
export function linkOf(category: PowerCategory, linked: LinkedGuide, on: string): Link {
  const missing = missingElements(category, linked.document);
  if (linked.document === null) return { status: 'MISSING', missing, findings: [] };
  const findings = findFaults(linked, linked.document, on);
  if (findings.some(LEADS_ASTRAY)) return { status: 'BROKEN', missing, findings };
  return { status: missing.length > 0 ? 'INCOMPLETE' : 'COMPLETE', missing, findings };
}

/** Everything wrong with a guide on a day, in the order a reader of the guide meets it. */
export function findFaults(linked: LinkedGuide, document: GuideDocument, on: string): LinkFinding[] {
  return [
    ...faultsOfItem(linked, on),
    ...namedOffices(document).flatMap(({ path, id }) => faultOfOffice(linked, path, id, on)),
    ...namedOfficers(document).flatMap(({ path, id }) => faultOfOfficer(linked, path, id)),
    ...(isPromiseWithinStatute(document.promisedLimit, document.statutoryLimit)
      ? []
      : [{ code: 'PROMISE_EXCEEDS_STATUTE', path: 'promisedLimit', value: limitText(document.promisedLimit) } as const]),
  ];
}

interface Named {
  path: string;
  id: string;
}

const named = (path: string, id: string | null): Named[] => (id === null ? [] : [{ path, id }]);

/** Every place where a document names an office. */
export const namedOffices = (document: GuideDocument): Named[] => [
  ...document.steps.flatMap((step, i) => named(`steps.${i}.officeId`, step.officeId)),
  ...named('responsibleOfficeId', document.responsibleOfficeId),
];

/** Every place where a document names an officer. */
export const namedOfficers = (document: GuideDocument): Named[] => [
  ...document.steps.flatMap((step, i) => named(`steps.${i}.officerId`, step.officerId)),
  ...named('officerId', document.officerId),
];

function faultsOfItem({ item, agency }: LinkedGuide, on: string): LinkFinding[] {
  if (item === null || !isOnTheList(item)) return [{ code: 'ITEM_NOT_ON_LIST', path: 'itemCode', value: item?.status ?? null }];
  if (agency === null) return [{ code: 'AGENCY_UNKNOWN', path: 'itemCode', value: item.agencyCode }];
  return isOver(agency.abolishedOn, on) ? [{ code: 'AGENCY_ABOLISHED', path: 'itemCode', value: agency.code }] : [];
}

function faultOfOffice({ item, offices }: LinkedGuide, path: string, id: string, on: string): LinkFinding[] {
  const office = offices.get(id);
  const fault = (code: LinkFault): LinkFinding[] => [{ code, path, value: id }];
  if (office === undefined || office.agency === null) return fault('OFFICE_UNKNOWN');
  if (isOver(office.closedOn, on) || isOver(office.agency.abolishedOn, on)) return fault('OFFICE_CLOSED');
  return item !== null && office.agencyCode !== item.agencyCode ? fault('OFFICE_OF_ANOTHER_BODY') : [];
}

function faultOfOfficer({ item, officers }: LinkedGuide, path: string, id: string): LinkFinding[] {
  const officer = officers.get(id);
  if (officer === undefined) return [{ code: 'OFFICER_UNKNOWN', path, value: id }];
  return item !== null && officer.agencyCode !== item.agencyCode ? [{ code: 'OFFICER_OF_ANOTHER_BODY', path, value: id }] : [];
}

const isOver = (lastDay: string | null, on: string): boolean => lastDay !== null && lastDay <= on;

const limitText = (limit: GuideDocument['promisedLimit']): string | null => (limit ? `${limit.value} ${limit.unit}` : null);
