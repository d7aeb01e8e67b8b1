import type { OrganisationTx } from '../../context';
import type { MandateDraft, MandateRecord } from '../../rules/mandates/mandate-document';
import type { MandateGround } from '../../rules/mandates/mandate-checks';
import { within } from '../../queries/reader';
import { approvedMandates } from '../../queries/mandates/mandates';

/** What a mandate is judged by; its agency must exist. */
export interface AgencyGround extends MandateGround {
  agencyName: string;
  /** The agency and the institutions it entrusts: whose items its duties may rest on (P4). */
  bodies: ReadonlySet<string>;
  approved: readonly MandateRecord[];
  nextVersion: number;
}

/** Three statements; null when there is no such agency. */
export async function loadGround(tx: OrganisationTx, agencyCode: string, draft: Pick<MandateDraft, 'duties' | 'offices'>): Promise<AgencyGround | null> {
  const officeIds = [...draft.duties, ...draft.offices].flatMap(({ officeId }) => officeId ?? []);
  const [agency] = await tx.$queryRawUnsafe<{ name: string; abolishedOn: string | null; entrusted: string[]; nextVersion: number; offices: { id: string; agencyCode: string }[] }[]>(
    `SELECT a.name, a.abolished_on::text AS "abolishedOn",
       (SELECT coalesce(json_agg(e.code), '[]') FROM organisation.agency e WHERE e.entrusted_by = a.code) AS entrusted,
       (SELECT coalesce(max(m.version), 0)::int + 1 FROM organisation.mandate m WHERE m.agency_code = a.code) AS "nextVersion",
       (SELECT coalesce(json_agg(json_build_object('id', o.id, 'agencyCode', o.agency_code)), '[]') FROM organisation.office o WHERE o.id = ANY($2::text[])) AS offices
     FROM organisation.agency a WHERE a.code = $1`,
    agencyCode,
    officeIds,
  );
  if (!agency) return null;
  const known = await tx.$queryRawUnsafe<{ code: string }[]>(
    `SELECT DISTINCT code FROM organisation.listed_item WHERE code = ANY($1::text[])`,
    draft.duties.flatMap(({ itemCodes }) => itemCodes),
  );
  const [approved = []] = await approvedMandates(within(tx), [agencyCode]);
  return {
    agencyCode,
    agencyName: agency.name,
    abolishedOn: agency.abolishedOn,
    agencyOfOffice: new Map(agency.offices.map((office) => [office.id, office.agencyCode])),
    knownItems: new Set(known.map(({ code }) => code)),
    bodies: new Set([agencyCode, ...agency.entrusted]),
    approved,
    approvedFrom: approved.map(({ effectiveOn }) => effectiveOn),
    nextVersion: agency.nextVersion,
  };
}
