import { type SampleHub, sampleHub } from '../support/sample-hub';

const WATER_LICENCE = '14010001301000100';
const WATER = '140100013';
const REMARK = '... on Remark { id state text answer contact { name contact } } ... on Refusal { code message }';
const SUBMIT = 'mutation ($input: SubmitRemarkInput!) { submitRemark(input: $input) { __typename ... on RemarkReceipt { remarkId queryCode dueOn } ... on Refusal { code } } }';
const ANSWER = `mutation ($input: AnswerRemarkInput!) { answerRemark(input: $input) { ${REMARK} } }`;
const WAITING = 'query ($agencyCode: ID!) { remarksToAnswer(agencyCode: $agencyCode) { nodes { id text item { code name } contact { name contact } } } }';
const TRACK = 'query ($id: ID!, $queryCode: String!) { trackRemark(id: $id, queryCode: $queryCode) { state text answer item { name } agency { name } } }';
const ITEM = `query ($code: ID!) { powerItem(code: $code) { name remarkCount remarks(first: 5) { totalCount nodes { id kind text answer dueOn answeredOn caseNumber agency { name } } } measures { kind text responsibleOffice { name } } } }`;

let hub: SampleHub;
beforeAll(async () => {
  hub = await sampleHub();
});
afterAll(() => hub.stop());

const ask = async (query: string, variables: object, headers?: Record<string, string>) => {
  const { data, errors } = await hub.ask(query, variables, headers);
  return errors?.length ? { error: errors[0]!.extensions.code } : (Object.values(data)[0] as any);
};

describe('public supervision over the whole hub (P18)', () => {
  let receipt: { remarkId: string; queryCode: string; dueOn: string };
  const TEXT = '取水许可窗口要求的材料与指南不一致，请核实，电话13800138000';
  const published = async () => ask(ITEM, { code: WATER_LICENCE });

  it('anybody remarks on an item and gets a receipt', async () => {
    const input = { itemCode: WATER_LICENCE, kind: 'COMPLAINT', text: TEXT, contact: { name: '张三', phone: '13800138000' } };
    receipt = await ask(SUBMIT, { input });
    expect(receipt).toMatchObject({ __typename: 'RemarkReceipt', remarkId: expect.stringMatching(/^1401002026011500001[0-9A-Z]$/), dueOn: '2026-02-05' });
    expect(await ask(SUBMIT, { input })).toEqual(receipt);
    expect(await published()).toMatchObject({ name: '取水许可', remarkCount: 0, remarks: { nodes: [] }, measures: [] });
  });

  it('another agency and the public get nothing of it', async () => {
    const others = await hub.as('AGENCY_EDITOR', '140100', '140100015');
    const input = { agencyCode: WATER, remarkId: receipt.remarkId, answer: '由别的单位代为答复' };
    expect(await ask(WAITING, { agencyCode: WATER }, others)).toEqual({ error: 'FORBIDDEN' });
    expect(await ask(ANSWER, { input }, others)).toEqual({ error: 'FORBIDDEN' });
    expect(await ask(ANSWER, { input: { ...input, agencyCode: '140100015' } }, others)).toMatchObject({ code: 'REMARK_UNKNOWN' });
    expect(await ask(WAITING, { agencyCode: '140100015' }, others)).toEqual({ nodes: [] });
    expect((await hub.ask(WAITING, { agencyCode: WATER })).errors).toHaveLength(1);
  });

  it('the implementing agency reads it with its contact, answers it, and it is published with the item', async () => {
    const clerk = await hub.as('AGENCY_EDITOR', '140100', WATER);
    const { nodes } = await ask(WAITING, { agencyCode: WATER }, clerk);
    expect(nodes).toMatchObject([{ id: receipt.remarkId, item: { code: WATER_LICENCE, name: '取水许可' }, contact: { name: '张三', contact: '13800138000' } }]);
    expect(await ask(ANSWER, { input: { agencyCode: WATER, remarkId: receipt.remarkId, answer: '经核实，窗口已按指南收取材料' } }, clerk)).toMatchObject({ state: 'PUBLISHED' });
    const item = await published();
    expect(item).toMatchObject({
      remarkCount: 1,
      remarks: {
        totalCount: 1,
        nodes: [{ id: receipt.remarkId, kind: 'COMPLAINT', text: '取水许可窗口要求的材料与指南不一致，请核实，电话******', answer: '经核实，窗口已按指南收取材料', dueOn: '2026-02-05', answeredOn: '2026-01-15', caseNumber: null, agency: { name: '太原市水务局' } }],
      },
    });
    expect(JSON.stringify(item)).not.toMatch(/张三|13800138000/);
  });

  it('the remarker follows it with the receipt', async () => {
    expect(await ask(TRACK, { id: receipt.remarkId, queryCode: receipt.queryCode })).toEqual({
      state: 'PUBLISHED', text: expect.stringContaining('******'), answer: '经核实，窗口已按指南收取材料', item: { name: '取水许可' }, agency: { name: '太原市水务局' },
    });
    expect(await ask(TRACK, { id: receipt.remarkId, queryCode: 'AAAA-AAAA-AAAA' })).toBeNull();
  });

  it('leaves no name, number or word in the public change feed', async () => {
    const { data } = await hub.ask('{ serviceCenterChanges(first: 1000) { nodes { action summary subject { kind id } } } }');
    const ours = data.serviceCenterChanges.nodes.filter(({ subject }: { subject: { kind: string } }) => subject.kind === 'Remark');
    expect(ours).toEqual([
      { action: 'RemarkSubmitted', summary: '收到一条公众意见', subject: { kind: 'Remark', id: receipt.remarkId } },
      { action: 'RemarkAnswered', summary: '答复一条公众意见', subject: { kind: 'Remark', id: receipt.remarkId } },
    ]);
  });
});
