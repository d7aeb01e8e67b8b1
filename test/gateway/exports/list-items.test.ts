import type { ExportedItem } from '../../../gateway/exports/exported-item';
import { type ExportScope, listItems } from '../../../gateway/exports/list-items';
import { ANONYMOUS } from '../../../services/shared/actor';
import { SAMPLE_TODAY } from '../../support/sample-database';
import { type SampleHub, sampleHub } from '../../support/sample-hub';

let hub: SampleHub;
beforeAll(async () => (hub = await sampleHub()));
afterAll(() => hub.stop());

async function listed(scope: Partial<ExportScope> = {}): Promise<ExportedItem[]> {
  const items: ExportedItem[] = [];
  for await (const page of listItems(hub.hub.target.ask, { regionCode: '140100', asOf: SAMPLE_TODAY, ...scope }, ANONYMOUS)) items.push(...page);
  return items;
}

describe('the items of a list', () => {
  it('are those on it, each once, in the order of codes, however many pages that is', async () => {
    for (const regionCode of ['140100', '650200']) {
      const { data } = await hub.ask(`{ powerItems(filter: { regionCode: "${regionCode}", status: [LISTED, TIGHTENED, SUSPENDED] }) { totalCount } }`);
      const codes = (await listed({ regionCode })).map(({ code }) => code);
      expect(codes).toHaveLength(data.powerItems.totalCount);
      expect(codes).toEqual([...new Set(codes)].toSorted());
    }
  });

  it('say all that the graph says of them', async () => {
    const item = (await listed({ withGuides: true })).find(({ code }) => code === '14010001301000100')!;
    expect(item).toMatchObject({
      name: '取水许可', category: 'LICENSE', status: 'LISTED', levels: ['MUNICIPAL', 'COUNTY'], regionCode: '140100', codeScheme: 'PUBLISHED',
      implementingAgency: { code: '140100013', listedName: '太原市水务局', name: '太原市水务局' },
      responsibleOffices: [{ id: '14010001301', name: '行政审批科' }, { id: '14010001302', name: '水资源科' }],
      listedOffices: ['行政审批科', '水资源科'],
      guide: { promisedLimit: { value: 20, unit: 'WORKING_DAY' }, responsibleOffice: { name: '水资源科' } },
    });
    expect(item.citations.map(({ text }) => text)).toContain('《中华人民共和国水法》（主席令第74号）第七条');
    expect((await listed())[0]).not.toHaveProperty('guide');
  });
});
