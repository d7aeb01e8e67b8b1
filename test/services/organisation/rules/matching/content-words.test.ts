import { contentPairs, contentRuns, sharedPhrases } from '../../../../../services/organisation/rules/matching/content-words';

describe('what a text is about', () => {
  it('leaves out where, who, by which right and that somebody acts', () => {
    expect(contentRuns('县级以上地方人民政府水行政主管部门依法负责本行政区域内的取水监督管理工作。')).toEqual(['取水']);
  });

  it('knows no difference of width and white space', () => {
    expect(contentPairs('二手车（含ＡＢ）')).toEqual(contentPairs('二手车 (含 ab)'));
  });

  it('does not join across punctuation', () => {
    expect([...contentPairs('取水、防洪')]).toEqual(['取水', '防洪']);
  });
});

describe('the phrases two texts share', () => {
  it('are as long as they run, longest first', () => {
    expect(sharedPhrases(contentRuns('污水设施，城镇排水设施'), contentPairs('城镇排水与污水'))).toEqual(['城镇排水', '污水']);
  });
});
