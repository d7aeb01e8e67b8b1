import type { Actor } from '../../../../../services/shared/actor';
import { csvText, type CellValue } from '../../../../support/spreadsheets';
import { ADMIN, holder, organisationUnderTest, type OrganisationUnderTest } from '../../organisation-under-test';
import { agency, define, openOffices, register, REGIONS } from '../registrations';
import { list } from '../reorganise/reorganisations';

const BEFORE = REGIONS.length + 2 + 1;
const OPERATION = `mutation ($input: ImportMandatesInput!) { answer: importMandates(input: $input) {
  ... on MandatesImported { rowsRead rowsTaken notTaken { sheet row path code reason text wholeRow }
    mandates { agencyName agency { code } mandateId unchanged refusal { code message details { path value } } truncated duties suggestedKinds unknownOffices } }
  ... on Refusal { code message } } }`;

interface Answer {
  rowsRead?: number;
  rowsTaken?: number;
  notTaken?: { row: number; code: string }[];
  mandates?: { agencyName: string; mandateId: string | null; refusal: { code: string; details: object[] } | null }[];
  code?: string;
  message?: string;
}

describe('importing mandates', () => {
  let organisation: OrganisationUnderTest;
  beforeAll(async () => {
    organisation = await organisationUnderTest();
  });
  beforeEach(async () => {
    await organisation.empty();
    await define(organisation, REGIONS);
    await register(organisation, [agency('140100001', '太原市水务局', { shortName: '市水务局' }), agency('140100002', '太原市财政局')]);
    await openOffices(organisation, [{ id: '14010000101', agencyCode: '140100001', name: '水资源科' }]);
    await list(organisation, [{ code: 'A1', agencyCode: '140100001' }]);
  });
  afterAll(() => organisation.drop());

  const importFile = async (fileName: string, content: string, more: object = {}, actor: Actor = ADMIN): Promise<Answer> => {
    const input = { regionCode: '140100', fileName, content: Buffer.from(content).toString('base64'), effectiveOn: '2026-04-01', ...more };
    return (await organisation.ask<{ answer: Answer }>(OPERATION, { input }, actor)).answer;
  };
  const importCsv = (rows: CellValue[][], more?: object, actor?: Actor) =>
    importFile('三定.csv', csvText([['部门', '类别', '内容', '事项编码', '承办机构', '核定数', '名称'], ...rows]), more, actor);
  const entries = async () => (await organisation.journal()).slice(BEFORE);

  const ROWS: CellValue[][] = [
    ['市水务局', '职责', '负责取水许可。', 'A1', '水资源科', null, null],
    ['市水务局', '职责', '拟订水利规划。', null, '规划科', null, null],
    ['市水务局', '内设机构', '承担取水许可。', null, null, null, '水资源科'],
    ['市水务局', '编制', null, null, null, 30, '行政编制'],
    ['财政局', '职责', '负责会计监督。', null, null, null, null],
    ['体育局', '职责', '负责体育。', null, null, null, null],
  ];

  it('proposes each mandate of an agency the region knows, and says what became of every one', async () => {
    const answer = await importCsv(ROWS);
    expect(answer).toMatchObject({
      rowsRead: 6,
      rowsTaken: 6,
      notTaken: [],
      mandates: [
        { agencyName: '市水务局', agency: { code: '140100001' }, mandateId: '140100001-M1', unchanged: false, refusal: null, duties: 2, suggestedKinds: 2, unknownOffices: ['规划科'] },
        { agencyName: '财政局', agency: { code: '140100002' }, mandateId: '140100002-M1', refusal: null },
        { agencyName: '体育局', agency: null, mandateId: null, refusal: { code: 'UNKNOWN_AGENCY' } },
      ],
    });
    const [water, finance, ...more] = await entries();
    expect(more).toEqual([]);
    expect(finance).toMatchObject({ action: 'MandateProposed', subject: { kind: 'Mandate', id: '140100002-M1' } });
    expect(water!.after).toMatchObject({
      state: 'PROPOSED',
      origin: 'DOCUMENT',
      effectiveOn: '2026-04-01',
      duties: [
        { number: '（一）', text: '负责取水许可。', kind: 'POWER', officeId: '14010000101', itemCodes: ['A1'] },
        { number: '（二）', text: '拟订水利规划。', kind: 'POLICY', officeId: null, itemCodes: [] },
      ],
      offices: [{ name: '水资源科', officeId: '14010000101', duties: '承担取水许可。' }],
      staffing: { total: null, lines: [{ kind: 'ADMINISTRATIVE', quota: 30 }] },
    });
  });

  it('proposes nothing when the same file comes again', async () => {
    await importCsv(ROWS);
    const before = await entries();
    expect((await importCsv(ROWS)).mandates).toMatchObject([{ mandateId: '140100001-M1', unchanged: true, refusal: null }, { mandateId: '140100002-M1', unchanged: true }, {}]);
    expect(await entries()).toEqual(before);
    expect((await importCsv(ROWS, { effectiveOn: '2026-05-01' })).mandates).toMatchObject([{ mandateId: '140100001-M2', unchanged: false }, {}, {}]);
  });

  it('refuses a mandate with what is wrong in it, and takes the others', async () => {
    const answer = await importCsv([
      ['市水务局', '职责', '负责取水许可。', 'A1、A9', null, null, null],
      ['市水务局', '编制', null, null, null, 30, '合计'],
      ['市水务局', '编制', null, null, null, 20, '行政编制'],
      ['财政局', '职责', '负责会计监督。', null, null, null, null],
    ]);
    expect(answer.mandates).toMatchObject([
      { mandateId: null, refusal: { code: 'UNKNOWN_ITEM', details: [{ path: 'duties.0.items.1', value: 'A9' }, { path: 'staffing.total', value: '30' }] } },
      { mandateId: '140100002-M1', refusal: null },
    ]);
    expect((await entries()).map(({ subject }) => subject.id)).toEqual(['140100002-M1']);
  });

  it('reads JSON documents, and needs a first day from somewhere', async () => {
    const documents = [
      { agency: '太原市水务局', doc_no: '并政办发〔2026〕12号', effective: '2026-06-01', duties: ['(一)负责取水许可。'], truncated: true },
      { agency: '太原市财政局', duties: ['(一)负责会计监督。', 3] },
    ];
    const answer = await importFile('mandates.json', JSON.stringify(documents), { effectiveOn: null });
    expect(answer.mandates).toMatchObject([
      { mandateId: '140100001-M1', truncated: true },
      { mandateId: null, refusal: { code: 'EFFECTIVE_DAY_MISSING' } },
    ]);
    expect(answer.notTaken).toMatchObject([{ row: 2, path: 'duties.1', code: 'MALFORMED' }]);
  });

  it('refuses bad files and unknown regions as values, and writes nothing', async () => {
    expect(await importFile('x.xlsx', '%PDF-1.4\0')).toMatchObject({ code: 'NOT_A_SPREADSHEET' });
    expect(await importFile('x.json', '[{"agency":')).toMatchObject({ code: 'DAMAGED' });
    expect(await importCsv(ROWS, { regionCode: '149900' })).toMatchObject({ code: 'UNKNOWN_REGION' });
    expect(await entries()).toEqual([]);
  });

  it('is the staffing office’s, within its region', async () => {
    const forbidden = { extensions: { code: 'FORBIDDEN' } };
    await expect(importCsv(ROWS, {}, holder('REFORM_OFFICE', '140100'))).rejects.toMatchObject(forbidden);
    await expect(importCsv(ROWS, {}, holder('STAFFING_OFFICE', '140105'))).rejects.toMatchObject(forbidden);
    expect((await importCsv(ROWS, {}, holder('STAFFING_OFFICE', '140100'))).mandates).toHaveLength(3);
  });
});
