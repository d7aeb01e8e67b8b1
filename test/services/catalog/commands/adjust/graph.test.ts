import { graphql } from 'graphql';
import { createCatalogSubgraph } from '../../../../../services/catalog/index';
import { ANONYMOUS, type Actor } from '../../../../../services/shared/actor';
import type { Subgraph } from '../../../../../services/shared/subgraph';
import { power } from '../../../../support/powers';
import { adjustedCatalog, CITY, DISTRICT_WATER, GOVERNMENT, REFORM, WATER, type AdjustedCatalog } from './adjusted-catalog';

const document = { title: '太原市人民政府关于调整行政职权的决定', number: '并政发〔2014〕30号', date: '2014-09-09' };
const decision = (effectiveOn: string) => ({ grounds: '无依据', document, legalityOpinion: '合法', approver: '市政府', effectiveOn });
const newItem = (name: string) => ({
  name, category: 'LICENSE', agencyCode: WATER, bodyName: '市水务局', levels: ['MUNICIPAL'], bases: [{ title: '中华人民共和国水法', article: '第七条' }],
});
const ANSWER = `__typename ... on Adjustment { id kind effectiveOn items { code part item { status } } } ... on Refusal { code rule message details { path value } }`;

describe('adjustments in the graph', () => {
  let catalog: AdjustedCatalog;
  let subgraph: Subgraph;
  beforeEach(async () => {
    catalog = await adjustedCatalog(...['A', 'B', 'C', 'D'].map((code) => power(`事项${code}`, { publishedCode: code })));
    catalog.clock.now = new Date('2015-06-01T02:00:00Z');
    subgraph = createCatalogSubgraph({ database: catalog.db.connect(), now: () => catalog.clock.now });
  });
  afterEach(async () => {
    await subgraph.stop();
    await catalog.db.drop();
  });

  const ask = async (source: string, variableValues: Record<string, unknown> = {}, actor: Actor = ANONYMOUS): Promise<any> => {
    const answer = await graphql({ schema: subgraph.schema, source, variableValues, contextValue: subgraph.createContext({ actor, requestId: 'test' }) });
    if (answer.errors) throw answer.errors[0]!;
    return JSON.parse(JSON.stringify(answer.data));
  };
  const decide = async (verb: string, input: Record<string, unknown>, actor = REFORM, effectiveOn = '2014-10-01') => {
    const type = `${verb[0]!.toUpperCase()}${verb.slice(1)}Input`;
    const full = verb === 'confirmHandover' ? input : { decision: decision(effectiveOn), ...input };
    const data = await ask(`mutation ($input: ${type}!) { ${verb}(input: $input) { ${ANSWER} } }`, { input: { regionCode: CITY, ...full } }, actor);
    return data[verb];
  };

  it('answers every verb with the adjustment as it is on record', async () => {
    const exception = { superiorLaw: '《中华人民共和国水法》第七条', approval: document };
    const item = { code: 'A' };
    const to = { agencyCode: DISTRICT_WATER, bodyName: '小店区水务局', nature: 'STATUTORY_ORGAN', levels: ['COUNTY'] };
    const answers = [
      await decide('tightenItem', { item, conditions: '须公示' }),
      await decide('suspendItem', { item }),
      await decide('resumeItem', { item }),
      await decide('amendItem', { item, amended: { remark: '见公告', bases: [{ title: '中华人民共和国水法', article: '第八条' }] } }),
      await decide('cancelItem', { item }, GOVERNMENT),
      await decide('addItem', { newItem: newItem('新事项'), exception }, GOVERNMENT),
      await decide('takeOverItem', { from: { bodyName: '省水利厅', source: 'DEVOLVED' }, newItem: newItem('承接事项'), exception }, GOVERNMENT),
      await decide('mergeItems', { sources: [{ code: 'C' }], into: { code: 'B' } }),
      await decide('splitItem', { item: { code: 'B' }, results: [newItem('分一'), newItem('分二')], exception }),
      await decide('delegateItem', { item: { code: 'D' }, form: 'AUTHORISE', to }, GOVERNMENT),
      await decide('confirmHandover', { item: { code: 'D' }, handedOverOn: '2015-01-01' }),
    ];
    expect(answers.map(({ kind, __typename, code }) => kind ?? `${__typename} ${code}`)).toEqual([
      'TIGHTEN', 'SUSPEND', 'RESUME', 'AMEND', 'CANCEL', 'ADD', 'TAKE_OVER', 'MERGE', 'SPLIT', 'DELEGATE', 'DELEGATE',
    ]);
    expect(answers.at(-1).items).toEqual([
      { code: 'D', part: 'SUBJECT', item: { status: 'DELEGATED' } },
      { code: `${DISTRICT_WATER}01000100`, part: 'RESULT', item: { status: 'LISTED' } },
    ]);
  });

  it('says no with code, clause and parameters, where a part is missing too', async () => {
    const { document: _, ...undocumented } = decision('2014-10-01');
    expect(await decide('cancelItem', { item: { code: 'A' }, decision: undocumented }, GOVERNMENT)).toMatchObject({
      __typename: 'Refusal', code: 'MISSING_DECISION_DOCUMENT', rule: 'P14', details: [{ path: 'decision.document', value: null }],
    });
    expect(await decide('cancelItem', { item: { code: 'X' } }, GOVERNMENT)).toMatchObject({ code: 'UNKNOWN_ITEM', rule: 'P5' });
    await expect(decide('cancelItem', { item: { code: 'A' } }, REFORM)).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
  });

  it('takes PowerItem.version as what the decision is based on', async () => {
    const { powerItem } = await ask(`{ powerItem(code: "A") { version } }`);
    await decide('tightenItem', { item: { code: 'A', basedOn: powerItem.version }, conditions: '须公示' });
    expect(await decide('suspendItem', { item: { code: 'A', basedOn: powerItem.version } })).toMatchObject({
      code: 'ITEM_CHANGED_MEANWHILE',
      details: expect.arrayContaining([{ path: 'item.status', value: 'TIGHTENED' }]),
    });
  });

  it('shows lineage both ways, conditions, delegation and adjustments of an item, with fixed statements however many', async () => {
    const codes = Array.from({ length: 40 }, (_, i) => `M${String(i).padStart(2, '0')}`);
    await catalog.publish(CITY, WATER, codes.map((code) => power(code, { publishedCode: code })), '2014-09-09');
    for (let i = 0; i < codes.length; i += 2) await decide('mergeItems', { sources: [{ code: codes[i] }], into: { code: codes[i + 1] } });
    const page = async (first: number) => {
      let count = 0;
      const database = (subgraph.createContext({ actor: ANONYMOUS, requestId: '' }) as any).store.database;
      const ignore = database.onStatement(() => (count += 1));
      const { powerItems } = await ask(
        `query ($first: Int) { powerItems(first: $first, filter: { text: "M" }) { nodes { code status conditions delegation { form }
          adjustments { kind document { number } approver } predecessors { kind item { code } adjustment { grounds } } successors { code item { code status } } } } }`,
        { first },
      );
      ignore();
      return { count, nodes: powerItems.nodes };
    };
    const [ten, forty] = [await page(10), await page(40)];
    expect(ten.count).toBe(forty.count);
    expect(forty.count).toBeLessThanOrEqual(7);
    expect(forty.nodes.slice(0, 2)).toEqual([
      { code: 'M00', status: 'MERGED', conditions: null, delegation: null, adjustments: [{ kind: 'MERGE', document: { number: '并政发〔2014〕30号' }, approver: '市政府' }], predecessors: [], successors: [{ code: 'M01', item: { code: 'M01', status: 'LISTED' } }] },
      { code: 'M01', status: 'LISTED', conditions: null, delegation: null, adjustments: [{ kind: 'MERGE', document: { number: '并政发〔2014〕30号' }, approver: '市政府' }], predecessors: [{ kind: 'MERGED', item: { code: 'M00' }, adjustment: { grounds: '无依据' } }], successors: [] },
    ]);
  });

  it('pages a region’s adjustments by day, filtered by kind and period', async () => {
    await decide('suspendItem', { item: { code: 'A' } }, REFORM, '2014-12-01');
    await decide('suspendItem', { item: { code: 'B' } }, REFORM, '2014-11-01');
    await decide('tightenItem', { item: { code: 'C' }, conditions: '须公示' }, REFORM, '2014-10-01');
    const list = (rest: string) => ask(`{ adjustments(regionCode: "${CITY}", ${rest}) { totalCount pageInfo { hasNextPage endCursor } nodes { kind effectiveOn conditions items { code } } } }`);
    const { adjustments } = await list('first: 2');
    expect(adjustments).toMatchObject({
      totalCount: 3,
      pageInfo: { hasNextPage: true },
      nodes: [{ kind: 'TIGHTEN', effectiveOn: '2014-10-01', conditions: '须公示', items: [{ code: 'C' }] }, { effectiveOn: '2014-11-01' }],
    });
    expect((await list(`first: 2, after: "${adjustments.pageInfo.endCursor}"`)).adjustments).toMatchObject({ pageInfo: { hasNextPage: false }, nodes: [{ items: [{ code: 'A' }] }] });
    expect((await list('kind: [SUSPEND], from: "2014-11-02", to: "2014-12-31"')).adjustments).toMatchObject({ totalCount: 1, nodes: [{ items: [{ code: 'A' }] }] });
  });

  describe('exerciseCheck, from history on any day (P5)', () => {
    const check = async (itemCode: string, agencyCode: string, on: string) =>
      (await ask(
        `query ($itemCode: ID!, $agencyCode: ID!, $on: Date) { exerciseCheck(itemCode: $itemCode, agencyCode: $agencyCode, on: $on) {
          permitted verdict reason conditions onBehalfOf { code } edition { number publishedOn total } item { code status } } }`,
        { itemCode, agencyCode, on },
      )).exerciseCheck;

    it('knows before the list, on it, tightened, suspended, cancelled', async () => {
      await decide('tightenItem', { item: { code: 'A' }, conditions: '须公示' }, REFORM, '2014-10-01');
      await decide('suspendItem', { item: { code: 'A' } }, REFORM, '2014-11-01');
      await decide('cancelItem', { item: { code: 'A' } }, GOVERNMENT, '2014-12-01');
      const edition = { number: 1, publishedOn: '2014-09-08', total: 4 };
      expect(await check('A', WATER, '2014-09-07')).toMatchObject({ permitted: false, verdict: 'NOT_ON_LIST', item: null, edition: null });
      expect(await check('A', WATER, '2014-09-08')).toMatchObject({ permitted: true, verdict: 'PERMITTED', conditions: null, edition });
      expect(await check('A', '140100014', '2014-09-08')).toMatchObject({ permitted: false, verdict: 'OTHER_BODY' });
      expect(await check('A', WATER, '2014-10-01')).toMatchObject({ permitted: true, verdict: 'PERMITTED_UNDER_STRICT_CONTROL', conditions: '须公示' });
      expect(await check('A', WATER, '2014-11-01')).toMatchObject({ permitted: false, verdict: 'SUSPENDED', conditions: null });
      expect(await check('A', WATER, '2014-12-01')).toMatchObject({ permitted: false, verdict: 'CANCELLED', reason: '该事项已取消', item: { status: 'CANCELLED' } });
      expect(await check('UNKNOWN', WATER, '2014-09-08')).toMatchObject({ permitted: false, verdict: 'NOT_ON_LIST', edition });
    });

    it('lets a trustee act in the department’s name from the handover on, and the department too', async () => {
      const to = { agencyCode: DISTRICT_WATER, bodyName: '小店区水务局', nature: 'STATUTORY_ORGAN', levels: ['COUNTY'] };
      await decide('delegateItem', { item: { code: 'A' }, form: 'ENTRUST', to }, GOVERNMENT);
      expect(await check('A', DISTRICT_WATER, '2014-12-31')).toMatchObject({ verdict: 'OTHER_BODY' });
      await decide('confirmHandover', { item: { code: 'A' }, handedOverOn: '2015-01-01' });
      expect(await check('A', DISTRICT_WATER, '2014-12-31')).toMatchObject({ verdict: 'OTHER_BODY' });
      expect(await check('A', DISTRICT_WATER, '2015-01-01')).toMatchObject({ permitted: true, verdict: 'PERMITTED_AS_TRUSTEE', onBehalfOf: { code: WATER } });
      expect(await check('A', WATER, '2015-01-01')).toMatchObject({ permitted: true, verdict: 'PERMITTED', onBehalfOf: null });
      expect(await check('A', '140100014', '2015-01-01')).toMatchObject({ verdict: 'OTHER_BODY' });
    });

    it('sends an authorised power to its new body’s own item', async () => {
      const to = { agencyCode: DISTRICT_WATER, bodyName: '小店区水务局', nature: 'STATUTORY_ORGAN', levels: ['COUNTY'] };
      await decide('delegateItem', { item: { code: 'A' }, form: 'AUTHORISE', to }, GOVERNMENT);
      await decide('confirmHandover', { item: { code: 'A' }, handedOverOn: '2015-01-01' });
      expect(await check('A', WATER, '2014-12-31')).toMatchObject({ verdict: 'PERMITTED' });
      expect(await check('A', WATER, '2015-01-01')).toMatchObject({ permitted: false, verdict: 'DELEGATED' });
      const { powerItem } = await ask(`{ powerItem(code: "A") { delegation { form handedOverOn toAgency { code } resultItem { code } } successors { kind code } } }`);
      const received = powerItem.successors[0].code;
      expect(powerItem).toMatchObject({
        delegation: { form: 'AUTHORISE', handedOverOn: '2015-01-01', toAgency: { code: DISTRICT_WATER }, resultItem: { code: received } },
        successors: [{ kind: 'AUTHORISED' }],
      });
      expect(await check(received, DISTRICT_WATER, '2015-01-01')).toMatchObject({ permitted: true, verdict: 'PERMITTED' });
    });

    it('costs two statements', async () => {
      let count = 0;
      const ignore = (subgraph.createContext({ actor: ANONYMOUS, requestId: '' }) as any).store.database.onStatement(() => (count += 1));
      await check('A', WATER, '2014-09-08');
      ignore();
      expect(count).toBe(2);
    });
  });
});
