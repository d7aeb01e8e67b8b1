import type { AskSubgraph } from '../../gateway/ask-subgraph';
import { takeFile, type FileReturn } from '../../gateway/returns';
import { systemActor, type Actor } from '../../services/shared/actor';

const FILE: FileReturn = { regionCode: '140100', scheme: 'TAIYUAN_2014', fileName: '报送.csv', bytes: Buffer.from('序号'), cycleId: '140100-R1' };
const HEAD: Actor = { id: 'head', role: 'AGENCY_HEAD', regionCode: '140100', agencyCode: '140100013' };
const WATER = {
  name: '太原市水务局',
  shortName: '市水务局',
  offices: [{ id: '14010001301', name: '水政科' }],
  entrustedInstitutions: [{ name: '太原市水政监察支队', shortName: null, offices: [{ id: '14010004201', name: '执法科' }] }],
};
const REPORT = { __typename: 'ImportReport', file: '报送.csv', sheets: [] };

/** A hub whose services answer as told and remember what they were asked. */
function hubSaying(answers: Record<string, unknown>) {
  const asked: { field: string; input: any }[] = [];
  const ask = (async (_service: string, query: string, variables: Record<string, unknown>) => {
    const field = Object.keys(answers).find((name) => query.includes(`${name}(`))!;
    asked.push({ field, input: variables.input ?? variables });
    return { [field]: answers[field] };
  }) as AskSubgraph;
  return { ask, asked };
}
const listFile = { __typename: 'ListFile', bodies: ['市 水务局', '太原市水政监察支队', '市教育局'].map((name) => ({ name, offices: [], code: null, officeIds: [] })) };

describe('a list file as a department’s return', () => {
  it('brings in the rows of the department and of the institutions it entrusts as its own (P4), nobody else’s', async () => {
    const { ask, asked } = hubSaying({ listFile, agency: WATER, reportList: REPORT });
    expect(await takeFile(ask, FILE, HEAD)).toEqual({ ok: true, value: { file: '报送.csv', sheets: [] } });
    expect(asked.map(({ field }) => field)).toEqual(['listFile', 'agency', 'reportList']); // it registers nobody
    const offices = [{ id: '14010001301', name: '水政科' }, { id: '14010004201', name: '执法科' }];
    expect(asked[2]!.input).toMatchObject({
      cycleId: '140100-R1',
      file: { regionCode: '140100', scheme: 'TAIYUAN_2014', fileName: '报送.csv' },
      bodies: [{ name: '市 水务局', agencyCode: '140100013', offices }, { name: '太原市水政监察支队', agencyCode: '140100013', offices }],
    });
  });
  it('is placed by the register when the administrator brings in several departments', async () => {
    const registered = { __typename: 'RegisteredBodies', bodies: [{ name: '市教育局', agency: { code: '140100020' }, offices: [{ name: '人事科', office: { id: '14010002001' } }] }] };
    const { ask, asked } = hubSaying({ listFile, registerBodies: registered, reportList: REPORT });
    await takeFile(ask, FILE, systemActor('import'));
    expect(asked[2]!.input.bodies).toEqual([{ name: '市教育局', code: null, agencyCode: '140100020', offices: [{ name: '人事科', statedId: null, id: '14010002001' }] }]);
  });
  it('is refused as the catalog refuses it', async () => {
    const refusal = { code: 'WRONG_STAGE', rule: '六', message: '不能报送', details: [] };
    const { ask } = hubSaying({ listFile, agency: WATER, reportList: { __typename: 'Refusal', ...refusal } });
    expect(await takeFile(ask, FILE, HEAD)).toEqual({ ok: false, refusal });
    const unread = hubSaying({ listFile: { __typename: 'Refusal', ...refusal, code: 'NOT_A_SPREADSHEET' } });
    expect(await takeFile(unread.ask, FILE, HEAD)).toMatchObject({ ok: false, refusal: { code: 'NOT_A_SPREADSHEET' } });
  });
  it('a published list still comes in as one', async () => {
    const { ask, asked } = hubSaying({ listFile, registerBodies: { __typename: 'RegisteredBodies', bodies: [] }, importList: REPORT });
    const { cycleId: _, ...file } = FILE;
    await takeFile(ask, { ...file, publishedOn: '2014-09-10' }, systemActor('import'));
    expect(asked[2]).toMatchObject({ field: 'importList', input: { publishedOn: '2014-09-10' } });
  });
});
