import { readFileSync } from 'node:fs';
import { drawFlowchart } from '../../../../../services/service-center/rules/flowchart';
import { toChart, type ChartNames } from '../../../../../services/service-center/rules/flowchart/chart';
import { parseGuide, parseGuides } from '../../../../../services/service-center/rules/parse-guide';
import { inProject } from '../../../../../services/shared/project-root';
import { aGuide } from '../../a-guide';
import { aProcedure, days, step } from '../step-graph/a-procedure';
import { wellFormed } from './well-formed';

const NAMES: ChartNames = { itemCode: 'W1', itemName: '取水许可', version: 1, effectiveOn: '2014-09-10', officeName: (id, withAgency) => `${withAgency ? '某局' : ''}科室${id}` };
const HOSTILE = '</text><script>alert(1)</script> "&\' ]]> --> #quot; `x` %% end;\u0000\u0008\uD800 <!DOCTYPE>';

const guides = parseGuides(JSON.parse(readFileSync(inProject('prisma', 'service-center', 'seed', '140100.guides.json'), 'utf8')) as unknown[]);
if (!guides.ok) throw new Error(guides.refusal.message);

describe('the flowchart of a sample guide', () => {
  it.each(guides.value.map((guide) => [guide.itemCode, guide] as const))('%s is a drawing with every step in it, no box over another', (_code, { document }) => {
    const svg = wellFormed(drawFlowchart(document, NAMES, 'SVG'));
    const boxes = svg.filter(({ attributes }) => attributes['data-step'] !== undefined);
    const steps = document.steps.toSorted((a, b) => a.order - b.order);
    expect(boxes.map(({ attributes }) => Number(attributes['data-step']))).toEqual(steps.map(({ order }) => order));
    boxes.forEach(({ words }, i) => expect(words.replaceAll(/\s/g, '')).toContain(steps[i]!.name.replaceAll(/\s/g, '')));
    const rects = boxes.map(({ within }) => within.find(({ name }) => name === 'rect')!.attributes).map(({ x, y, width, height }) => ({ x: Number(x), y: Number(y), right: Number(x) + Number(width), bottom: Number(y) + Number(height) }));
    for (const a of rects) for (const b of rects) if (a !== b) expect(a.right <= b.x || b.right <= a.x || a.bottom <= b.y || b.bottom <= a.y).toBe(true);
  });
});

