import { dayInChina } from '../../../shared/day';
import { accept } from '../../../shared/outcome';
import type { Command } from '../../../shared/run-command';
import type { OrganisationTx } from '../../context';
import { itemsOfBodies } from '../../queries/items-of-bodies';
import { OFFICE } from '../../queries/record-columns';
import { checkAgencies } from '../../rules/agency-checks';
import { agencySerials } from '../../rules/hub-codes';
import type { OrganisationAction } from '../../rules/permissions';
import { hasProblems, refuseAll, type Problem } from '../../rules/problems';
import type { AgencyRecord, OfficeRecord } from '../../rules/records';
import { checkReorganisation } from '../../rules/reorganisation';
import type { ChangeRecord } from '../../rules/reorganisation/change-record';
import { endingBodies, type KnownBody, type Reorganisation, type ReorganisationFacts } from '../../rules/reorganisation/reorganisation';
import { inStoredOrder, toAgency, type AgencyDraft } from '../../rules/to-records';
import { checkAgencyRelations } from '../check-agency-relations';
import { AGENCIES, OFFICES } from '../record-kinds';
import { loadAgencyFacts, storeAgencies } from '../register-agencies';
import { rememberFormerNames } from '../remember-names';
import { loadRecords, storeRecords } from '../store-records';
import { recordChange } from './record-change';
import { toReorganisation, type Stated, type StatedChange } from './stated-change';

type Successor = Stated<Omit<AgencyDraft, 'regionCode' | 'foundedOn' | 'abolishedOn' | 'identifiers'>>;

export interface ReorganiseAgencies extends StatedChange<Successor> {
  regionCode: string;
}

/** Founds, renames, merges, splits or abolishes agencies of a region, as a document decided. */
export const reorganiseAgencies: Command<OrganisationTx, OrganisationAction, ReorganiseAgencies, ChangeRecord> = {
  action: 'reorganiseAgencies',
  target: ({ regionCode }) => ({ regionCode }),
  async handle(stated, { tx, now }) {
    const { regionCode } = stated;
    const change = toReorganisation('AGENCY', stated, ({ code }) => code);
    const named = [...change.from, ...change.to.flatMap(({ id }) => (id === null ? [] : [id]))];
    const known = new Map((await loadRecords(tx, AGENCIES, named.map((code) => ({ code })))).map((agency) => [agency.code, agency]));
    const problems = checkReorganisation(change, await loadFacts(tx, stated, change, known, dayInChina(now)));
    if (hasProblems(problems)) return refuseAll(problems);

    const after = await bodiesAfter(tx, stated, change, known);
    if (hasProblems(after.problems)) return refuseAll(after.problems);
    const ended = endingBodies(change).map((code) => ({ ...known.get(code)!, abolishedOn: change.effectiveOn }));
    const stored = await storeAgencies(tx, [...ended, ...after.agencies.map(inStoredOrder)]);
    const codes = after.agencies.map(({ code }) => code);
    const relations = await checkAgencyRelations(tx, codes, stored.written.map((write) => write.after.code));
    const tangled = relations.map(asSuccessorProblem);
    if (hasProblems(tangled)) return refuseAll(tangled);

    const renamed = await rememberFormerNames(tx, stored.written);
    const closed = await closeOffices(tx, ended.map(({ code }) => code), change.effectiveOn);
    const { record, entry } = await recordChange(tx, {
      ...change,
      regionCode,
      from: change.from.map((code) => ({ id: code, name: known.get(code)!.name })),
      to: after.agencies.map(({ code, name }) => ({ id: code, name })),
      fresh: new Set(codes.filter((code) => !known.has(code))),
    });
    return accept({ value: record, entries: [entry, ...stored.entries, ...renamed, ...closed] });
  },
};

async function loadFacts(
  tx: OrganisationTx,
  { regionCode, to }: ReorganiseAgencies,
  change: Reorganisation,
  known: ReadonlyMap<string, AgencyRecord>,
  today: string,
): Promise<ReorganisationFacts> {
  const bodies = [...known.values()].map((agency): [string, KnownBody] => [
    agency.code,
    {
      id: agency.code,
      name: agency.name,
      holder: agency.regionCode,
      foundedOn: agency.foundedOn,
      endedOn: agency.abolishedOn,
      mayHoldItems: agency.kind !== 'ENTRUSTED_INSTITUTION',
    },
  ]);
  return {
    holder: regionCode,
    today,
    bodies: new Map(bodies),
    freshMayHoldItems: to.map(({ kind }) => kind !== 'ENTRUSTED_INSTITUTION'),
    items: await itemsOfBodies(tx, 'AGENCY', endingBodies(change), change.effectiveOn),
  };
}

/** The agencies as they are after the change, in the order of `to`: those that go on as they are, renamed ones, new ones. */
async function bodiesAfter(
  tx: OrganisationTx,
  { regionCode, to }: ReorganiseAgencies,
  { kind, effectiveOn, to: successors }: Reorganisation,
  known: ReadonlyMap<string, AgencyRecord>,
): Promise<{ agencies: AgencyRecord[]; problems: Problem[] }> {
  const next = agencySerials(regionCode, await codesInUse(tx, regionCode));
  const problems: Problem[] = [];
  const agencies = to.map((stated, i): AgencyRecord => {
    const id = successors[i]!.id;
    const same = id === null ? undefined : known.get(id);
    if (same) return kind === 'RENAME' ? toAgency({ ...same, name: stated.name ?? '', shortName: stated.shortName }) : same;
    const code = id ?? next();
    if (code === null)
      problems.push({ code: 'CODES_USED_UP', rule: null, message: '序号已用完（至多 999）', path: `to.${i}`, value: stated.name ?? null });
    if (!stated.kind) problems.push({ code: 'KIND_MISSING', rule: 'P4', message: '新设机构应有机构类型', path: `to.${i}.kind`, value: null });
    return toAgency({ ...stated, code: code ?? '', regionCode, name: stated.name ?? '', kind: stated.kind ?? 'OTHER', foundedOn: effectiveOn });
  });
  const fresh = agencies.map((agency) => !known.has(agency.code));
  const wrong = checkAgencies(agencies, await loadAgencyFacts(tx, agencies)).filter(({ path }) => fresh[Number(path.split('.')[1])]);
  return { agencies, problems: [...problems, ...wrong.map(asSuccessorProblem)] };
}

const codesInUse = async (tx: OrganisationTx, regionCode: string): Promise<string[]> =>
  (await tx.agency.findMany({ where: { regionCode }, select: { code: true } })).map(({ code }) => code);

const asSuccessorProblem = (problem: Problem): Problem => ({
  ...problem,
  path: problem.path.replace(/^agencies\./, 'to.').replace(/^to\.\d+\.regionCode$/, 'regionCode'),
});

/** What has no agency is no office: those still open end with theirs. */
async function closeOffices(tx: OrganisationTx, agencyCodes: readonly string[], day: string) {
  if (agencyCodes.length === 0) return [];
  const open = await tx.$queryRawUnsafe<OfficeRecord[]>(
    `SELECT ${OFFICE.columns} FROM ${OFFICE.table} WHERE o.agency_code = ANY($1::text[]) AND (o.closed_on IS NULL OR o.closed_on > $2::date)
     ORDER BY o.id COLLATE "C"`,
    agencyCodes,
    day,
  );
  return (await storeRecords(tx, OFFICES, open.map((office) => ({ ...office, closedOn: day })))).entries;
}
