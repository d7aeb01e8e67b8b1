import { readJournal } from '../../../../services/shared/journal';
import { systemActor, type Actor } from '../../../../services/shared/actor';
import { csvText, type CellValue } from '../../../support/spreadsheets';
import { aGuide } from '../a-guide';
import { agency, aServiceCenter, item, office, officer, WATER, type AServiceCenter } from '../a-service-center';

const IMPORT = `mutation ($input: ImportGuidesInput!) { importGuides(input: $input) {
  ... on GuideImportReport { file guides sheets { name rowsRead imported unchanged rejected { row code reason } notes { row note } } } ... on Refusal { code message } } }`;
const DRAFTS = `{ guideDrafts(regionCode: "140100") { nodes { id state item { code } agency { code } effectiveOn source { file sheet row }
  guide { steps { order office { id } jointOffices { id } officer { id } } responsibleOffice { id } materials { name } } } } }`;
const editor: Actor = { id: 'e', role: 'AGENCY_EDITOR', regionCode: '140100', agencyCode: '140100013' };
const service: Actor = { id: 's', role: 'SERVICE_CENTER', regionCode: '140100', agencyCode: null };

let center: AServiceCenter;
beforeAll(async () => {
  center = await aServiceCenter(new Date('2014-09-20T02:00:00Z'));
  await center.organisationSays(...WATER, officer('140100013P09', { name: '王示例' }), agency('140100015', { name: '太原市规划局' }), office('14010001501', { name: '用地科' }), office('14010001302', { name: '水资源科' }));
  await center.catalogSays(
    item('W1', { name: '取水许可' }), item('W2', { name: '取水许可', subItem: '延续' }), item('W3', { name: '采砂许可' }), item('W4', { name: '采砂许可' }),
    item('P1', { name: '规划许可', agencyCode: '140100015' }), item('GONE', { name: '旧事项', status: 'CANCELLED' }),
  );
  await center.subgraph.catchUp();
});
afterAll(() => center.drop());

const run = async (rows: CellValue[][] | unknown[], changes: object = {}, actor: Actor | undefined = editor) => {
  const json = !Array.isArray(rows[0]);
  const content = Buffer.from(json ? JSON.stringify(rows) : csvText(rows as CellValue[][])).toString('base64');
  const input = { regionCode: '140100', agencyCode: '140100013', as: 'DRAFT', effectiveOn: '2014-10-01', fileName: json ? '指南.json' : '指南.csv', content, ...changes };
  const { data, errors } = await center.query(IMPORT, { input }, actor);
  return errors ? { error: errors[0]!.extensions.code } : data.importGuides;
};
const drafts = async () => (await center.query(DRAFTS, {}, service)).data.guideDrafts.nodes as any[];

const HEAD = ['事项编码', '事项名称', '材料名称', '环节名称', '环节承办科室', '环节承办人', '联办机构', '责任科室'];
const ROWS: CellValue[][] = [
  HEAD,
  ['W1', null, '申请书', '受理', '水资源科', '王示例', '太原市规划局用地科', '水资源科'],
  [null, null, '论证报告', '审查', '没有的科', null, null, null],
  [null, '取水许可（延续）', '申请书', null, null, null, null, null],
  [null, '采砂许可', '申请书', null, null, null, null, null],
  ['P1', null, '申请书', null, null, null, null, null],
  ['GONE', null, '申请书', null, null, null, null, null],
  ['W1', null, null, null, null, null, null, null],
];

