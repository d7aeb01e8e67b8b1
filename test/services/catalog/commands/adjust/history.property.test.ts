import fc from 'fast-check';
import { readJournal, type JournalEntry } from '../../../../../services/shared/journal';
import { verifyJournal } from '../../../../../services/shared/verify-journal';
import { addItem } from '../../../../../services/catalog/commands/adjust/add-item';
import { amendItem } from '../../../../../services/catalog/commands/adjust/amend-item';
import { cancelItem } from '../../../../../services/catalog/commands/adjust/cancel-item';
import { delegateItem } from '../../../../../services/catalog/commands/adjust/delegate-item';
import { mergeItems } from '../../../../../services/catalog/commands/adjust/merge-items';
import { resumeItem } from '../../../../../services/catalog/commands/adjust/resume-item';
import { splitItem } from '../../../../../services/catalog/commands/adjust/split-item';
import { suspendItem } from '../../../../../services/catalog/commands/adjust/suspend-item';
import { tightenItem } from '../../../../../services/catalog/commands/adjust/tighten-item';
import { exceptionRecordsOf } from '../../../../../services/catalog/queries/adjustments';
import { itemsOnDay } from '../../../../../services/catalog/queries/items-on-day';
import { ON_THE_LIST } from '../../../../../services/catalog/rules/on-the-list';
import { extendLineage, type LineageEdge } from '../../../../../services/catalog/rules/lineage';
import { power } from '../../../../support/powers';
import { adjustedCatalog, CITY, DISTRICT_WATER, exception, stated, WATER, type AdjustedCatalog } from './adjusted-catalog';

const VERBS = ['cancel', 'tighten', 'suspend', 'resume', 'amend', 'merge', 'split', 'add', 'delegate', 'entrust', 'handOver'] as const;
const EXCEPTIONS = new Set<string>(['split', 'add', 'handOver']);
interface Move {
  verb: (typeof VERBS)[number];
  item: number;
  other: number;
  day: number;
}
const verb = fc.constantFrom(...VERBS, 'resume' as const, 'handOver' as const, 'handOver' as const);
const move: fc.Arbitrary<Move> = fc.record({ verb, item: fc.nat(6), other: fc.nat(6), day: fc.integer({ min: 9, max: 20 }) });
/** Mostly in the order of their days, as decisions are taken; some are not, and are refused. */
const moves = fc
  .tuple(fc.array(move, { minLength: 6, maxLength: 16 }), fc.nat(3))
  .map(([sequence, disorder]) => (disorder === 0 ? sequence : sequence.toSorted((a, b) => a.day - b.day)));
const september = (day: number): string => `2014-09-${String(day).padStart(2, '0')}`;
const DAYS = Array.from({ length: 15 }, (_, i) => september(7 + i));

