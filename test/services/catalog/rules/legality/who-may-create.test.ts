import { powerKind, type PowerKind } from '../../../../../services/catalog/rules/legality/power-kind';
import { authorityOf, creationClause } from '../../../../../services/catalog/rules/legality/who-may-create';
import type { InstrumentLevel } from '../../../../../services/catalog/rules/vocabulary';

const ask = (kind: PowerKind, level: InstrumentLevel, name = '', title = '') => {
  const authority = authorityOf(kind, level, { name, title });
  return typeof authority === 'string' ? authority : 'LIMITED';
};

describe('who may create what', () => {
  const LEVELS: InstrumentLevel[] = [
    'LAW', 'ADMINISTRATIVE_REGULATION', 'STATE_COUNCIL_DECISION', 'LOCAL_REGULATION', 'DEPARTMENT_RULE', 'LOCAL_GOVERNMENT_RULE', 'NORMATIVE_DOCUMENT',
  ];
  it.each([
    ['LICENCE', ['YES', 'YES', 'YES', 'LIMITED', 'NO', 'NO', 'NO']],
    ['PENALTY', ['YES', 'YES', 'NO', 'YES', 'LIMITED', 'LIMITED', 'NO']],
    ['COERCIVE_MEASURE', ['YES', 'LIMITED', 'NO', 'LIMITED', 'NO', 'NO', 'NO']],
    ['COERCIVE_ENFORCEMENT', ['YES', 'NO', 'NO', 'NO', 'NO', 'NO', 'NO']],
  ] as const)('%s, by rank of instrument', (kind, answers) => {
    expect(LEVELS.map((level) => ask(kind, level))).toEqual(answers);
  });

  it('only a province’s rule creates a licence, and a provisional one (许可法 15)', () => {
    expect(ask('LICENCE', 'LOCAL_GOVERNMENT_RULE', '', '山西省取水许可管理办法')).toBe('LIMITED');
    expect(ask('LICENCE', 'LOCAL_GOVERNMENT_RULE', '', '新疆维吾尔自治区取水许可管理办法')).toBe('LIMITED');
    expect(ask('LICENCE', 'LOCAL_GOVERNMENT_RULE', '', '太原市取水许可管理办法')).toBe('NO');
  });

  it('personal liberty is the law’s alone (处罚法 10, 强制法 10)', () => {
    expect(ask('PENALTY', 'ADMINISTRATIVE_REGULATION', '行政拘留')).toBe('NO');
    expect(ask('PENALTY', 'LOCAL_REGULATION', '吊销企业营业执照')).toBe('NO');
    expect(ask('PENALTY', 'LOCAL_REGULATION', '吊销采砂许可证')).toBe('YES');
    expect(ask('COERCIVE_MEASURE', 'ADMINISTRATIVE_REGULATION', '限制人身自由')).toBe('NO');
    expect(ask('COERCIVE_MEASURE', 'LOCAL_REGULATION', '冻结存款')).toBe('NO');
  });

  it('rules create warnings and capped fines only (处罚法 12、13)', () => {
    expect(ask('PENALTY', 'DEPARTMENT_RULE', '对未备案的罚款')).toBe('LIMITED');
    expect(ask('PENALTY', 'DEPARTMENT_RULE', '没收违法所得')).toBe('NO');
    expect(ask('PENALTY', 'LOCAL_GOVERNMENT_RULE', '责令停产停业')).toBe('NO');
  });

  it('local regulations create sealing and seizing (强制法 10)', () => {
    expect(ask('COERCIVE_MEASURE', 'LOCAL_REGULATION', '扣押违法工具')).toBe('YES');
  });
});

it('coercion is parted into measures and enforcement by what the item names (强制法 9、12)', () => {
  const kinds = ['查封场所', '代履行', '拍卖查封、扣押的财物', '加处罚款或者滞纳金', '强制拆除违法建筑'].map((name) => powerKind('COERCION', name));
  expect(kinds).toEqual(['COERCIVE_MEASURE', ...Array.from({ length: 4 }, () => 'COERCIVE_ENFORCEMENT')]);
  expect(powerKind('CONFIRMATION', '代履行')).toBeNull();
});

it('the articles are those of the law as numbered on the day', () => {
  expect(creationClause('PENALTY', '2014-09-10')).toBe('处罚法 9–14');
  expect(creationClause('PENALTY', '2021-07-15')).toBe('处罚法 10–16');
  expect(creationClause('LICENCE', '2014-09-10')).toBe('许可法 14–17');
});
