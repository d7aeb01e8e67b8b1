import { type SampleHub, sampleHub } from '../support/sample-hub';

const WATER_LICENCE = '14010001301000100';
const WATER_BUREAU = { code: '140100013', name: '太原市水务局' };
const FACING_APPLICANTS = ['CONDITIONS', 'STEPS', 'MATERIALS', 'STATUTORY_LIMIT', 'PROMISED_LIMIT', 'HANDLING_KIND', 'SERVICE_OBJECTS', 'CHANNELS', 'FEES', 'RESULTS', 'VENUES', 'RESPONSIBLE_OFFICE', 'OFFICER', 'ENQUIRY_PHONE', 'SUPERVISION_PHONE'];
const FLOW_ONLY = ['STEPS', 'RESPONSIBLE_OFFICE', 'SUPERVISION_PHONE'];

let hub: SampleHub;
beforeAll(async () => {
  hub = await sampleHub();
});
afterAll(() => hub.stop());

const itemGuide = async (code: string) => {
  const { status, data, errors } = await hub.ask('ItemGuide', { code });
  expect({ status, errors }).toEqual({ status: 200, errors: [] });
  return data.powerItem;
};

describe('ItemGuide over Taiyuan: the water licence (P2, P3)', () => {
  let item: Awaited<ReturnType<typeof itemGuide>>;
  beforeAll(async () => {
    item = await itemGuide(WATER_LICENCE);
  });

  it('is a listed licence of the water bureau', () => {
    expect(item).toMatchObject({ code: WATER_LICENCE, name: '取水许可', category: 'LICENSE', status: 'LISTED', exerciseLevels: ['MUNICIPAL', 'COUNTY'], implementingAgency: WATER_BUREAU });
  });

  it('rests on two instruments, each clause a citation of its own, in the list’s order', () => {
    const law = { title: '中华人民共和国水法', documentNumber: '主席令第74号', kind: 'LAW' };
    const regulation = { title: '取水许可和水资源费征收管理条例', documentNumber: '国务院令第460号', kind: 'ADMINISTRATIVE_REGULATION' };
    expect(item.legalBases).toEqual([
      { citation: '《中华人民共和国水法》（主席令第74号）第七条', article: '第七条', instrument: law },
      { citation: '《中华人民共和国水法》（主席令第74号）第四十八条', article: '第四十八条', instrument: law },
      { citation: '《取水许可和水资源费征收管理条例》（国务院令第460号）第三条', article: '第三条', instrument: regulation },
      { citation: '《取水许可和水资源费征收管理条例》（国务院令第460号）第十四条', article: '第十四条', instrument: regulation },
    ]);
  });

  it('is handled in five steps, each with its office and limit, together within the promise', () => {
    const approvals = { id: '14010001301', name: '行政审批科', phone: '0351-0013001' };
    const water = { id: '14010001302', name: '水资源科', phone: '0351-0013002' };
    const days = (value: number) => ({ value, unit: 'WORKING_DAY' });
    expect(item.guide.steps).toEqual([
      { order: 1, name: '收件受理', office: approvals, limit: days(1) },
      { order: 2, name: '材料审查', office: water, limit: days(8) },
      { order: 3, name: '取水口现场查勘', office: water, limit: days(6) },
      { order: 4, name: '作出决定', office: water, limit: days(3) },
      { order: 5, name: '制证送达', office: approvals, limit: days(2) },
    ]);
    expect(item.guide).toMatchObject({ statutoryLimit: days(45), promisedLimit: days(20) });
    expect(item.guide.responsibleOffice).toEqual({ ...water, agency: WATER_BUREAU });
  });

  it('names materials, fees, result, venue, officer and both phones', () => {
    expect(item.guide.conditions).toHaveLength(4);
    expect(item.guide.materials).toHaveLength(5);
    expect(item.guide.materials[0]).toEqual({ name: '取水许可申请书', requirement: 'REQUIRED', originals: 3, copies: 0, medium: 'BOTH', source: 'APPLICANT' });
    expect(item.guide.materials[4]).toMatchObject({ requirement: 'LATER', source: 'DEPARTMENT' });
    expect(item.guide.fees).toMatchObject([{ name: '取水许可证工本费', legalBasis: '取水许可和水资源费征收管理条例第二十四条' }]);
    expect(item.guide).toMatchObject({
      officer: { name: '韩示例', post: '科长' },
      enquiryPhone: '0351-0013002',
      supervisionPhone: '0351-0013900',
      venues: [{ name: '太原市政务服务中心水务局窗口', hours: '工作日 9:00-12:00，13:30-17:00' }],
      result: { name: '取水申请批准文件', kind: 'APPROVAL' },
    });
    expect(item.link).toEqual({ status: 'COMPLETE', missing: [] });
  });
});

