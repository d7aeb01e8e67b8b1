import { coveringRegion, isRegionCodeOf, mayLieIn } from '../../../../services/organisation/rules/region-codes';

describe('a region code', () => {
  it.each([
    ['PROVINCE', '140000'],
    ['PREFECTURE', '140100'],
    ['PREFECTURE', '141000'],
    ['DISTRICT', '140105'],
    ['COUNTY', '140121'],
    ['COUNTY_CITY', '140181'],
    ['DEVELOPMENT_ZONE', '1401Z1'],
  ] as const)('of a %s may be %s', (kind, code) => expect(isRegionCodeOf(kind, code)).toBe(true));

  it.each([
    ['PROVINCE', '140100'],
    ['PREFECTURE', '140000'],
    ['PREFECTURE', '140105'],
    ['DISTRICT', '140100'],
    ['COUNTY', '1401Z1'],
    ['DEVELOPMENT_ZONE', '140171'],
    ['DISTRICT', '14010'],
    ['PROVINCE', '14000O'],
  ] as const)('of a %s may not be %s', (kind, code) => expect(isRegionCodeOf(kind, code)).toBe(false));
});

describe('a region lies in its parent', () => {
  const shanxi = { code: '140000', kind: 'PROVINCE' } as const;
  const taiyuan = { code: '140100', kind: 'PREFECTURE' } as const;
  const xiaodian = { code: '140105', kind: 'DISTRICT' } as const;
  const zone = { code: '1401Z1', kind: 'DEVELOPMENT_ZONE' } as const;

  it('when the codes nest', () => {
    expect(mayLieIn('140100', 'PREFECTURE', shanxi)).toBe(true);
    expect(mayLieIn('140105', 'DISTRICT', taiyuan)).toBe(true);
    expect(mayLieIn('650202', 'DISTRICT', taiyuan)).toBe(false);
    expect(mayLieIn('140100', 'PREFECTURE', taiyuan)).toBe(false);
  });

  it('a zone below its city, a district of it, or its province, nothing below a zone', () => {
    for (const parent of [taiyuan, xiaodian, shanxi]) expect(mayLieIn('1401Z1', 'DEVELOPMENT_ZONE', parent)).toBe(true);
    expect(mayLieIn('6502Z1', 'DEVELOPMENT_ZONE', taiyuan)).toBe(false);
    expect(mayLieIn('1401Z2', 'DEVELOPMENT_ZONE', zone)).toBe(false);
  });
});

describe('the region that covers several', () => {
  it.each([
    [['140105'], '140105'],
    [['140105', '140105'], '140105'],
    [['140105', '140106'], '140100'],
    [['140100', '1401Z1'], '140100'],
    [['140100', '140200'], '140000'],
    [['140100', '650200'], '000000'],
    [[], null],
  ])('of %p is %p', (codes, covering) => expect(coveringRegion(codes)).toBe(covering));
});
