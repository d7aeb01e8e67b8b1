import type { AgencyView } from '../cross-check-facts';
import type { Finding, Found } from '../finding';
import type { MandateFindingKind, Severity } from '../vocabulary';

/** One check of mandates against the list: the clause it enforces and what it finds at an agency. */
export interface Check {
  kind: MandateFindingKind;
  /** Of what it finds, unless a finding says otherwise. */
  severity: Severity;
  clause: string;
  find: (view: AgencyView) => Found[];
}

/** What a check finds at an agency, whole. */
export const findingsOf = ({ kind, severity, clause, find }: Check, view: AgencyView): Finding[] =>
  find(view).map(({ about, ...found }) => ({
    id: [kind, found.agencyCode ?? view.agency.code, ...about].join(':'),
    kind,
    severity,
    clause,
    agencyCode: view.agency.code,
    duty: null,
    itemCode: null,
    itemText: null,
    officeId: null,
    candidate: false,
    score: null,
    ...found,
  }));
