import { type SampleHub, sampleHub } from '../support/sample-hub';

interface AgencyNode {
  code: string;
  name: string;
  kind: string;
  offices: { id: string; name: string; phone: string | null }[];
  powerItems: { totalCount: number; nodes: { code: string; name: string }[] };
}

let hub: SampleHub;
beforeAll(async () => {
  hub = await sampleHub();
});
afterAll(() => hub.stop());

const directory = async (regionCode: string) => {
  const { status, data, errors } = await hub.ask('AgencyDirectory', { regionCode });
  expect({ status, errors }).toEqual({ status: 200, errors: [] });
  return data.region;
};

describe('AgencyDirectory', () => {
  it('Taiyuan: every kind of body in the plan’s scope (P4), with offices, phones and how many powers', async () => {
    const { agencies, ...region } = await directory('140100');
    expect(region).toEqual({ code: '140100', name: '太原市', kind: 'PREFECTURE' });
    expect(agencies.totalCount).toBe(37);
    const nodes = agencies.nodes as AgencyNode[];
    expect(nodes.map(({ code }) => code)).toEqual(nodes.map(({ code }) => code).toSorted());
    expect(new Set(nodes.map(({ kind }) => kind))).toEqual(new Set(['GOVERNMENT', 'DEPARTMENT', 'AFFILIATED_INSTITUTION', 'MASS_ORGANISATION', 'VERTICAL', 'ENTRUSTED_INSTITUTION', 'OTHER']));
    const water = nodes.find(({ code }) => code === '140100013')!;
    expect(water).toMatchObject({ name: '太原市水务局', kind: 'DEPARTMENT', powerItems: { totalCount: 9 } });
    expect(water.powerItems.nodes).toHaveLength(5);
    expect(water.powerItems.nodes[0]).toEqual({ code: '14010001301000100', name: '取水许可' });
    expect(water.offices).toHaveLength(6);
    expect(water.offices[0]).toEqual({ id: '14010001301', name: '行政审批科', phone: '0351-0013001' });
    expect(nodes.reduce((sum, { powerItems }) => sum + powerItems.totalCount, 0)).toBe(120);
  });

  it('a real city: the thirteen bodies that its lists name, and all their powers', async () => {
    const { agencies, ...region } = await directory('650200');
    expect(region).toEqual({ code: '650200', name: '克拉玛依市', kind: 'PREFECTURE' });
    expect(agencies.totalCount).toBe(13);
    const nodes = agencies.nodes as AgencyNode[];
    const powers = Object.fromEntries(nodes.map(({ name, powerItems }) => [name.replace('克拉玛依', ''), powerItems.totalCount]));
    expect(powers).toMatchObject({ 市交通运输局: 360, 市市场监督管理局: 442, 市农业农村局: 310, 市住房和城乡建设局: 327, 市消防救援支队: 75, 市机关事务管理局: 10 });
    expect(nodes.reduce((sum, { powerItems }) => sum + powerItems.totalCount, 0)).toBe(2248);
    expect(nodes.every(({ offices }) => offices.length > 0)).toBe(true);
  });

  it('an unknown region is null, not an error', async () => {
    expect(await directory('000000')).toBeNull();
  });

  it('costs the same for 37 bodies and for 13', async () => {
    const [taiyuan, city] = [await hub.measure('AgencyDirectory', { regionCode: '140100' }), await hub.measure('AgencyDirectory', { regionCode: '650200' })];
    expect(taiyuan.answer.data.region.agencies.nodes).toHaveLength(37);
    expect(city.answer.data.region.agencies.nodes).toHaveLength(13);
    expect(taiyuan.cost.statements.length).toBeLessThanOrEqual(8);
    expect(taiyuan.cost.calls).toHaveLength(2);
    expect({ ...city.cost, statements: city.cost.statements.length }).toEqual({ ...taiyuan.cost, statements: taiyuan.cost.statements.length });
  });
});

describe('MayExercise: off the list, no power (P5)', () => {
  const WATER_LICENCE = '14010001301000100';
  const check = async (itemCode: string, agencyCode: string, on?: string) => {
    const { status, data, errors } = await hub.ask('MayExercise', { itemCode, agencyCode, on });
    expect({ status, errors }).toEqual({ status: 200, errors: [] });
    return data.exerciseCheck;
  };
  const item = { code: WATER_LICENCE, name: '取水许可', status: 'LISTED' };

  it('the implementing body may, from the day of publication on', async () => {
    const permitted = { permitted: true, reason: '该事项当日在列，由该机构行使', item };
    expect(await check(WATER_LICENCE, '140100013')).toEqual(permitted);
    expect(await check(WATER_LICENCE, '140100013', '2014-09-10')).toEqual(permitted);
  });

  it('nobody may the day before, and nobody what is on no list', async () => {
    const off = { permitted: false, reason: '该事项当日不在已公布的权力清单内，清单之外无职权', item: null };
    expect(await check(WATER_LICENCE, '140100013', '2014-09-09')).toEqual(off);
    expect(await check('14010001601009900', '140100016')).toEqual(off);
  });

  it('another body may not, not even the institution that the bureau entrusts (P4)', async () => {
    const other = { permitted: false, reason: '该事项当日在列，但由其他机构行使', item };
    expect(await check(WATER_LICENCE, '140100014')).toEqual(other);
    expect(await check(WATER_LICENCE, '140100042')).toEqual(other);
  });

  it('holds for the real city, by the code its list prints', async () => {
    const { data } = await hub.ask('ItemGuide', { code: '650200207XK01600' });
    const { code } = data.powerItem.implementingAgency;
    expect(await check('650200207XK01600', code)).toMatchObject({ permitted: true, item: { name: '公众聚集场所投入使用营业前消防安全检查' } });
    expect(await check('650200207XK01600', code, '2024-12-31')).toMatchObject({ permitted: false, item: null });
    expect(await check('650200207XK01600', '140100013')).toMatchObject({ permitted: false });
  });

  it('costs at most three statements and one subgraph call', async () => {
    const { cost } = await hub.measure('MayExercise', { itemCode: WATER_LICENCE, agencyCode: '140100013' });
    expect(cost.statements.length).toBeLessThanOrEqual(3);
    expect(cost.calls).toEqual(['catalog']);
  });
});
