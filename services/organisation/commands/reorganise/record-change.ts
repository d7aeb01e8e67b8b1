import { insertRows } from '../../../shared/insert-rows';
import type { JournalDraft, Json } from '../../../shared/journal';
import type { OrganisationTx } from '../../context';
import { changeRule } from '../../rules/reorganisation/change-kinds';
import { changeId, stepsBetween, summaryOf, type ChangedBody, type ChangeRecord } from '../../rules/reorganisation/change-record';
import type { Reorganisation } from '../../rules/reorganisation/reorganisation';

/** What a change says of itself, with its bodies under the names of the day. */
export interface MadeChange extends Pick<Reorganisation, 'subject' | 'kind' | 'effectiveOn' | 'document'> {
  regionCode: string;
  from: readonly ChangedBody[];
  to: readonly ChangedBody[];
  /** Ids of the bodies that it makes. */
  fresh: ReadonlySet<string>;
}

/** Puts a change on record with who lives on in whom; three statements. */
export async function recordChange(tx: OrganisationTx, made: MadeChange): Promise<{ record: ChangeRecord; entry: JournalDraft }> {
  const { regionCode, subject, kind, effectiveOn } = made;
  const [last] = await tx.$queryRawUnsafe<{ number: number }[]>(
    `SELECT coalesce(max(number), 0)::int AS number FROM organisation.organisation_change WHERE region_code = $1`,
    regionCode,
  );
  const number = (last?.number ?? 0) + 1;
  const id = changeId(regionCode, number);
  const document = { title: made.document.title.trim(), number: made.document.number.trim(), date: made.document.date };
  const steps = stepsBetween(made.from, made.to, made.fresh);
  const record: ChangeRecord = { id, regionCode, number, subject, kind, effectiveOn, document, steps };
  await insertRows(tx, 'organisation.organisation_change', CHANGE_COLUMNS, [
    {
      id,
      region_code: regionCode,
      number,
      subject,
      kind,
      effective_on: effectiveOn,
      document_title: document.title,
      document_number: document.number,
      document_date: document.date,
    },
  ]);
  await insertRows(
    tx,
    'organisation.succession',
    STEP_COLUMNS,
    steps.map(({ predecessor, successor, founded }, place) => ({
      change_id: id,
      place,
      predecessor: predecessor?.id ?? null,
      predecessor_name: predecessor?.name ?? null,
      successor: successor?.id ?? null,
      successor_name: successor?.name ?? null,
      founded,
    })),
  );
  return { record, entry: entryOf(record) };
}

const entryOf = (record: ChangeRecord): JournalDraft => ({
  action: changeRule(record.kind).events[record.subject],
  subject: { kind: 'OrganisationChange', id: record.id },
  summary: summaryOf(record),
  before: null,
  after: record as unknown as Json,
});

const CHANGE_COLUMNS = {
  id: 'text',
  region_code: 'text',
  number: 'int',
  subject: 'text',
  kind: 'text',
  effective_on: 'date',
  document_title: 'text',
  document_number: 'text',
  document_date: 'date',
};

const STEP_COLUMNS = {
  change_id: 'text',
  place: 'int',
  predecessor: 'text',
  predecessor_name: 'text',
  successor: 'text',
  successor_name: 'text',
  founded: 'boolean',
};
