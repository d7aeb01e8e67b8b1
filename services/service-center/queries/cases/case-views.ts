import type { Database } from '../../../shared/database';
import type { CaseFact } from '../../rules/cases/case-fact';
import { asOf, effectiveClock, foldCase, type FoldedCase } from '../../rules/cases/fold-case';
import { maskApplicant, type Applicant } from '../../rules/cases/mask-applicant';
import { clockTermsOf } from '../../rules/clock/clock-terms';
import type { KnownAgency, KnownOffice } from '../../rules/link-status';
import { workingCalendar } from '../calendar-days';
import { AGENCY_JSON, officesJson } from '../known-facts';
import { asking } from './ask';
import { caseFiles, type CaseHeader } from './case-files';
import { guidesOf } from './case-guides';

/** An office with its agency. */
export type PlacedOffice = KnownOffice & { agency: KnownAgency };

/** An event as it is shown, in its turn. */
export type CaseEventView = CaseFact & { office: PlacedOffice | null };

/** A case as it is shown: folded when it is asked for, since its clocks run. */
export interface CaseView {
  header: CaseHeader;
  agency: KnownAgency;
  folded: FoldedCase;
  /** Days left of the limit it is held to; null before acceptance and where none is set. */
  daysLeft: number | null;
  events: CaseEventView[];
  /** Who applied, in the clear: read only when it is asked for, all cases of a page together. */
  applicant(): Promise<Applicant | null>;
}

const NO_GUIDE = { statutoryLimit: null, promisedLimit: null, steps: [] };

/** Cases by number with everything shown of them, in the order asked. Four statements, five for guides not read before. */
export async function caseViews(database: Database, numbers: readonly string[], now: Date): Promise<CaseView[]> {
  if (numbers.length === 0) return [];
  const ask = asking(database);
  const files = await caseFiles(ask, numbers);
  const headers = [...files.values()].map(({ header }) => header);
  const [calendar, guideOf, named] = await Promise.all([workingCalendar(database), guidesOf(ask, headers), namedIn(database, [...files.values()])]);
  let applicants: Promise<Map<string, Applicant>> | null = null;
  return numbers.flatMap((number): CaseView[] => {
    const file = files.get(number);
    if (!file) return [];
    const { header, facts } = file;
    const folded = foldCase(facts, clockTermsOf(header.category, guideOf(header) ?? NO_GUIDE, header.handling), calendar, asOf(now, facts));
    return [
      {
        header,
        agency: named.agencies.get(header.agencyCode) ?? { code: header.agencyCode, name: header.agencyCode, abolishedOn: null },
        folded,
        daysLeft: effectiveClock(folded.clocks)?.daysLeft ?? null,
        events: folded.past.map((fact) => ({ ...fact, office: named.offices.get(fact.officeId ?? '') ?? null })),
        applicant: async () => (await (applicants ??= applicantsOf(database, numbers))).get(number) ?? null,
      },
    ];
  });
}

interface Named {
  offices: ReadonlyMap<string, PlacedOffice>;
  agencies: ReadonlyMap<string, KnownAgency>;
}

/** Offices and agencies that files name. One statement. */
async function namedIn(database: Database, files: readonly { header: CaseHeader; facts: readonly CaseFact[] }[]): Promise<Named> {
  const ids = new Set(files.flatMap(({ facts }) => facts.map(({ officeId }) => officeId)));
  const [row] = await database.rows<{ offices: (KnownOffice & { agency: KnownAgency | null })[] | null; agencies: KnownAgency[] | null }>(
    {
      name: 'named-in-cases',
      text: `SELECT ${officesJson('$1::text[]')} AS offices,
               (SELECT json_agg(${AGENCY_JSON}) FROM service_center.agency a WHERE a.code = ANY($2::text[])) AS agencies`,
    },
    [[...ids].filter((id) => id !== null), [...new Set(files.map(({ header }) => header.agencyCode))]],
  );
  const placed = (row?.offices ?? []).filter((office): office is PlacedOffice => office.agency !== null);
  return { offices: new Map(placed.map((office) => [office.id, office])), agencies: new Map((row?.agencies ?? []).map((agency) => [agency.code, agency])) };
}

/** Personal data: the caller has shown that he may read it, or masks it. One statement. */
async function applicantsOf(database: Database, numbers: readonly string[]): Promise<Map<string, Applicant>> {
  const rows = await database.rows<Applicant & { number: string }>(
    {
      name: 'case-applicants',
      text: `SELECT case_number AS number, name, id_number AS "idNumber", contact
             FROM service_center.case_applicant WHERE case_number = ANY($1::text[]) AND erased_at IS NULL`,
    },
    [numbers],
  );
  return new Map(rows.map(({ number, ...applicant }) => [number, applicant]));
}

/** The applicant as a reader may see it. */
export const applicantFor = async (view: CaseView, inTheClear: boolean): Promise<Applicant | null> => {
  const applicant = await view.applicant();
  return applicant === null || inTheClear ? applicant : maskApplicant(applicant);
};
