import { guideDocument } from '../../../services/service-center/rules/guide-document';
import { verifyJournal } from '../../../services/shared/verify-journal';
import { emptyCatalog } from '../../support/catalog-store';
import { fillDatabase } from './fill-database';
import { guideOfItem } from './guide-of-item';
import { LIST_FACTS, lengthBy } from './list-facts';
import { mandatesOfRegion } from './mandates-of-region';
import { regionsOf } from './region-of-list';
import { randomOf } from '../random';

const withoutRandom = (items: number) => [...regionsOf(items)].map(({ random: _random, ...region }) => region);

describe('a generated list', () => {
  it('is the same every time, and has as many items as asked for', () => {
    const once = withoutRandom(300);
    expect(withoutRandom(300)).toEqual(once);
    expect(new Set(once.flatMap(({ states }) => states.map(({ facts }) => facts.code))).size).toBe(300);
  });

  it('grows by regions of a city’s size', () => {
    const sizes = withoutRandom(6_001).map(({ states }) => new Set(states.map(({ facts }) => facts.code)).size);
    expect(sizes).toHaveLength(2);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(6_001);
  });

  it('is spread as the measured lists are', () => {
    const facts = withoutRandom(2_500).flatMap(({ states }) => states.map((state) => state.facts));
    const share = (count: number): number => count / facts.length;
    for (const [category, measured] of Object.entries(LIST_FACTS.categoryShares)) expect(share(facts.filter((item) => item.category === category).length)).toBeCloseTo(measured, 1);
    for (const [n, measured] of LIST_FACTS.citationShares.entries()) expect(share(facts.filter(({ citations }) => citations.length === n).length)).toBeCloseTo(measured, 1);
    const middle = (lengths: number[]): number => lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length / 2)]!;
    expect(Math.abs(middle(facts.map(({ name }) => name.length)) / LIST_FACTS.lengths.name[4]! - 1)).toBeLessThan(0.25);
  });

  it('draws lengths within what was measured', () => {
    const random = randomOf(1);
    const tenths = [10, 20, 30, 40, 50, 60, 70, 80, 90, 1_000];
    const drawn = Array.from({ length: 1_000 }, () => lengthBy(random, tenths));
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(6);
    expect(Math.max(...drawn)).toBeLessThanOrEqual(135);
  });

  it('has guides that are documents as the hub takes them, and duties that rest on its items', () => {
    const [region] = regionsOf(400);
    const codes = new Set(region!.states.map(({ facts }) => facts.code));
    expect(mandatesOfRegion(region!).flatMap(({ duties }) => duties.flatMap(({ itemCodes }) => itemCodes)).every((code) => codes.has(code))).toBe(true);
    const agencies = new Map(region!.agencies.map((agency) => [agency.code, agency]));
    const guides = region!.states.map(({ facts }) => guideOfItem(region!.random, facts, agencies.get(facts.agencyCode)!, region!.agencies));
    const documents = guides.filter((guide) => guide !== null);
    expect(documents.length).toBeGreaterThan(guides.length * 0.9);
    for (const document of documents) expect(guideDocument.parse(document)).toEqual(document);
  });
});

it('fills a hub whose journals verify up to where its followers are, and whose projections say what the list says', async () => {
  const { db, store } = await emptyCatalog();
  const { database } = store;
  await fillDatabase(database.pool, { items: 60 });
  const cursors = await database.pool.query<{ source: string; seq: string; hash: string }>(
    `SELECT source, seq, hash FROM organisation.follower_cursor UNION ALL SELECT source, seq, hash FROM service_center.follower_cursor`,
  );
  expect(cursors.rows.map(({ source }) => source).toSorted()).toEqual(['catalog', 'catalog', 'organisation']);
  for (const schema of ['catalog', 'organisation', 'service_center']) {
    const witnesses = cursors.rows.filter(({ source }) => source.replaceAll('-', '_') === schema).map(({ seq, hash }) => ({ name: 'follower', seq: Number(seq), hash }));
    const verified = await verifyJournal(db.connect(), schema, witnesses); // a connection of its own, as each service has
    expect(verified).toMatchObject({ ok: true });
    for (const { seq } of witnesses) expect(verified).toMatchObject({ head: { seq } });
  }
  const states = (table: string): string => `SELECT code, name, status, valid_from::text AS "from", agency_code AS agency FROM ${table} ORDER BY code, valid_from`;
  const listed = (await database.pool.query(states('catalog.item_version'))).rows;
  expect(listed.length).toBeGreaterThanOrEqual(60);
  for (const table of ['organisation.listed_item', 'service_center.listed_item']) expect((await database.pool.query(states(table))).rows).toEqual(listed);
  await db.drop();
});
