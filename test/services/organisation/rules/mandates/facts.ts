import { agencyViews } from '../../../../../services/organisation/rules/mandates/agency-views';
import { findingsOf, type Check } from '../../../../../services/organisation/rules/mandates/checks/check';
import type { AgencyFacts, AgencyView, CrossCheckFacts, DutyDecision, ItemFacts, OfficeFacts } from '../../../../../services/organisation/rules/mandates/cross-check-facts';
import type { Finding } from '../../../../../services/organisation/rules/mandates/finding';
import { EMPTY_PARTS, mandateId, type Duty, type MandateDraft, type MandateRecord } from '../../../../../services/organisation/rules/mandates/mandate-document';

export const TODAY = '2026-06-01';
export const WATER = '140100013';
export const FORESTRY = '140100030';
/** Entrusted by the water bureau. */
export const SQUAD = '140100099';

export const agency = (code: string, name: string, more: Partial<AgencyFacts> = {}): AgencyFacts => ({ code, name, entrustedBy: null, abolishedOn: null, ...more });

export const office = (id: string, name: string, more: Partial<OfficeFacts> = {}): OfficeFacts => ({ id, agencyCode: id.slice(0, 9), name, closedOn: null, ...more });

export const duty = (number: string, text: string, itemCodes: string[] = [], more: Partial<Duty> = {}): Duty => ({ number, text, kind: 'POWER', officeId: null, levels: [], itemCodes, ...more });

export const draft = (duties: Duty[], more: Partial<MandateDraft> = {}): MandateDraft => ({
  ...EMPTY_PARTS,
  title: '太原市水务局主要职责内设机构和人员编制规定',
  documentNumber: '并政办发〔2010〕12号',
  issuedOn: '2010-03-01',
  effectiveOn: '2010-03-01',
  duties,
  ...more,
});

/** The water bureau's, in force, unless told. */
export function mandate(duties: Duty[], more: Partial<MandateRecord> = {}): MandateRecord {
  const { agencyCode = WATER, version = 1 } = more;
  return { ...draft(duties), id: mandateId(agencyCode, version), agencyCode, version, state: 'APPROVED', origin: 'DOCUMENT', effectiveTo: null, reason: null, ...more };
}

/** On the list and the water bureau's, unless told; its last state is the day's unless told. */
export function item(code: string, name: string, more: Partial<ItemFacts> = {}): ItemFacts {
  const facts = { code, name, subItem: null, category: 'LICENSE', status: 'LISTED', regionCode: '140100', agencyCode: WATER, levels: ['MUNICIPAL'], officeIds: [], validFrom: '2014-09-10', ...more };
  return { ...facts, last: more.last ?? { status: facts.status, agencyCode: facts.agencyCode, from: facts.validFrom } };
}

/** An item as it became. */
export const gone = (code: string, name: string, status: string, from = '2026-01-01'): ItemFacts => item(code, name, { status, validFrom: from });

interface Given {
  day?: string;
  agencies?: AgencyFacts[];
  mandates?: MandateRecord[];
  items?: ItemFacts[];
  offices?: OfficeFacts[];
  decisions?: DutyDecision[];
}

export const AGENCIES = [agency(WATER, '太原市水务局'), agency(FORESTRY, '太原市林业局'), agency(SQUAD, '太原市水政监察支队', { entrustedBy: WATER })];

export const facts = ({ day = TODAY, agencies = AGENCIES, mandates = [], items = [], offices = [], decisions = [] }: Given): CrossCheckFacts => ({
  day,
  agencies: new Map(agencies.map((each) => [each.code, each])),
  mandates,
  items: new Map(items.map((each) => [each.code, each])),
  offices: new Map(offices.map((each) => [each.id, each])),
  decisions,
});

export function viewOf(given: Given, code = WATER): AgencyView {
  const view = agencyViews(facts(given)).find(({ agency: { code: own } }) => own === code);
  if (!view) throw new Error(`no view of ${code}`);
  return view;
}

/** What a check finds at the water bureau, unless told. */
export const find = (check: Check, given: Given, code = WATER): Finding[] => findingsOf(check, viewOf(given, code));
