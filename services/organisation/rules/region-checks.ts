import { nameProblems } from './name-checks';
import { duplicates, type Problem } from './problems';
import type { RegionRecord } from './records';
import { isRegionCodeOf, mayLieIn } from './region-codes';
import { REGION_KINDS } from './vocabulary';

/** GB/T 2260: every region has a code of its kind's shape and lies in one that exists; only provinces have no parent. */
export function checkRegions(regions: readonly RegionRecord[], known: readonly RegionRecord[]): Problem[] {
  const all = new Map([...known, ...regions].map((region) => [region.code, region]));
  return [
    ...duplicates(regions, 'regions', 'code', (region) => region.code),
    ...regions.flatMap((region, i) => [
      ...nameProblems(region.name, `regions.${i}.name`),
      ...codeProblems(region, `regions.${i}.code`),
      ...parentProblems(region, all, `regions.${i}.parentCode`),
    ]),
  ];
}

function codeProblems({ code, kind }: RegionRecord, path: string): Problem[] {
  if (isRegionCodeOf(kind, code)) return [];
  const message = kind === 'DEVELOPMENT_ZONE' ? '开发区代码应为 4 位数字加 Z 和 1 位序号' : `不是${REGION_KINDS[kind]}的行政区划代码`;
  return [{ code: 'REGION_CODE_INVALID', rule: 'GB/T 2260', message, path, value: code }];
}

function parentProblems(region: RegionRecord, all: ReadonlyMap<string, RegionRecord>, path: string): Problem[] {
  const { code, kind, parentCode } = region;
  const problem = (message: string): Problem[] => [
    { code: 'REGION_PARENT_INVALID', rule: 'GB/T 2260', message, path, value: parentCode },
  ];
  if (parentCode === null) return kind === 'PROVINCE' ? [] : problem('除省级外应有上级区划');
  const parent = all.get(parentCode);
  if (!parent) return [{ code: 'UNKNOWN_REGION', rule: null, message: '上级区划不存在', path, value: parentCode }];
  return mayLieIn(code, kind, parent) ? [] : problem(`${code} 不在 ${parentCode} 之内`);
}