describe('a file of guides', () => {
  it('becomes drafts, every row accounted for', async () => {
    const report = await run(ROWS);
    expect(report).toMatchObject({ file: '指南.csv', guides: 2, sheets: [{ rowsRead: 7, imported: 3, unchanged: 0 }] });
    expect(report.sheets[0].rejected).toEqual([
      { row: 5, code: 'AMBIGUOUS_ITEM', reason: '清单上有 2 个事项叫“采砂许可”，请写明事项编码：W3、W4' },
      { row: 6, code: 'UNKNOWN_ITEM', reason: '清单上没有事项“P1”' },
      { row: 7, code: 'UNKNOWN_ITEM', reason: '清单上没有事项“GONE”' },
      { row: 8, code: 'NO_CONTENT', reason: expect.any(String) },
    ]);
    expect(report.sheets[0].notes).toEqual([{ row: 2, note: '第 2 环节承办机构“没有的科”未登记，未填' }]);
    expect(await drafts()).toMatchObject([
      {
        state: 'DRAFT', item: { code: 'W1' }, agency: { code: '140100013' }, effectiveOn: '2014-10-01', source: { file: '指南.csv', row: 2 },
        guide: {
          steps: [{ order: 1, office: { id: '14010001302' }, jointOffices: [{ id: '14010001501' }], officer: { id: '140100013P09' } }, { office: null }],
          responsibleOffice: { id: '14010001302' }, materials: [{ name: '申请书' }, { name: '论证报告' }],
        },
      },
      { item: { code: 'W2' } },
    ]);
    const { entries } = await readJournal(center.database, 'service_center', 0, 10);
    expect(entries.map(({ action }) => action)).toEqual(['GuideImported', 'GuideImported']);
  });

  it('changes nothing the second time, replaces a draft that is not under review, and leaves one that is', async () => {
    const before = await drafts();
    expect(await run(ROWS)).toMatchObject({ guides: 0, sheets: [{ imported: 0, unchanged: 3 }] });
    expect(await drafts()).toEqual(before);
    const { data } = await center.query(`mutation ($id: ID!) { submitGuide(input: { agencyCode: "140100013", draftId: $id }) { __typename } }`, { id: before[0].id }, editor);
    expect(data.submitGuide).toEqual({ __typename: 'GuideDraft' });
    const report = await run([HEAD, ['W1', null, '新申请书', null, null, null, null, null], ['W2', null, '新申请书', null, null, null, null, null]]);
    expect(report).toMatchObject({ guides: 1, sheets: [{ imported: 1, rejected: [{ row: 2, code: 'UNDER_REVIEW' }] }] });
    expect((await drafts()).map(({ id, state, guide }) => [id, state, guide.materials.length])).toEqual([[before[0].id, 'SUBMITTED', 2], [before[1].id, 'DRAFT', 1]]);
  });

  it('of a whole region becomes the drafts of its agencies, for the service center', async () => {
    expect(await run([HEAD, ['P1', null, '申请书', null, null, null, null, '用地科']], { agencyCode: null }, service)).toMatchObject({ guides: 1, sheets: [{ rejected: [] }] });
    expect((await drafts()).find(({ item: { code } }) => code === 'P1')).toMatchObject({ agency: { code: '140100015' }, guide: { responsibleOffice: { id: '14010001501' } } });
  });

  it('becomes facts for the administrator, off the list too, and only what is newer', async () => {
    const guides = [{ item_code: 'NOBODYS', steps: [{ name: '受理' }] }, { item_name: '规划许可', materials: [{ name: '申请表' }] }, { item_name: '没有的' }];
    const record = (changes: object = {}) => run(guides, { as: 'RECORD', agencyCode: null, ...changes }, systemActor('test'));
    expect(await record()).toMatchObject({ guides: 2, sheets: [{ rowsRead: 3, imported: 2, rejected: [{ row: 3, code: 'UNKNOWN_ITEM' }] }] });
    expect(await record()).toMatchObject({ guides: 0, sheets: [{ unchanged: 2 }] });
    guides[0]!.steps!.push({ name: '决定' });
    expect(await record({ effectiveOn: '2014-09-01' })).toMatchObject({ sheets: [{ rejected: [{ row: 1, code: 'BEFORE_LAST_VERSION' }, { row: 3 }] }] });
    expect((await center.query('{ guideVersions(itemCode: "NOBODYS") { nodes { version origin } } }')).data.guideVersions.nodes).toEqual([{ version: 1, origin: 'REPORTED' }]);
  });

  it('in the hub’s own words is taken word for word', async () => {
    const own = aGuide({ itemCode: 'W4', effectiveOn: '2014-11-01' });
    expect(await run([own, { ...own, itemCode: 'W3', steps: [{ order: 1 }] }])).toMatchObject({
      guides: 1, sheets: [{ imported: 1, rejected: [{ row: 2, code: 'MALFORMED_GUIDE', reason: expect.stringContaining('steps.0.name') }] }],
    });
    expect((await drafts()).find(({ item: { code } }) => code === 'W4')).toMatchObject({ effectiveOn: '2014-11-01', guide: { steps: [{ office: { id: '14010001301' } }, {}] } });
  });

  it.each<[string, Actor | undefined, object, string]>([
    ['another agency', { ...editor, agencyCode: '140100015' }, {}, 'FORBIDDEN'],
    ['an agency for the whole region', editor, { agencyCode: null }, 'FORBIDDEN'],
    ['an agency as facts', editor, { as: 'RECORD' }, 'FORBIDDEN'],
    ['the public', { id: 'anonymous', role: 'PUBLIC', regionCode: null, agencyCode: null }, {}, 'UNAUTHENTICATED'],
    ['nobody: there is no file', editor, { content: '' }, 'BAD_USER_INPUT'],
  ])('is not taken from %s', async (_who, actor, changes, error) => expect(await run(ROWS, changes, actor)).toEqual({ error }));

  it('that is none is refused', async () => {
    expect(await run(ROWS, { content: Buffer.from('<html></html>').toString('base64') })).toMatchObject({ code: 'NOT_A_SPREADSHEET' });
  });
});
