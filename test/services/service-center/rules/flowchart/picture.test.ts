import { readFileSync, writeFileSync } from 'node:fs';
import { drawFlowchart } from '../../../../../services/service-center/rules/flowchart';
import { parseGuide } from '../../../../../services/service-center/rules/parse-guide';
import { inProject } from '../../../../../services/shared/project-root';

const PICTURE = inProject('services', 'service-center', 'flowchart-example.svg');

/** Names by code, of a table of the sample whose third column is the name. */
const table = (file: string): Map<string | undefined, string | undefined> =>
  new Map(readFileSync(inProject('prisma', 'organisation', 'seed', file), 'utf8').split('\n').map((row) => row.split(',')).map(([id, , name]) => [id, name]));

/** The sample guide that branches and is handled jointly, with its offices as the sample names them. */
function drawn(): string {
  const guides = JSON.parse(readFileSync(inProject('prisma', 'service-center', 'seed', '140100.guides.json'), 'utf8')) as { itemCode: string }[];
  const guide = parseGuide(guides.find(({ itemCode }) => itemCode === '14010001601000101'));
  if (!guide.ok) throw new Error(guide.refusal.message);
  const offices = table('offices.csv');
  const agencies = table('agencies.csv');
  const { itemCode, effectiveOn, document } = guide.value;
  const officeName = (id: string, withAgency: boolean): string => `${withAgency ? agencies.get(id.slice(0, 9)) : ''}${offices.get(id)}`;
  const names = { itemCode, itemName: '建设项目环境影响评价文件审批（环境影响报告书审批）', version: 1, effectiveOn, officeName };
  return drawFlowchart(document, names, 'SVG');
}

// When the drawing has changed on purpose: look at it, and write it anew with HUB_DRAW=1.
it('the picture in the README is what is drawn', () => {
  if (process.env.HUB_DRAW) writeFileSync(PICTURE, drawn());
  expect(readFileSync(PICTURE, 'utf8')).toBe(drawn());
});
