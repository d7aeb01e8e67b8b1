import { setTimeout as sleep } from 'node:timers/promises';
import type { CopyLog, Step } from './copy-log';

/**
 * A sample consumer: keeps a copy of items, agencies and guides, as an office’s own system or a data warehouse would.
 * It reads each service’s changes from where it stood, reads what they are about again, and stores what it read together
 * with where it stands now. Whatever interrupts it, it goes on from what is stored: reading something twice does no harm.
 */
export interface Source {
  origin: string;
  /** `authorization`, where the hub wants one. */
  headers: Record<string, string>;
  /** How it is asked; `fetch`, unless something stands between. */
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** Today in China, `YYYY-MM-DD`. */
  today(): string;
  /** Seconds to wait for a change. */
  wait: number;
  /** Milliseconds to rest after a page, so that what is changed in one go is read in one go. */
  rest: number;
}

const SERVICES = ['catalog', 'organisation', 'service-center'] as const;
export type Service = (typeof SERVICES)[number];

/** Something kept: `item/<code>`, `agency/<code>`, `guide/<item code>`. */
export type Key = `${Kind}/${string}`;
type Kind = 'item' | 'agency' | 'guide';

/** Small enough that what is read again for a page is soon stored. */
const PAGE = 100;
/** Within what one operation may hold. */
const READ_AT_ONCE = 25;

/** What is read of each kind. What belongs to another record is kept there: here stands its key alone. */
const READS: Readonly<Record<Kind, { root: string; fields: string; pick(answer: unknown): unknown }>> = {
  item: {
    root: 'powerItem',
    fields: `code codeScheme publishedCode name subItem category status exerciseLevels authoritySplit basisText implementingBodyName
      duty responsibilities accountability listedSupervisionPhone remark conditions effectiveFrom effectiveTo
      region { code } parent { code } implementingAgency { code } responsibleOffices { id }
      legalBases { citation article paragraph item quoted instrument { id title documentNumber kind effectiveOn repealedOn } }
      delegation { form toAgency { code } handedOverOn } successors { kind code }`,
    pick: (item) => item,
  },
  agency: {
    root: 'agency',
    fields: 'code name shortName kind phone address foundedOn abolishedOn region { code } offices { id name phone duties closedOn }',
    pick: (agency) => agency,
  },
  guide: {
    root: 'powerItem',
    fields: `guide { version effectiveOn effectiveTo origin conditions steps { order name limit { value unit } } materials { name requirement }
      statutoryLimit { value unit } promisedLimit { value unit } fees { name standard } enquiryPhone supervisionPhone responsibleOffice { id } }`,
    pick: (item) => (item as { guide: unknown } | null)?.guide ?? null,
  },
};

/** Changes are missing or out of order: what cannot be mended by reading on. Anything else is a reason to try again. */
export class Gap extends Error {}

interface Change {
  cursor: string;
  sequence: number;
  subject: { kind: string; id: string };
  effectiveOn: string | null;
}

/** Follows all services until it is interrupted. */
export async function keepACopy(source: Source, log: CopyLog, signal: AbortSignal): Promise<never> {
  const broken = new AbortController();
  const either = AbortSignal.any([signal, broken.signal]);
  const following = SERVICES.map(async (service) => {
    for (;;) {
      await followOnce(service, source, log, either);
      await sleep(source.rest, undefined, { signal: either });
    }
  });
  try {
    return await Promise.race(following);
  } finally {
    broken.abort(); // one that fails takes the others with it
    await Promise.allSettled(following);
  }
}

/** One page of a service’s changes, applied; or what falls due today. */
async function followOnce(service: Service, source: Source, log: CopyLog, signal: AbortSignal): Promise<void> {
  const today = source.today();
  const due = log.dueBy(today).filter((key) => serviceOf(key) === service);
  if (due.length > 0) log.append({ service, ...log.placeOf(service), records: await read(due, source, signal), later: [], readOn: today });
  const { cursor, sequence } = log.placeOf(service);
  const step: Step = { service, cursor, sequence, records: {}, later: [] };
  const changed = new Set<Key>();
  for await (const change of changesAfter(service, cursor, source, signal)) {
    if (change.sequence !== step.sequence + 1) throw new Gap(`${service}: change ${change.sequence} after ${step.sequence}`);
    step.sequence = change.sequence;
    step.cursor = change.cursor;
    for (const key of keysOf(change, log)) {
      changed.add(key);
      if (change.effectiveOn !== null && change.effectiveOn > today) step.later.push([key, change.effectiveOn]);
    }
  }
  if (step.sequence === sequence) return;
  step.records = await read([...changed], source, signal);
  log.append(step);
}

