import { sheetNames } from '../../../gateway/reports/sheet-names';

describe('names of sheets', () => {
  it('are the titles where these are allowed', () => {
    expect(sheetNames(['汇总', '职责所依事项已取消、下放、合并或划转'])).toEqual(['汇总', '职责所依事项已取消、下放、合并或划转']);
  });

  it('hold nothing that a spreadsheet program forbids', () => {
    expect(sheetNames(['超编/超职数:[一]', "'引号'", '  '])).toEqual(['超编、超职数、、一、', '引号', '工作表']);
  });

  it('are at most 31 long and never alike, whatever the case of letters', () => {
    const long = '很'.repeat(40);
    const names = sheetNames([long, long, 'ABC', 'abc']);
    expect(names).toEqual(['很'.repeat(31), `${'很'.repeat(28)}（2）`, 'ABC', 'abc（2）']);
    expect(names.every((name) => name.length <= 31)).toBe(true);
  });
});