describe('links over Taiyuan', () => {
  it.each([
    ['14010001601000200', '排污许可证核发', ['SUPERVISION_PHONE']],
    ['14010001901000300', '公共场所卫生许可', ['MATERIALS', 'FEES']],
    ['14010002901000200', '设置大型户外广告审批', ['PROMISED_LIMIT']],
    ['14010003001000100', '林木采伐许可', ['VENUES', 'OFFICER']],
    ['14010002101000102', '社会团体登记', ['STEPS', 'RESPONSIBLE_OFFICE']],
    ['14010002105000200', '临时救助', ['STATUTORY_LIMIT']],
    ['14010000701000100', '会计代理记账机构执业资格审批', ['CONDITIONS', 'RESULTS']],
  ])('%s %s is INCOMPLETE and says what lacks', async (code, name, missing) => {
    expect(await itemGuide(code)).toMatchObject({ name, link: { status: 'INCOMPLETE', missing } });
  });

  it.each([
    ['14010001301000300', 'OFFICE_CLOSED', 'responsibleOfficeId', '14010001305'],
    ['14010001401000302', 'OFFICE_OF_ANOTHER_BODY', 'steps.1.officeId', '14010001502'],
    ['14010002401000100', 'OFFICE_UNKNOWN', 'steps.1.officeId', '14010002409'],
    ['14010003401000100', 'AGENCY_ABOLISHED', 'itemCode', '140100034'],
  ])('%s is BROKEN: %s at %s', async (code, fault, path, value) => {
    expect(await itemGuide(code)).toMatchObject({ guide: { conditions: expect.any(Array) }, link: { status: 'BROKEN' } });
    const { data } = await hub.ask('query Why($code: ID!) { powerItem(code: $code) { link { findings { code path value } } } }', { code });
    expect(data.powerItem.link.findings).toContainEqual({ code: fault, path, value });
  });

  it('an office that does not exist is null where the guide names it, and the rest of the guide stands', async () => {
    const { guide } = await itemGuide('14010002401000100');
    expect(guide.steps[1].office).toBeNull();
    expect(guide.steps[0].office).toMatchObject({ id: '14010002401', name: '行政审批科' });
  });

  it('a penalty is complete without materials, limits and fees', async () => {
    const { data } = await hub.ask('SearchItems', { filter: { regionCode: '140100', category: ['PENALTY'] }, first: 100 });
    const complete = data.powerItems.nodes.filter(({ link }: { link: { status: string } }) => link.status === 'COMPLETE');
    expect(complete).toHaveLength(2);
    const { guide } = await itemGuide(complete[0].code);
    expect(guide).toMatchObject({ materials: [], fees: [], promisedLimit: null, supervisionPhone: expect.stringMatching(/^0351-/) });
    expect(guide.steps.length).toBeGreaterThan(2);
  });

  it('an item without a basis is shown without one (P11), one that is not on the list not at all (P5)', async () => {
    expect(await itemGuide('14010002910000100')).toMatchObject({ name: '门头牌匾设置备案', legalBases: [] });
    expect(await itemGuide('14010001601009900')).toBeNull();
  });
});

describe('ItemGuide over a real city', () => {
  it('keeps the code that the list prints, and answers basis and body of an item that has no guide yet', async () => {
    expect(await itemGuide('650200207CF51300')).toMatchObject({
      name: '对损坏、挪用或者擅自拆除、停用消防设施、器材的处罚',
      category: 'PENALTY',
      status: 'LISTED',
      implementingAgency: { name: '克拉玛依市消防救援支队' },
      legalBases: [
        { article: '第二十八条', instrument: { title: '中华人民共和国消防法', kind: 'LAW' } },
        { article: '第六十条', instrument: { title: '中华人民共和国消防法' } },
      ],
      guide: null,
      link: { status: 'MISSING', missing: FLOW_ONLY },
    });
  });

  it('expects of a licence all that an applicant needs', async () => {
    const { data } = await hub.ask('SearchItems', { filter: { regionCode: '650200', text: '特种设备使用登记', category: ['LICENSE'] } });
    const item = await itemGuide(data.powerItems.nodes[0].code);
    expect(item).toMatchObject({
      name: '特种设备使用登记',
      exerciseLevels: ['MUNICIPAL'],
      implementingAgency: { name: '克拉玛依市市场监督管理局' },
      guide: null,
      link: { status: 'MISSING', missing: FACING_APPLICANTS },
    });
    expect(item.legalBases.map(({ article, instrument }: { article: string; instrument: { title: string } }) => [instrument.title, article])).toEqual([
      ['中华人民共和国特种设备安全法', '第三十三条'],
      ['特种设备安全监察条例', '第二十五条'],
    ]);
  });
});

describe('what an ItemGuide costs', () => {
  it.each([
    ['with a whole guide', WATER_LICENCE],
    ['with a broken link', '14010001401000302'],
    ['of a real city', '650200207CF51300'],
  ])('%s: at most four statements and three subgraph calls', async (_what, code) => {
    const { answer, cost } = await hub.measure('ItemGuide', { code });
    expect(answer.data.powerItem.code).toBe(code);
    expect(cost.statements.length).toBeGreaterThan(0);
    expect(cost.statements.length).toBeLessThanOrEqual(4);
    expect(cost.calls.length).toBeLessThanOrEqual(3);
  });
});
