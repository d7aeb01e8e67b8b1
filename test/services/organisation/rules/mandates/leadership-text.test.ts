import { readLeadership } from '../../../../../services/organisation/rules/mandates/leadership-text';

const read = (sentence: string) => {
  const { posts, rest } = readLeadership(sentence);
  return { posts: posts.map(({ post, rank, quota, actual }) => `${post}${rank === null ? '' : `<${rank}>`} ${quota}${actual === null ? '' : ` 实配${actual}`}`), rest };
};

describe('a sentence on leadership posts', () => {
  it.each<[string, string, string[]]>([
    ['reads posts with their counts', '局长1名，副局长4名；正科级领导职数19名。', ['局长 1', '副局长 4', '正科级领导职数<正科级> 19']],
    ['reads a rank in brackets', '市政府督查室主任1名（副处级）、总工程师（正科级）一名。', ['市政府督查室主任<副处级> 1', '总工程师<正科级> 1']],
    ['reads two posts held by one', '市政府应急管理办公室主任兼市政府办公室副主任1名。', ['市政府应急管理办公室主任兼市政府办公室副主任 1']],
    ['reads chiefs and deputies of one grade', '科级领导职数8名（4正4副）。', ['科级领导职数<正科级> 4', '科级领导职数<副科级> 4']],
    ['reads a breakdown that adds up', '内设机构领导职数28名（正科级19名、副科级9名）。', ['内设机构领导职数<正科级> 19', '内设机构领导职数<副科级> 9']],
    ['passes over the words that lead to it', '领导职数：设局长1名，配备副局长3名，其中机关党委专职副书记1名。', ['局长 1', '副局长 3', '机关党委专职副书记 1']],
    ['reads counts before the post', '设1名局长、三名副局长。', ['局长 1', '副局长 3']],
    ['reads how many are filled', '副局长4名，实配3名。', ['副局长 4 实配3']],
    ['knows a county rank written twice', '主任1名（正县（处）级）。', ['主任<正县(处)级> 1']],
  ])('%s', (_what, sentence, posts) => {
    expect(read(sentence)).toEqual({ posts, rest: [] });
  });

  it('leaves what it cannot tell, as printed', () => {
    expect(read('局长1名（由市政府副秘书长兼任）；编制20名；若干副主任')).toEqual({ posts: [], rest: ['局长1名(由市政府副秘书长兼任)', '编制20名', '若干副主任'] });
    expect(read('科级领导职数9名（4正4副）')).toEqual({ posts: [], rest: ['科级领导职数9名(4正4副)'] });
  });
});
