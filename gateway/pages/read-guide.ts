import type { AskGraph } from '../ask-graph';
import { type MissingParts, missingIn } from './missing-parts';
import type { Limit } from './terms';

interface Named {
  name: string | null;
}
interface OfficeOf extends Named {
  id: string;
  phone?: string | null;
  agency?: (Named & { code: string }) | null;
}
interface OfficerOf extends Named {
  id: string;
  post?: string | null;
}

export interface GuideStep {
  order: number;
  name: string;
  office: OfficeOf | null;
  officer: OfficerOf | null;
  limit: Limit | null;
  jointOffices: OfficeOf[];
  next: { to: number; when: string | null }[];
  standard: string | null;
  result: string | null;
}

export interface GuideMaterial {
  name: string;
  requirement: string;
  kind: string;
  originals: number | null;
  copies: number | null;
  medium: string | null;
  source: string | null;
  howToFill: string | null;
  acceptance: string | null;
  basis: string | null;
}

export interface Guide {
  version: number;
  effectiveOn: string;
  conditions: string[];
  steps: GuideStep[];
  flowchart: string | null;
  materials: GuideMaterial[];
  statutoryLimit: Limit | null;
  promisedLimit: Limit | null;
  excludedFromLimit: { procedure: string; note: string | null }[];
  handlingKind: string | null;
  serviceObjects: string[];
  channels: string[];
  visits: number | null;
  fees: { name: string; standard: string; legalBasis: string | null; reducible: boolean | null }[];
  results: { name: string; kind: string | null; validity: string | null }[];
  venues: { name: string; address: string | null; hours: string | null }[];
  responsibleOffice: OfficeOf | null;
  officer: OfficerOf | null;
  enquiryPhone: string | null;
  supervisionPhone: string | null;
  quantityLimit: string | null;
  intermediaries: { name: string; basis: string | null }[];
  questions: { question: string; answer: string }[];
}

interface Related {
  code: string;
  name: string;
  subItem: string | null;
}

/** What an item's page tells: the item as it is today, and its guide if it has one. */
export interface ItemWithGuide {
  code: string;
  name: string;
  subItem: string | null;
  category: string;
  status: string;
  conditions: string | null;
  exerciseLevels: string[];
  authoritySplit: string | null;
  legalBases: { citation: string; quoted: string | null; instrument: { kind: string | null } }[];
  basisText: string | null;
  implementingAgency: (Named & { code: string; phone: string | null; address: string | null }) | null;
  implementingBodyName: string;
  responsibleOffices: (OfficeOf | null)[];
  region: { code: string; name: string | null; sample: boolean | null } | null;
  listedSupervisionPhone: string | null;
  remark: string | null;
  effectiveFrom: string;
  parent: Related | null;
  subItems: Related[];
  successors: { kind: string; effectiveOn: string; code: string; item: Omit<Related, 'code'> | null }[];
  delegation: { form: string; toBodyName: string; decidedFor: string; handedOverOn: string | null } | null;
  guide: Guide | null;
  /** Null only when the service center did not answer. */
  link: { status: string; missing: string[]; findings: { path: string; message: string }[] } | null;
  measures: { number: number; kind: string; text: string; basis: string | null; frequency: { value: number; unit: string } | null; responsibleOffice: OfficeOf | null }[] | null;
  remarks: { totalCount: number; nodes: PublishedRemark[] } | null;
}

export interface PublishedRemark {
  id: string;
  kind: string;
  text: string;
  submittedOn: string;
  answeredOn: string | null;
  answer: string | null;
  agency: (Named & { code: string }) | null;
}

export interface GuideReading {
  /** Null when there is none of this code, or when the catalog does not answer. */
  item: ItemWithGuide | null;
  missing: MissingParts;
}

/** Reads one item with its guide. */
export async function readGuide(ask: AskGraph, code: string, caller: Parameters<AskGraph>[2]): Promise<GuideReading> {
  const answer = await ask<{ powerItem: ItemWithGuide | null }>('GuidePage', { code }, caller);
  return { item: answer.data?.powerItem ?? null, missing: new Set(missingIn(answer)) };
}
