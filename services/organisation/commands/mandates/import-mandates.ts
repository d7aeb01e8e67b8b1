import canonicalize from 'canonicalize';
import type { JournalDraft } from '../../../shared/journal';
import { accept, refuse, type Outcome, type Refusal } from '../../../shared/outcome';
import type { Command, CommandContext } from '../../../shared/run-command';
import type { OrganisationTx } from '../../context';
import type { ParsedMandate } from '../../importers/parsed-mandate';
import { toMandateDraft } from '../../importers/to-mandate-draft';
import { approvedMandates, proposedMandates } from '../../queries/mandates/mandates';
import { OFFICE } from '../../queries/record-columns';
import { within } from '../../queries/reader';
import { createBodyIndex } from '../../rules/body-index';
import type { MandateDraft, MandateRecord } from '../../rules/mandates/mandate-document';
import type { OrganisationAction } from '../../rules/permissions';
import type { OfficeRecord } from '../../rules/records';
import { loadRegister } from '../register-bodies';
import { proposeMandate } from './propose-mandate';

export interface ImportMandates {
  regionCode: string;
  mandates: readonly ParsedMandate[];
  /** First day of those mandates whose file states none. */
  effectiveOn: string | null;
}

/** What became of one mandate of a file: proposed, there already, or refused. */
export interface ImportedMandate {
  agencyName: string;
  /** Null when the region has no such body. */
  agencyCode: string | null;
  /** The proposal, or the mandate that says the same already. */
  mandateId: string | null;
  unchanged: boolean;
  refusal: Refusal | null;
  /** The file holds a part of the document only. */
  truncated: boolean;
  duties: number;
  suggestedKinds: number;
  unknownOffices: string[];
}

/**
 * Proposes the mandates (三定) that a file holds, each by itself: one that is refused leaves the others. The same file
 * again proposes nothing.
 */
export const importMandates: Command<OrganisationTx, OrganisationAction, ImportMandates, ImportedMandate[]> = {
  action: 'importMandates',
  target: ({ regionCode }) => ({ regionCode }),
  async handle({ regionCode, mandates, effectiveOn }, context) {
    const { tx } = context;
    const register = await loadRegister(tx, regionCode);
    if (register === null) return refuse('UNKNOWN_REGION', null, `区划不存在：${regionCode}`, [{ path: 'regionCode', value: regionCode }]);
    const bodies = createBodyIndex(register.region, register.agencies, register.aliases);
    const codes = mandates.map(({ agencyName }) => bodies.find(agencyName)?.code ?? null);
    const offices = await officesOf(tx, codes.filter((code) => code !== null));
    const known = await mandatesOf(tx, regionCode, codes.filter((code) => code !== null));
    const report: ImportedMandate[] = [];
    const entries: JournalDraft[] = [];
    for (const [i, parsed] of mandates.entries()) {
      const agencyCode = codes[i] ?? null;
      const { draft, unknownOffices, suggestedKinds } = toMandateDraft(parsed, offices.filter((office) => office.agencyCode === agencyCode), parsed.effectiveOn ?? effectiveOn ?? '');
      const same = known.get(keyOf(agencyCode, draft)) ?? null;
      const outcome = same === null ? await propose(context, parsed.agencyName, agencyCode, draft) : accept({ value: same, entries: [] });
      if (outcome.ok) entries.push(...outcome.value.entries);
      if (outcome.ok && same === null) known.set(keyOf(agencyCode, draft), outcome.value.value);
      report.push({
        agencyName: parsed.agencyName,
        agencyCode,
        mandateId: outcome.ok ? outcome.value.value.id : null,
        unchanged: same !== null,
        refusal: outcome.ok ? null : outcome.refusal,
        truncated: parsed.truncated,
        duties: draft.duties.length,
        suggestedKinds,
        unknownOffices,
      });
    }
    return accept({ value: report, entries });
  },
};

async function propose(
  context: CommandContext<OrganisationTx>,
  agencyName: string,
  agencyCode: string | null,
  mandate: MandateDraft,
): Promise<Outcome<{ value: MandateRecord; entries: JournalDraft[] }>> {
  if (agencyCode === null)
    return refuse('UNKNOWN_AGENCY', null, `本区划没有名为“${agencyName}”的机构；请先登记，或指明该名称是哪个机构`, [{ path: 'agencyName', value: agencyName }]);
  if (mandate.effectiveOn === '')
    return refuse('EFFECTIVE_DAY_MISSING', null, '文件没有写明生效日期，导入时也没有指定', [{ path: 'effectiveOn', value: null }]);
  return proposeMandate.handle({ agencyCode, mandate }, context);
}

const officesOf = (tx: OrganisationTx, agencyCodes: readonly string[]): Promise<OfficeRecord[]> =>
  tx.$queryRawUnsafe(`SELECT ${OFFICE.columns} FROM ${OFFICE.table} WHERE o.agency_code = ANY($1::text[]) ORDER BY o.id COLLATE "C"`, agencyCodes);

/** Mandates that await approval or hold, by what they say. */
async function mandatesOf(tx: OrganisationTx, regionCode: string, agencyCodes: readonly string[]): Promise<Map<string, MandateRecord>> {
  const approved = (await approvedMandates(within(tx), agencyCodes)).flat();
  const proposed = (await proposedMandates(within(tx), { regionCode, agencyCode: null })).filter(({ state }) => state === 'PROPOSED');
  return new Map([...proposed, ...approved].map((mandate) => [keyOf(mandate.agencyCode, mandate), mandate]));
}

/** What a mandate says, however its items are ordered. */
function keyOf(agencyCode: string | null, { title, documentNumber, issuedOn, effectiveOn, duties, changes, offices, staffing, posts }: MandateDraft): string {
  const sorted = duties.map(({ itemCodes, ...duty }) => ({ ...duty, itemCodes: itemCodes.toSorted() }));
  return canonicalize({ agencyCode, title, documentNumber, issuedOn, effectiveOn, duties: sorted, changes, offices, staffing, posts }) ?? '';
}
