import { checkListedBodies, recogniseBodies, recogniseOffices, type ListedBody, type RegisterOfRegion } from '../../../../services/organisation/rules/listed-bodies';
import { toAgency, toOffice } from '../../../../services/organisation/rules/to-records';

const REGION = '650200';
const register = (...agencies: [code: string, name: string][]): RegisterOfRegion => ({
  regionCode: REGION,
  region: { name: '克拉玛依市', kind: 'PREFECTURE', ancestors: ['新疆维吾尔自治区'] },
  agencies: agencies.map(([code, name]) => toAgency({ code, regionCode: REGION, name, kind: 'DEPARTMENT' })),
  aliases: [],
  elsewhere: [],
});
const body = (name: string, code: string | null, offices: string[] = [], officeIds: string[] = []): ListedBody => ({ name, code, offices, officeIds });

describe('bodies that the hub’s own form states by code', () => {
  it('are the agencies of these codes, whatever the list calls them', () => {
    const known = register(['650200001', '克拉玛依市财政局'], ['650200002', '克拉玛依市水务局']);
    expect(recogniseBodies([body('市财政局', '650200002')], known)).toMatchObject({ codes: ['650200002'], fresh: [], aliases: [], problems: [] });
  });
  it('are registered under the codes where nobody has them, and nobody else is given these', () => {
    const { codes, fresh } = recogniseBodies([body('市教育局', null), body('市财政局', '650200005'), body('市财政局', '650200005')], register());
    expect(codes).toEqual(['650200006', '650200005', '650200005']);
    expect(fresh.map(({ code, name }) => [code, name])).toEqual([['650200006', '克拉玛依市教育局'], ['650200005', '克拉玛依市财政局']]);
  });
  it('are found by name where the register has them under another code, or the code is no code of the region', () => {
    expect(recogniseBodies([body('市财政局', '650200009')], register(['650200001', '克拉玛依市财政局'])).codes).toEqual(['650200001']);
    expect(recogniseBodies([body('市财政局', '140100001')], register()).codes).toEqual(['650200001']);
    expect(recogniseBodies([body('太原市财政局', '140100001')], { ...register(), elsewhere: ['140100001'] }).codes).toEqual(['140100001']);
  });
  it('keep the ids of their offices, and register those that nobody has', () => {
    const existing = [toOffice({ id: '65020000101', agencyCode: '650200001', name: '法规科' })];
    const bodies = [body('市财政局', '650200001', ['已更名的科', '税政科', '法规科'], ['65020000101', '65020000107', '65020000108'])];
    const { ids, fresh } = recogniseOffices(bodies, ['650200001'], existing);
    expect(ids).toEqual([['65020000101', '65020000107', '65020000101']]);
    expect(fresh.map(({ id, name }) => [id, name])).toEqual([['65020000107', '税政科']]);
  });
  it('must still have a name where they are registered', () => {
    const long = '局'.repeat(201);
    expect(checkListedBodies([body(long, '650200001', [''], ['65020000101'])])).toEqual([]);
    expect(checkListedBodies([body(long, null)])).toHaveLength(1);
    expect(recogniseBodies([body(long, '650200001')], register()).problems).toMatchObject([{ code: 'NAME_TOO_LONG', path: 'bodies.0.name' }]);
    expect(recogniseOffices([body('市财政局', '650200001', [''], ['65020000101'])], ['650200001'], []).problems).toMatchObject([{ code: 'NAME_MISSING', path: 'bodies.0.offices.0' }]);
  });
});
