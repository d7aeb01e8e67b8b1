import type { ListedPower } from '../../../services/catalog/rules/listed-power';
import { confirmSome, evaluate, rankRows } from './evaluate';
import { type Department, repeatsName, toDepartment } from './labelled-rows';
import { ranksUnder, REFERENCES } from './references';

const power = (name: string, duty: string | null, category: ListedPower['category'] = 'PENALTY'): ListedPower => ({
  sheet: '清单', row: 1, publishedCode: null, name, subItem: null, category, body: '市水务局', offices: ['水资源科'], levels: [], authoritySplit: null,
  citations: [], basisText: null, duty, responsibilities: null, accountability: null, supervisionPhone: null, remark: null,
});
const POWERS = [
  power('取水许可', '负责取水许可', 'LICENSE'),
  power('对未安装计量设施的处罚', '负责水务综合执法工作。'),
  power('对伪造凭证的处罚', '负责水务综合执法工作'),
  power('对堤防的检查', '负责堤防、闸坝的运行', 'INSPECTION'),
  power('水文资料汇交', null, 'OTHER'),
];
const toy = (): Department => toDepartment('市水务局', '水务.csv', POWERS);

describe('a department read from a list', () => {
  it('has its distinct duties once, whatever their last stop, and a row for each label', () => {
    const { duties, items, rows } = toy();
    expect(duties.map(({ text }) => text)).toEqual(['负责取水许可', '负责水务综合执法工作。', '负责堤防、闸坝的运行']);
    expect(items).toHaveLength(5);
    expect(rows.map(({ echo }) => echo)).toEqual([true, false, false, false]);
    expect(rows[1]!.dutyId).toBe(rows[2]!.dutyId);
  });

  it('shows the matcher no label', () => {
    for (const item of toy().items) expect(Object.keys(item)).toEqual(['id', 'name', 'subItem', 'category', 'offices']);
  });

  it('knows a duty that repeats the name in other words', () => {
    expect(repeatsName('对擅自堆放砂石行为的行政处罚', '依法对管辖范围内擅自堆放砂石行为的行政处罚')).toBe(true);
    expect(repeatsName('对擅自堆放砂石行为的行政处罚', '负责砂石开采的监督管理')).toBe(false);
  });
});

describe('an evaluation', () => {
  it('measures all rows, those that are no echo, and each department', () => {
    const evaluation = evaluate([toy()]);
    expect(Object.keys(evaluation)).toEqual(['all', 'nonEcho', 'likely', 'confirmed20', 'references', 'departments']);
    expect(evaluation.all).toEqual({ hit1: 1, hit3: 1, mrr: 1, rows: 4 });
    expect(evaluation.nonEcho.rows).toBe(3);
    expect(evaluation.departments).toEqual([{ name: '市水务局', duties: 3, hit1: 1, hit3: 1, mrr: 1, rows: 4 }]);
    expect(evaluation.references.bm25).toBeGreaterThan(0);
  });

  it('is the same each time, and in whatever order the rows stand', () => {
    expect(evaluate([toy()])).toEqual(evaluate([toy()]));
    const { duties, items, rows, name } = toy();
    expect(evaluate([{ name, duties: duties.toReversed(), items: items.toReversed(), rows }])).toEqual(evaluate([toy()]));
  });

  it('does not learn from the label of the row it ranks', () => {
    const department = toy();
    const wrong = department.rows.map((row, i, all) => ({ ...row, dutyId: all[(i + 1) % all.length]!.dutyId }));
    const order = (rows: typeof wrong): string[][] => rankRows(department, rows).map(({ proposals }) => proposals.map(({ dutyId }) => dutyId));
    expect(order(wrong)).toEqual(order(department.rows));
  });

  it('draws the confirmed pairs by seed and measures only the rest', () => {
    const rows = Array.from({ length: 500 }, (_, i) => ({ itemId: `item-${i}`, dutyId: 'duty', echo: false }));
    const [one, two] = [confirmSome(rows, 1), confirmSome(rows, 2)];
    expect(confirmSome(rows, 1)).toEqual(one);
    expect(one.decided).not.toEqual(two.decided);
    expect(one.decided.length + one.rest.length).toBe(500);
    expect(one.decided.length).toBeGreaterThan(70);
    expect(one.decided.length).toBeLessThan(130);
    const known = new Set(one.decided.map(({ itemId }) => itemId));
    expect(one.rest.filter(({ itemId }) => known.has(itemId))).toEqual([]);
  });
});

describe('the references', () => {
  it('find a duty by common words only', () => {
    for (const reference of Object.values(REFERENCES)) {
      const [license, meter] = ranksUnder(reference, toy());
      expect([license, meter]).toEqual([1, null]);
    }
    expect(ranksUnder(REFERENCES.keywords, toy())).toEqual([1, null, null, 1]);
  });
});
