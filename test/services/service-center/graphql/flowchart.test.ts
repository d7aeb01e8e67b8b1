import { recordGuides } from '../../../../services/service-center/commands/record-guides';
import { SERVICE_CENTER_PERMISSIONS } from '../../../../services/service-center/rules/permissions';
import { systemActor } from '../../../../services/shared/actor';
import { runCommand } from '../../../../services/shared/run-command';
import { aGuide } from '../a-guide';
import { agency, aServiceCenter, item, office, WATER, type AServiceCenter } from '../a-service-center';

const GUIDE = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on PowerItem { guide {
  svg: flowchart(format: SVG) mermaid: flowchart(format: MERMAID)
  steps { order next { to when } jointOffices { id name agency { name } } } procedureFindings { code step path message clause } } link { status findings { code path } } } } }`;

let center: AServiceCenter;
const STEPS = [
  { order: 1, name: '受理', officeId: '14010001301', next: [{ to: 2, when: '材料齐全' }, { to: 3, when: '其他' }] },
  { order: 2, name: '会同审查', officeId: '14010001302', jointOfficeIds: ['14010001501', 'NOWHERE'], next: [] },
  { order: 3, name: '不予受理' },
];
beforeAll(async () => {
  center = await aServiceCenter();
  await center.organisationSays(...WATER, agency('140100015', { name: '太原市规划局' }), office('14010001501', { name: '用地科' }));
  await center.catalogSays(item('W1', { name: '取水许可', subItem: '新办' }), ...Array.from({ length: 20 }, (_, i) => item(`N${i}`)));
  await center.subgraph.catchUp();
  const guides = [
    aGuide({ steps: STEPS }), aGuide({ itemCode: 'OFF', steps: [{ order: 1, name: '受理', next: [{ to: 7 }], jointOfficeIds: ['14010001301'] }] }),
    ...Array.from({ length: 20 }, (_, i) => aGuide({ itemCode: `N${i}` })),
  ];
  await runCommand(center.store, SERVICE_CENTER_PERMISSIONS, recordGuides, { guides }, systemActor('test'));
});
afterAll(() => center.drop());

const ask = async (...codes: string[]) => {
  const { data, errors } = await center.query(GUIDE, { of: codes.map((code) => ({ __typename: 'PowerItem', code, category: 'LICENSE' })) });
  expect(errors).toBeUndefined();
  return data._entities;
};

it('a guide shows its flow, with the item’s name and its offices', async () => {
  const [{ guide, link }] = await ask('W1');
  for (const words of ['取水许可（新办） 办理流程图', '承办：科室14010001302', '联办：太原市规划局用地科', '联办：未登记的机构', '材料齐全']) {
    expect(guide.svg).toContain(words);
  }
  expect(guide.mermaid).toContain('s1 -->|"材料齐全"| s2');
  expect(guide.steps).toEqual([
    { order: 1, next: [{ to: 2, when: '材料齐全' }, { to: 3, when: '其他' }], jointOffices: [] },
    { order: 2, next: [], jointOffices: [{ id: '14010001501', name: '用地科', agency: { name: '太原市规划局' } }] },
    { order: 3, next: [], jointOffices: [] },
  ]);
  expect(guide.procedureFindings).toEqual([]);
  expect(link).toEqual({ status: 'BROKEN', findings: [{ code: 'OFFICE_UNKNOWN', path: 'steps.1.jointOfficeIds.1' }] });
});

it('a guide taken as it is says what is wrong with its procedure', async () => {
  const [{ guide }] = await ask('OFF');
  expect(guide.procedureFindings).toEqual([{ code: 'NEXT_STEP_UNKNOWN', step: 1, path: 'steps', message: '第 1 环节的后续第 7 环节不存在', clause: 'P15' }]);
  expect(guide.svg).toContain('事项 OFF 办理流程图');
});

it.each([1, 20])('the flowcharts of %i guides cost two statements with all the rest', async (count) => {
  expect(await center.statements(() => ask(...Array.from({ length: count }, (_, i) => `N${i}`)))).toHaveLength(2);
});
