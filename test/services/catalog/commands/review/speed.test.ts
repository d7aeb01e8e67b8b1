import { power } from '../../../../support/powers';
import { accepted, aRegion, REFORM, type Region } from './a-region';

const AGENCIES = Array.from({ length: 30 }, (_, i) => `140100${String(101 + i)}`);
const EACH = 100;

describe('a city of its real size', () => {
  let region: Region;
  beforeAll(async () => {
    region = await aRegion();
    region.at('2014-08-08');
    await accepted(region.open({ agencyCodes: AGENCIES }));
  });
  afterAll(() => region.db.drop());

  it('has 3,000 items reported, submitted three times and published as one edition, and says how long each part took', async () => {
    const begun = performance.now();
    for (const agency of AGENCIES) await accepted(region.report(Array.from({ length: EACH }, (_, i) => power(`事项${i}`, { basisText: '《中华人民共和国水法》第七条' })), agency));
    const reported = performance.now();
    await region.throughReviews([REFORM], ...AGENCIES);
    region.at('2014-09-08');
    const reviewed = performance.now();
    expect(await accepted(region.publish())).toMatchObject({ listed: AGENCIES.length * EACH });
    const published = performance.now();
    const seconds = { report: reported - begun, reviews: reviewed - reported, publish: published - reviewed };
    process.stderr.write(`3,000 items: reported ${Math.round(seconds.report)} ms, three submissions and reviews ${Math.round(seconds.reviews)} ms, published ${Math.round(seconds.publish)} ms\n`);
  });
});
