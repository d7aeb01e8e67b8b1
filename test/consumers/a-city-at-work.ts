import type { AskSubgraph } from '../../gateway/ask-subgraph';
import { takeFile } from '../../gateway/returns';
import type { Actor, Role } from '../../services/shared/actor';
import { systemActor } from '../../services/shared/actor';
import { listCsv, type ListRow } from '../support/list-file';

const CITY = '140100';
const DISTRICT = '140105';
const BUREAUS = Array.from({ length: 8 }, (_, i) => ({ code: `1401000${13 + i}`, name: `太原市第${'一二三四五六七八'[i]}局` }));
const DISTRICT_BUREAU = '140105013';
const ITEMS_OF_A_BUREAU = 25;
const LAWS = ['中华人民共和国水法', '中华人民共和国森林法', '中华人民共和国环境保护法', '城市绿化条例', '取水许可和水资源费征收管理条例'];

const as = (role: Role, agencyCode: string | null = null): Actor => ({ id: role.toLowerCase(), role, regionCode: CITY, agencyCode });

/** What the city is told to do; answers whether it was done, and not refused. */
export interface City {
  /** Regions, bodies and a first list. */
  found(): Promise<void>;
  /** One command, of any kind. */
  work(): Promise<boolean>;
  /** How many were done, by verb. */
  readonly done: ReadonlyMap<string, number>;
}

interface Clock {
  now: Date;
}