const serviceOf = (key: Key): Service => (key.startsWith('item/') ? 'catalog' : key.startsWith('agency/') ? 'organisation' : 'service-center');

/** What of the copy a change is about. */
function keysOf({ subject: { kind, id } }: Change, log: CopyLog): Key[] {
  switch (kind) {
    case 'PowerItem': return [`item/${id}`];
    case 'LegalInstrument': return log.itemsCiting(id); // a law shows with every item that rests on it
    case 'Agency': return [`agency/${id}`];
    case 'Office': return [`agency/${id.slice(0, 9)}`]; // an office’s id begins with its agency’s code
    case 'ServiceGuide': return [`guide/${id}`];
    default: return [];
  }
}

/** The lines of `GET /changes/<service>`; ends with the page, fails when it breaks off before its last line. */
async function* changesAfter(service: Service, after: string | null, source: Source, signal: AbortSignal): AsyncGenerator<Change> {
  const { origin, headers, wait } = source;
  const search = new URLSearchParams({ limit: String(PAGE), wait: String(wait), ...(after === null ? {} : { after }) });
  const response = await source.fetch(`${origin}/changes/${service}?${search}`, { headers, signal });
  if (!response.ok || response.body === null) throw new Error(`${service}: ${response.status} ${await response.text()}`);
  let rest = '';
  for await (const text of response.body.pipeThrough(new TextDecoderStream()) as unknown as AsyncIterable<string>) {
    const lines = (rest + text).split('\n');
    rest = lines.pop()!;
    for (const line of lines) {
      const told = JSON.parse(line) as Change | { more: boolean };
      if ('more' in told) return;
      yield told;
    }
  }
  throw new Error(`${service}: the page broke off`);
}

/** A hub that answers. */
export type Asked = Pick<Source, 'origin' | 'headers' | 'fetch'>;

/** What these are now; null for what is there no more. */
export async function read(keys: readonly Key[], source: Asked, signal?: AbortSignal): Promise<Record<Key, unknown>> {
  const records: Record<Key, unknown> = {};
  for (let from = 0; from < keys.length; from += READ_AT_ONCE) Object.assign(records, await readSome(keys.slice(from, from + READ_AT_ONCE), source, signal));
  return records;
}

async function readSome(keys: readonly Key[], source: Asked, signal?: AbortSignal): Promise<Record<Key, unknown>> {
  const parts = keys.map((key) => ({ key, kind: key.split('/', 1)[0] as Kind, id: key.slice(key.indexOf('/') + 1) }));
  const kinds = [...new Set(parts.map(({ kind }) => kind))];
  const query = `query Read(${parts.map((_, i) => `$k${i}: ID!`).join(' ')}) {
    ${parts.map(({ kind }, i) => `r${i}: ${READS[kind].root}(code: $k${i}) { ...${kind} }`).join(' ')} }
    ${kinds.map((kind) => `fragment ${kind} on ${kind === 'agency' ? 'Agency' : 'PowerItem'} { ${READS[kind].fields} }`).join(' ')}`;
  const variables = Object.fromEntries(parts.map(({ id }, i) => [`k${i}`, id]));
  const response = await source.fetch(`${source.origin}/graphql`, {
    method: 'POST',
    headers: { ...source.headers, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
    ...(signal ? { signal } : {}),
  });
  const { data, errors } = (await response.json()) as { data?: Record<string, unknown>; errors?: { message: string }[] };
  if (!data || errors?.length) throw new Error(`reading again: ${response.status} ${errors?.[0]?.message}`);
  return Object.fromEntries(parts.map(({ key, kind }, i) => [key, READS[kind].pick(data[`r${i}`] ?? null)]));
}
