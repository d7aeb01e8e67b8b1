import { gunzipSync } from 'node:zlib';
import { gzipped } from '../../../gateway/pages/gzipped';
import { type Html, trusted } from '../../../gateway/pages/html';

/** Pieces, each of which notes whether anybody else had a turn since the one before. */
function* pieces(count: number, turns: () => number, noted: boolean[]): Generator<Html> {
  for (let index = 0, before = -1; index < count; index += 1) {
    noted.push(turns() > before);
    before = turns();
    yield trusted(`${index}：${'权力'.repeat(20_000)}\n`);
  }
}

it('packs all pieces in their order, and lets others have their turn between any two', async () => {
  let turns = 0;
  const tick = (): NodeJS.Immediate => setImmediate(() => void ((turns += 1), (next = tick())));
  let next = tick();
  const noted: boolean[] = [];
  const bytes = await gzipped(pieces(30, () => turns, noted));
  clearImmediate(next);
  const expected = Array.from({ length: 30 }, (_, index) => `${index}：${'权力'.repeat(20_000)}\n`).join('');
  expect(gunzipSync(bytes).toString('utf8')).toBe(expected);
  expect(noted).toEqual(Array.from({ length: 30 }, () => true));
});