describe('a flowchart as SVG', () => {
  const branches = aProcedure(
    [
      step(1, [2, 3], { officeId: 'A1', limit: days(1) }),
      step(2, [], { jointOfficeIds: ['B1'] }),
      step(3, [], { name: '很'.repeat(200) }),
    ],
    { promisedLimit: days(5) },
  );
  const texts = wellFormed(drawFlowchart(branches, NAMES, 'SVG'));
  const words = texts[0]!.words;

  it('says who handles a step in what time, and when a branch is taken', () => {
    for (const said of ['承办：科室A1', '联办：某局科室B1', '时限：1 个工作日', '情形2', '情形3', '承诺期限 5 个工作日', '取水许可 办理流程图']) expect(words).toContain(said);
  });
  it('has a title and a description for those who cannot see it, Chinese fonts, and a size', () => {
    const [svg, title, desc] = texts;
    expect([svg!.name, title!.name, desc!.name]).toEqual(['svg', 'title', 'desc']);
    expect(svg!.attributes).toMatchObject({ role: 'img', 'font-family': '"Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif' });
    expect(svg!.attributes.viewBox).toBe(`0 0 ${svg!.attributes.width} ${svg!.attributes.height}`);
    expect(desc!.words).toContain('第 1 环节（情形2）之后是第 2 环节');
  });
  it('breaks long names into lines that fit their box', () => {
    const lines = texts.filter(({ name, words: line }) => name === 'text' && /^很+$/.test(line)).map(({ words: line }) => line.length);
    expect(lines.reduce((sum, length) => sum + length, 0)).toBe(200);
    expect(Math.max(...lines)).toBeLessThan(14);
  });
  it('takes any text as text', () => {
    const drawn = drawFlowchart(aProcedure([step(1, [2, 3], { name: HOSTILE.replaceAll('\0', '') }), step(2, []), step(3, [], { officeId: 'X' })]), { ...NAMES, itemName: HOSTILE, officeName: () => HOSTILE }, 'SVG');
    expect(wellFormed(drawn).some(({ name }) => name === 'script')).toBe(false);
    for (const part of ['<script', '<!DOCTYPE', '\0', '\b']) expect(drawn).not.toContain(part);
  });
  it.each([
    ['that has no steps', aProcedure([])],
    ['that never ends', aProcedure([step(1), step(2, [1])])],
    ['that leads to itself', aProcedure([step(1, [1, 2]), step(2)])],
    ['that leads nowhere', aProcedure([step(1, [9]), step(2)])],
    ['with a step nobody reaches', aProcedure([step(1, [3]), step(2, [1]), step(3)])],
  ])('is drawn also of a procedure %s', (_what, document) => {
    expect(wellFormed(drawFlowchart(document, NAMES, 'SVG')).filter(({ attributes }) => attributes['data-step'])).toHaveLength(document.steps.length);
  });
  it('is drawn also of the largest procedure a guide can have', () => {
    const way = (from: number, to: number) => ({ to, when: `情形${from}-${to}` });
    const steps = Array.from({ length: 200 }, (_, i) => step(i + 1, [], i < 100 ? { next: [way(i, i + 2), way(i, 200 - i)] } : { next: undefined }));
    const document = aProcedure(steps);
    const [svg] = wellFormed(drawFlowchart(document, NAMES, 'SVG'));
    expect(svg!.within.filter(({ attributes }) => attributes['data-step'])).toHaveLength(200);
    const one = [...steps.slice(0, 100), step(101, [1, 2])];
    expect(parseGuide(aGuide({ steps: one }))).toMatchObject({ refusal: { message: expect.stringContaining('后续环节总共不能超过 200 个') } });
  });
  it('shows what leads back as a dashed arrow', () => {
    const drawn = drawFlowchart(aProcedure([step(1), step(2, [1, 3]), step(3)]), NAMES, 'SVG');
    expect(drawn.match(/stroke-dasharray/g)).toHaveLength(1);
  });
});

describe('a flowchart as Mermaid', () => {
  it('has a node for each step and an arrow for each way', () => {
    const document = aProcedure([step(1, [2, 3], { officeId: 'A1', limit: days(1) }), step(2, []), step(3, [])]);
    expect(drawFlowchart(document, NAMES, 'MERMAID').split('\n')).toEqual([
      'flowchart TD',
      '  accTitle: 取水许可 办理流程图',
      '  begin(["开始"])',
      '  s1["1 环节1<br/>承办：科室A1<br/>时限：1 个工作日"]',
      '  s2["2 环节2"]',
      '  s3["3 环节3"]',
      '  finish(["结束"])',
      '  begin --> s1',
      '  s1 -->|"情形2"| s2',
      '  s1 -->|"情形3"| s3',
      '  s2 --> finish',
      '  s3 --> finish',
      '',
    ]);
  });
  it('writes what Mermaid might take for its own as numbers', () => {
    const hostile = aProcedure([step(1, [], { name: 'a"]; click b `c` <d> #e; %%\n%%f' })]);
    const line = drawFlowchart(hostile, { ...NAMES, itemName: '甲\n%%{init: 乙}%%' }, 'MERMAID').split('\n').find((text) => text.startsWith('  s1'));
    expect(line).toBe('  s1["1 a#34;#93;#59; click b #96;c#96; #60;d#62; #35;e#59; #37;#37; #37;#37;f"]');
    expect(toChart(hostile, NAMES).steps).toHaveLength(1);
  });
});
