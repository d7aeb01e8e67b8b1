import { dayInChina } from '../../../shared/day';
import { insertRows } from '../../../shared/insert-rows';
import type { Json } from '../../../shared/journal';
import { accept } from '../../../shared/outcome';
import type { Command } from '../../../shared/run-command';
import type { ServiceCenterTx } from '../../context';
import { listedItemsOnDay } from '../../queries/listed-items-on-day';
import { mayStateMeasures, type NamedOffice } from '../../rules/measures/may-state-measures';
import type { Measure } from '../../rules/measures/measure-terms';
import { parseMeasures } from '../../rules/measures/parse-measures';
import { nextVersion, type LastVersion } from '../../rules/next-version';
import type { ServiceCenterAction } from '../../rules/permissions';
import { regionOfAgency } from '../../rules/region-of-agency';

export interface StateMeasuresInput {
  agencyCode: string;
  itemCode: string;
  /** First day they hold; null: today. */
  effectiveOn: string | null;
  measures: readonly unknown[];
}

/** The set that now is the item's, and from when. */
export interface StatedMeasures {
  itemCode: string;
  version: number;
  effectiveOn: string;
}

/** States the whole set of an item's measures of supervision, as a new version (P16). The same set again is none. */
export const stateMeasures: Command<ServiceCenterTx, ServiceCenterAction, StateMeasuresInput, StatedMeasures> = {
  action: 'state-measures',
  target: ({ agencyCode }) => ({ agencyCode, regionCode: regionOfAgency(agencyCode) }),
  async handle({ agencyCode, itemCode, measures: given, ...input }, { tx, now }) {
    const parsed = parseMeasures(given);
    if (!parsed.ok) return parsed;
    const measures = parsed.value;
    const today = dayInChina(now);
    const effectiveOn = input.effectiveOn ?? today;
    const item = (await listedItemsOnDay(tx, [itemCode], effectiveOn)).get(itemCode) ?? null;
    const allowed = mayStateMeasures({ agencyCode, itemCode, effectiveOn, measures }, item, await namedOffices(tx, measures), today);
    if (!allowed.ok) return allowed;
    const last = await lastSet(tx, itemCode);
    const next = nextVersion(last, { version: null, effectiveOn, fingerprint: JSON.stringify(measures) });
    if (!next.ok) return next;
    const { kind, version } = next.value;
    if (kind === 'UNCHANGED') return accept({ value: { itemCode, version, effectiveOn: last!.validFrom }, entries: [] });
    await writeSet(tx, itemCode, version, effectiveOn, measures);
    const entry = {
      action: 'MeasuresStated',
      subject: { kind: 'SupervisionMeasures', id: itemCode },
      summary: `制定事中事后监管措施：事项 ${itemCode} 第 ${version} 版，${effectiveOn} 起`,
      before: last && { version: last.version, validFrom: last.validFrom },
      after: { itemCode, agencyCode, version, validFrom: effectiveOn, measures: measures as unknown as Json },
    };
    return accept({ value: { itemCode, version, effectiveOn }, entries: [entry] });
  },
};

async function namedOffices(tx: ServiceCenterTx, measures: readonly Measure[]): Promise<Map<string, NamedOffice>> {
  const rows = await tx.$queryRawUnsafe<NamedOffice[]>(
    'SELECT id, agency_code AS "agencyCode", closed_on::text AS "closedOn" FROM service_center.office WHERE id = ANY($1::text[])',
    measures.map(({ officeId }) => officeId),
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** The last version of an item's set; the words themselves tell whether another is the same. */
async function lastSet(tx: ServiceCenterTx, itemCode: string): Promise<LastVersion | null> {
  const rows = await tx.$queryRawUnsafe<(Omit<Measure, 'frequency'> & { version: number; validFrom: string; frequencyValue: number | null; frequencyUnit: string | null })[]>(
    `SELECT m.version, m.valid_from::text AS "validFrom", m.kind, m.text, m.basis, m.frequency_value AS "frequencyValue", m.frequency_unit AS "frequencyUnit", m.office_id AS "officeId"
     FROM service_center.supervision_measure m
     WHERE m.item_code = $1 AND m.version = (SELECT max(version) FROM service_center.supervision_measure WHERE item_code = $1) ORDER BY m.number`,
    itemCode,
  );
  if (rows.length === 0) return null;
  const said = rows.map(({ kind, text, basis, frequencyValue: value, frequencyUnit: unit, officeId }) => ({ kind, text, basis, frequency: value === null ? null : { value, unit }, officeId }));
  return { version: rows[0]!.version, validFrom: rows[0]!.validFrom, fingerprint: JSON.stringify(said) };
}

/** Ends the set in force and writes the next. Two statements. */
async function writeSet(tx: ServiceCenterTx, itemCode: string, version: number, validFrom: string, measures: readonly Measure[]): Promise<void> {
  await tx.$executeRawUnsafe(
    `UPDATE service_center.supervision_measure SET valid_to = $2::date WHERE item_code = $1 AND valid_to = '9999-12-31'`,
    itemCode,
    validFrom,
  );
  await insertRows(
    tx,
    'service_center.supervision_measure',
    {
      item_code: 'text', version: 'int', number: 'int', kind: 'text', text: 'text', basis: 'text', frequency_value: 'int', frequency_unit: 'text',
      office_id: 'text', valid_from: 'date',
    },
    measures.map(({ kind, text, basis, frequency, officeId }, i) => ({
      item_code: itemCode, version, number: i + 1, kind, text, basis, frequency_value: frequency?.value ?? null, frequency_unit: frequency?.unit ?? null,
      office_id: officeId, valid_from: validFrom,
    })),
  );
}
