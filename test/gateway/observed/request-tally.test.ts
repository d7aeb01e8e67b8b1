import { Counter, Histogram, Registry } from 'prom-client';
import { RequestTally } from '../../../gateway/observed/request-tally';

const COUNTED = { name: 'requests_total', help: 'Requests' };
const TIMED = { name: 'request_seconds', help: 'Seconds' };
const BUCKETS = [0.001, 0.01, 1];

/** Lines without their order: one that stands elsewhere means the same. */
const linesOf = (text: string): string[] => text.split('\n').toSorted();

describe('the tally of requests', () => {
  it('reads as what prom-client would have counted and timed', async () => {
    const [own, theirs] = [new Registry(), new Registry()];
    const tally = new RequestTally(own, BUCKETS, COUNTED, TIMED);
    const counter = new Counter({ ...COUNTED, labelNames: ['operation', 'status'], registers: [theirs] });
    const histogram = new Histogram({ ...TIMED, labelNames: ['operation'], buckets: BUCKETS, registers: [theirs] });
    for (const [operation, status, seconds] of [['ItemGuide', 200, 0.0005], ['ItemGuide', 304, 0.001], ['ItemGuide', 200, 0.0011], ['other', 503, 7], ['GET /', 200, 1]] as const) {
      tally.add(operation, status, seconds);
      counter.inc({ operation, status });
      histogram.observe({ operation }, seconds);
    }
    expect(linesOf(await own.metrics())).toEqual(linesOf(await theirs.metrics()));
  });

  it('has no series of what was never asked', async () => {
    const registry = new Registry();
    void new RequestTally(registry, BUCKETS, COUNTED, TIMED);
    expect((await registry.metrics()).split('\n').filter((line) => line !== '' && !line.startsWith('#'))).toEqual([]);
  });
});