describe('every sequence of adjustments', () => {
  let catalog: AdjustedCatalog;
  let run = 0;
  beforeAll(async () => {
    catalog = await adjustedCatalog();
  });
  afterAll(() => catalog.db.drop());

  const journal = async (after: number) => (await readJournal(catalog.store.database, 'catalog', after, 10_000)).entries;

  /** Plays the moves on fresh items; most are accepted, the rest refused, as they come. Answers what was accepted. */
  async function play(sequence: readonly Move[]) {
    run += 1;
    const name = (what: string | number) => `R${run}-${what}`;
    const start = (await readJournal(catalog.store.database, 'catalog', 0, 1)).head.seq;
    await catalog.publish(CITY, WATER, [0, 1, 2, 3, 4].map((i) => power(name(i), { publishedCode: name(i) })));
    const accepted: { verb: string; before: number; after: number }[] = [];
    for (const [i, move] of sequence.entries()) {
      const codes = [...new Set((await journal(start)).filter(({ subject }) => subject.kind === 'PowerItem').map(({ subject }) => subject.id))];
      const before = await listed(codes);
      const outcome = await decide(move, codes[move.item % codes.length]!, codes[move.other % codes.length]!, name(`new${i}`));
      if (outcome.ok) accepted.push({ verb: move.verb, before, after: await listed((await journal(start)).map(({ subject }) => subject.id)) });
    }
    return { start, accepted };
  }
  function decide({ verb, day }: Move, code: string, other: string, fresh: string) {
    const on = september(day);
    const item = { code };
    const to = { agencyCode: DISTRICT_WATER, bodyName: '小店区水务局', nature: 'STATUTORY_ORGAN' as const, levels: ['COUNTY' as const] };
    switch (verb) {
      case 'cancel': return catalog.decide(cancelItem, on, { item });
      case 'tighten': return catalog.decide(tightenItem, on, { item, conditions: `条件${fresh}` });
      case 'suspend': return catalog.decide(suspendItem, on, { item });
      case 'resume': return catalog.decide(resumeItem, on, { item });
      case 'amend': return catalog.decide(amendItem, on, { item, amended: { remark: fresh } });
      case 'merge': return catalog.decide(mergeItems, on, { sources: [item], into: { code: other }, newItem: null });
      case 'split': return catalog.decide(splitItem, on, { item, results: [stated(`${fresh}甲`), stated(`${fresh}乙`)], exception });
      case 'add': return catalog.decide(addItem, on, { newItem: stated(fresh), exception });
      case 'delegate': return catalog.decide(delegateItem, on, { item, form: 'AUTHORISE', to });
      case 'entrust': return catalog.decide(delegateItem, on, { item, form: 'ENTRUST', to });
      case 'handOver': return catalog.handOver(code, on);
    }
  }
  /** How many of these are on the city's list in the end. */
  async function listed(codes: readonly string[]): Promise<number> {
    const items = await itemsOnDay(catalog.store.database, [...new Set(codes)].map((code) => ({ code, on: '2020-01-01' })));
    return items.filter((item) => item?.regionCode === CITY && ON_THE_LIST.includes(item.status)).length;
  }

  /** The items as the journal tells them, of the days up to one. */
  function replay(entries: readonly JournalEntry[], day: string): Map<string, any> {
    const states = new Map<string, any>();
    for (const { subject, after } of entries)
      if (subject.kind === 'PowerItem' && (after as any).validFrom <= day) states.set(subject.id, after);
    return states;
  }
  const shown = ({ code, name, status, conditions, regionCode, agencyCode, bodyName, category, levels, remark, parentCode, validFrom }: any) => ({
    code, name, status, conditions: conditions ?? null, regionCode, agencyCode, bodyName, category, levels, remark, parentCode, validFrom,
  });

  it('leaves a history that any day of is the journal replayed up to that day (P7)', async () => {
    await fc.assert(
      fc.asyncProperty(moves, async (sequence) => {
        const { start } = await play(sequence);
        const entries = await journal(start);
        const codes = [...new Set(entries.filter(({ subject }) => subject.kind === 'PowerItem').map(({ subject }) => subject.id))];
        for (const day of DAYS) {
          const told = replay(entries, day);
          const held = await itemsOnDay(catalog.store.database, codes.map((code) => ({ code, on: day })));
          expect(held.flatMap((item) => (item ? [shown(item)] : []))).toEqual(codes.filter((code) => told.has(code)).map((code) => shown(told.get(code))));
        }
      }),
      { numRuns: 15 },
    );
    expect(await verifyJournal(catalog.store.database, 'catalog')).toMatchObject({ ok: true });
  });

  it('never makes the list longer, but by a recorded exception (P6)', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(moves, async (sequence) => {
        const { start, accepted } = await play(sequence);
        for (const { verb, before, after } of accepted) {
          seen.add(verb);
          if (!EXCEPTIONS.has(verb)) expect(after).toBeLessThanOrEqual(before);
        }
        const added = (await journal(start)).filter(({ action, after }) => ['ItemAdded', 'ItemListed'].includes(action) && (after as any).adjustmentId !== undefined);
        for (const region of [CITY, '140105']) {
          const codes = added.filter(({ after }) => (after as any).regionCode === region).map(({ subject }) => subject.id);
          const excepted = await catalog.store.prisma.$transaction((tx) => exceptionRecordsOf(tx, region, codes));
          expect(excepted).toEqual(new Set(codes));
        }
      }),
      { numRuns: 15 },
    );
    expect(seen.size).toBeGreaterThanOrEqual(8); // the sequences reach what they are to show
  });

  it('leaves a lineage that ends (P7)', async () => {
    const { rows } = await catalog.store.database.pool.query<LineageEdge>('SELECT from_code AS "from", to_code AS "to", kind FROM catalog.lineage');
    expect(rows.length).toBeGreaterThan(5);
    expect(extendLineage([], rows)).toMatchObject({ ok: true });
  });
});
