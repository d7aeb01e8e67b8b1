import { dayInChina } from '../../../shared/day';
import { accept } from '../../../shared/outcome';
import type { Command } from '../../../shared/run-command';
import type { OrganisationTx } from '../../context';
import { itemsOfBodies } from '../../queries/items-of-bodies';
import { OFFICE } from '../../queries/record-columns';
import { officeSerials } from '../../rules/hub-codes';
import { checkOffices } from '../../rules/office-checks';
import type { OrganisationAction } from '../../rules/permissions';
import { hasProblems, refuseAll, type Problem } from '../../rules/problems';
import type { OfficeRecord } from '../../rules/records';
import { regionOfCode } from '../../rules/region-codes';
import { checkReorganisation } from '../../rules/reorganisation';
import type { ChangeRecord } from '../../rules/reorganisation/change-record';
import { checkHoldingAgency } from '../../rules/reorganisation/holding-agency';
import { checkOfficeNames } from '../../rules/reorganisation/office-names';
import { endingBodies, type KnownBody, type Reorganisation } from '../../rules/reorganisation/reorganisation';
import { toOffice, type OfficeDraft } from '../../rules/to-records';
import { AGENCIES, OFFICES } from '../record-kinds';
import { loadRecords, storeRecords } from '../store-records';
import { recordChange } from './record-change';
import { toReorganisation, type Stated, type StatedChange } from './stated-change';

type Successor = Stated<Omit<OfficeDraft, 'agencyCode' | 'closedOn'>>;

export interface ReorganiseOffices extends StatedChange<Successor> {
  agencyCode: string;
}

/** Founds, renames, merges, splits or abolishes internal offices of an agency, as a document decided. */
export const reorganiseOffices: Command<OrganisationTx, OrganisationAction, ReorganiseOffices, ChangeRecord> = {
  action: 'reorganiseOffices',
  target: ({ agencyCode }) => ({ regionCode: regionOfCode(agencyCode.trim()), agencyCode: agencyCode.trim() }),
  async handle(stated, { tx, now }) {
    const agencyCode = stated.agencyCode.trim();
    const change = toReorganisation('OFFICE', stated, ({ id }) => id);
    const [agency = null] = await loadRecords(tx, AGENCIES, [{ code: agencyCode }]);
    const unheld = checkHoldingAgency(agency, agencyCode, change.effectiveOn);
    if (hasProblems(unheld)) return refuseAll(unheld);

    const offices = await loadOffices(tx, agencyCode);
    const bodies = new Map(offices.map((office): [string, KnownBody] => [office.id, toBody(office)]));
    const items = await itemsOfBodies(tx, 'OFFICE', endingBodies(change), change.effectiveOn);
    const facts = { holder: agencyCode, today: dayInChina(now), bodies, freshMayHoldItems: [], items };
    const problems = [...checkReorganisation(change, facts), ...checkOfficeNames(change, [...bodies.values()])];
    if (hasProblems(problems)) return refuseAll(problems);

    const known = new Map(offices.map((office) => [office.id, office]));
    const after = officesAfter(stated, change, agencyCode, known);
    if (hasProblems(after.problems)) return refuseAll(after.problems);
    const ended = endingBodies(change).map((id) => ({ ...plain(known.get(id)!), closedOn: change.effectiveOn }));
    const stored = await storeRecords(tx, OFFICES, [...ended, ...after.offices]);
    const { record, entry } = await recordChange(tx, {
      ...change,
      regionCode: agency!.regionCode,
      from: change.from.map((id) => ({ id, name: known.get(id)!.name })),
      to: after.offices.map(({ id, name }) => ({ id, name })),
      fresh: new Set(after.offices.map(({ id }) => id).filter((id) => !known.has(id))),
    });
    return accept({ value: record, entries: [entry, ...stored.entries] });
  },
};

/** An office with the day on which a change founded it; null when none did. */
type DatedOffice = OfficeRecord & { foundedOn: string | null };

const loadOffices = (tx: OrganisationTx, agencyCode: string): Promise<DatedOffice[]> =>
  tx.$queryRawUnsafe(
    `SELECT ${OFFICE.columns},
       (SELECT min(c.effective_on)::text FROM organisation.succession s JOIN organisation.organisation_change c ON c.id = s.change_id
        WHERE s.successor = o.id AND s.founded) AS "foundedOn"
     FROM ${OFFICE.table} WHERE o.agency_code = $1 ORDER BY o.id COLLATE "C"`,
    agencyCode,
  );

const plain = ({ foundedOn: _foundedOn, ...office }: DatedOffice): OfficeRecord => office;

const toBody = ({ id, name, agencyCode, foundedOn, closedOn }: DatedOffice): KnownBody => ({
  id,
  name,
  holder: agencyCode,
  foundedOn,
  endedOn: closedOn,
  mayHoldItems: true,
});

/** The offices as they are after the change, in the order of `to`: those that go on as they are, renamed ones, new ones. */
function officesAfter(
  { to }: ReorganiseOffices,
  { kind, to: successors }: Reorganisation,
  agencyCode: string,
  known: ReadonlyMap<string, DatedOffice>,
): { offices: OfficeRecord[]; problems: Problem[] } {
  const next = officeSerials(agencyCode, [...known.keys()]);
  const problems: Problem[] = [];
  const offices = to.map((stated, i): OfficeRecord => {
    const given = successors[i]!.id;
    const same = given === null ? undefined : known.get(given);
    if (same) return kind === 'RENAME' ? toOffice({ ...plain(same), name: stated.name ?? '' }) : plain(same);
    const id = given ?? next();
    if (id === null)
      problems.push({ code: 'CODES_USED_UP', rule: null, message: '序号已用完（至多 999）', path: `to.${i}`, value: stated.name ?? null });
    return toOffice({ ...stated, id: id ?? '', agencyCode, name: stated.name ?? '' });
  });
  const wrong = checkOffices(offices, new Set([agencyCode])).map((problem) => ({ ...problem, path: problem.path.replace(/^offices\./, 'to.') }));
  return { offices, problems: [...problems, ...wrong] };
}
