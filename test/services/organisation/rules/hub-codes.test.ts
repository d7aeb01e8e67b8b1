import {
  agencySerials,
  isAgencyCodeIn,
  isOfficeIdOf,
  isOfficerIdOf,
  officeSerials,
} from '../../../../services/organisation/rules/hub-codes';

describe('codes the hub gives', () => {
  it('follow the highest in use, gaps stay', () => {
    const next = agencySerials('650200', ['650200001', '650200007']);
    expect([next(), next()]).toEqual(['650200008', '650200009']);
  });

  it('number offices with two digits, three above 99', () => {
    const next = officeSerials('650200001', ['65020000198']);
    expect([next(), next(), next()]).toEqual(['65020000199', '650200001100', '650200001101']);
    expect(officeSerials('650200001', [])()).toBe('65020000101');
  });

  it('run out after 999', () => expect(agencySerials('650200', ['650200999'])()).toBeNull());

  it('say whose they are', () => {
    expect(isAgencyCodeIn('1401Z1', '1401Z1001')).toBe(true);
    expect(isAgencyCodeIn('140100', '140105001')).toBe(false);
    expect(isAgencyCodeIn('140100', '14010001')).toBe(false);
    expect(isOfficeIdOf('140100001', '14010000101')).toBe(true);
    expect(isOfficeIdOf('140100001', '140100001100')).toBe(true);
    expect(isOfficeIdOf('140100001', '140100001099')).toBe(false);
    expect(isOfficeIdOf('140100002', '14010000101')).toBe(false);
    expect(isOfficerIdOf('140100004', '140100004P01')).toBe(true);
    expect(isOfficerIdOf('140100004', '14010000401')).toBe(false);
  });
});