const LISTED = 'query Listed($after: String) { powerItems(first: 100, after: $after) { nodes { code legalBases { instrument { id } } } pageInfo { hasNextPage endCursor } } }';
interface ListedPage {
  nodes: { code: string; legalBases: { instrument: { id: string } }[] }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** Numbers in [0, 1) that a seed repeats. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0; // mulberry32
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A city whose offices decide, register and publish at random, by the hub’s own mutations. */
export function cityAtWork(askNow: () => AskSubgraph, random: () => number, clock: Clock): City {
  const codes: string[] = [];
  const instruments: string[] = [];
  const offices: { id: string; agencyCode: string }[] = BUREAUS.flatMap(({ code }) => ['01', '02'].map((n) => ({ id: `${code}${n}`, agencyCode: code })));
  const done = new Map<string, number>();
  /** The last items that a verb was done to. */
  const stood = new Map<string, string[]>();
  let serial = 0;
  let lastRefusal = '';

  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const day = (ahead = 0): string => new Date(clock.now.getTime() + (8 + 24 * ahead) * 3_600_000).toISOString().slice(0, 10);
  const fresh = (what: string): string => `${what}${(serial += 1)}`;
  /** Most hold at once, some from a day to come. */
  const soon = (): string => day(random() < 0.8 ? 0 : 1 + Math.floor(random() * 4));
  const decision = () => ({ grounds: '工作需要', document: { title: '调整决定', number: `并政发〔2026〕${serial}号`, date: day() }, legalityOpinion: '合法', approver: '市政府', effectiveOn: soon() });
  const exception = { superiorLaw: '《中华人民共和国水法》第七条', approval: { title: '批复', number: '并政函〔2026〕8号', date: '2026-01-05' } };
  const basis = () => ({ title: pick(LAWS), level: 'LAW', article: `第${pick(['七', '八', '九'])}条`, ...(random() < 0.1 ? { documentNumber: '主席令第74号' } : {}) });
  const newItem = () => ({ name: fresh('新设事项'), category: pick(['LICENSE', 'PENALTY', 'OTHER']), agencyCode: pick(BUREAUS).code, bodyName: '市局', levels: ['MUNICIPAL'], bases: [basis()] });

  /** One mutation of a service, as whoever may; keeps what is new of the answer. */
  async function mutate(service: string, verb: string, by: Actor, input: object, type = `${verb[0]!.toUpperCase()}${verb.slice(1)}Input`, answer = ''): Promise<boolean> {
    const { result } = await askNow()<{ result: { __typename: string; message?: string; items?: { code: string }[] } }>(
      service, `mutation Work($input: ${type}!) { result: ${verb}(input: $input) { __typename ${answer} ... on Refusal { code message } } }`, { input }, by,
    );
    if (result.__typename === 'Refusal') {
      lastRefusal = `${verb}: ${result.message}`;
      return false;
    }
    for (const { code } of result.items ?? []) {
      if (!codes.includes(code)) codes.push(code);
      stood.set(verb, [...(stood.get(verb) ?? []).slice(-9), code]);
    }
    done.set(verb, (done.get(verb) ?? 0) + 1);
    return true;
  }
  const adjust = (verb: string, role: Role, input: object): Promise<boolean> =>
    mutate('catalog', verb, as(role), { regionCode: CITY, ...(verb === 'confirmHandover' ? {} : { decision: decision() }), ...input }, undefined, '... on Adjustment { items { code } }');
  /** Some item; mostly one that `verb` was done to, which is what the next step is about. */
  const item = (verb?: string) => ({ code: pick(verb !== undefined && random() < 0.8 ? (stood.get(verb) ?? codes) : codes) });

  const agency = ({ code, name }: { code: string; name: string }, more: object = {}) => ({ code, name, kind: 'DEPARTMENT', regionCode: code.slice(0, 6), ...more });
  const office = ({ id, agencyCode }: { id: string; agencyCode: string }, name: string) => ({ id, agencyCode, name, phone: `0351-${Math.floor(random() * 9e6)}` });
  const rows = (bureau: number): ListRow[] =>
    Array.from({ length: ITEMS_OF_A_BUREAU }, (_, i) => ({ name: `事项${bureau}-${i}`, body: BUREAUS[bureau]!.name, office: '业务科', category: pick(['行政许可', '行政处罚']), basis: `【法律】《${pick(LAWS)}》第${pick(['七', '八', '九'])}条` }));

  async function importList(bureau: number): Promise<boolean> {
    const file = { regionCode: CITY, scheme: 'TAIYUAN_2014', fileName: `第${bureau}局.csv`, bytes: listCsv(rows(bureau)), publishedOn: day() };
    const outcome = await takeFile(askNow(), file, systemActor('test'));
    if (outcome.ok) done.set('importList', (done.get('importList') ?? 0) + 1);
    else lastRefusal = `importList: ${outcome.refusal.message}`;
    return outcome.ok;
  }

  async function publishGuide(): Promise<boolean> {
    const itemCode = pick(codes);
    const { powerItem } = await askNow()<{ powerItem: { implementingAgency: { code: string } } | null }>(
      'catalog', 'query Holder($code: ID!) { powerItem(code: $code) { implementingAgency { code } } }', { code: itemCode }, systemActor('test'),
    );
    const agencyCode = powerItem?.implementingAgency.code ?? BUREAUS[0]!.code;
    return mutate('service-center', 'publishGuide', as('SERVICE_CENTER'), {
      agencyCode, itemCode, effectiveOn: soon(), conditions: [fresh('条件')], responsibleOfficeId: `${agencyCode}01`, supervisionPhone: '0351-12345', enquiryPhone: '0351-54321',
      steps: [{ order: 1, name: '受理', limit: { value: 1, unit: 'WORKING_DAY' } }], materials: [{ name: '申请书', requirement: 'REQUIRED', kind: 'FORM' }],
      statutoryLimit: { value: 20, unit: 'WORKING_DAY' }, promisedLimit: { value: 1 + Math.floor(random() * 20), unit: 'WORKING_DAY' },
    });
  }

  async function renameByDocument(): Promise<boolean> {
    const bureau = pick(BUREAUS);
    const document = { title: '机构更名通知', number: `并编发〔2026〕${serial}号`, date: day() };
    return mutate('organisation', 'reorganiseAgencies', as('STAFFING_OFFICE'), {
      regionCode: CITY, kind: 'RENAME', effectiveOn: day(), document, from: [bureau.code], to: [{ code: bureau.code, name: fresh('太原市更名局'), kind: 'DEPARTMENT' }],
    });
  }

  const WORK: readonly [weight: number, () => Promise<boolean>][] = [
    [20, () => adjust('amendItem', 'REFORM_OFFICE', { item: item(), amended: random() < 0.5 ? { remark: fresh('备注') } : { name: fresh('更名事项'), bases: [basis(), basis()] } })],
    [6, () => adjust('suspendItem', 'REFORM_OFFICE', { item: item() })],
    [8, () => adjust('resumeItem', 'REFORM_OFFICE', { item: item('suspendItem') })],
    [5, () => adjust('tightenItem', 'REFORM_OFFICE', { item: item(), conditions: fresh('条件') })],
    [2, () => adjust('cancelItem', 'GOVERNMENT', { item: item() })],
    [2, () => adjust('mergeItems', 'REFORM_OFFICE', { sources: [item()], into: item() })],
    [4, () => adjust('splitItem', 'REFORM_OFFICE', { item: item(), results: [newItem(), newItem()], exception })],
    [4, () => adjust('addItem', 'GOVERNMENT', { newItem: newItem(), exception })],
    [2, () => adjust('delegateItem', 'GOVERNMENT', { item: item(), form: pick(['ENTRUST', 'AUTHORISE']), to: { agencyCode: DISTRICT_BUREAU, bodyName: '小店区一局', nature: 'STATUTORY_ORGAN', levels: ['COUNTY'] } })],
    [4, () => adjust('confirmHandover', 'REFORM_OFFICE', { item: item('delegateItem'), handedOverOn: soon() })],
    [1, () => importList(Math.floor(random() * BUREAUS.length))],
    [8, () => mutate('catalog', 'recordInstrument', as('LEGAL_OFFICE'), { regionCode: CITY, id: pick(instruments), effectiveOn: `19${10 + Math.floor(random() * 89)}-01-01` })],
    [12, () => mutate('organisation', 'registerAgencies', as('STAFFING_OFFICE'), { agencies: [agency(pick(BUREAUS), { phone: `0351-${Math.floor(random() * 9e6)}`, address: fresh('府东街') })] })],
    [2, renameByDocument],
    [8, () => mutate('organisation', 'registerOffices', as('STAFFING_OFFICE'), { offices: [office(pick(offices), fresh('科室'))] })],
    [1, () => {
      const agencyCode = pick(BUREAUS).code;
      const added = { id: `${agencyCode}${String(3 + Math.floor(random() * 90)).padStart(2, '0')}`, agencyCode };
      return mutate('organisation', 'registerOffices', as('STAFFING_OFFICE'), { offices: [office(added, fresh('新设科'))] });
    }],
    [10, publishGuide],
  ];
  const total = WORK.reduce((sum, [weight]) => sum + weight, 0);

  return {
    done,
    async found() {
      const must = async (decided: Promise<boolean>): Promise<void> => {
        if (!(await decided)) throw new Error(lastRefusal);
      };
      const byHub = systemActor('test');
      await must(mutate('organisation', 'defineRegions', byHub, { regions: [{ code: '140000', name: '山西省', kind: 'PROVINCE' }, { code: CITY, name: '太原市', kind: 'PREFECTURE', parentCode: '140000' }, { code: DISTRICT, name: '小店区', kind: 'DISTRICT', parentCode: CITY }] }));
      await must(mutate('organisation', 'registerAgencies', byHub, { agencies: [...BUREAUS, { code: DISTRICT_BUREAU, name: '小店区一局' }].map((each) => agency(each)) }));
      await must(mutate('organisation', 'registerOffices', byHub, { offices: offices.map((each) => office(each, each.id.endsWith('01') ? '业务科' : '综合科')) }));
      for (const [bureau] of BUREAUS.entries()) await must(importList(bureau));
      for (let after: string | null = null, more = true; more; ) {
        const { powerItems }: { powerItems: ListedPage } = await askNow()('catalog', LISTED, { after }, byHub);
        codes.push(...powerItems.nodes.map(({ code }) => code));
        instruments.push(...powerItems.nodes.flatMap(({ legalBases }) => legalBases.map(({ instrument }) => instrument.id)).filter((id, i, all) => all.indexOf(id) === i && !instruments.includes(id)));
        ({ endCursor: after, hasNextPage: more } = powerItems.pageInfo);
      }
    },
    async work() {
      let left = random() * total;
      for (const [weight, command] of WORK) if ((left -= weight) < 0) return command();
      return false;
    },
  };
}
