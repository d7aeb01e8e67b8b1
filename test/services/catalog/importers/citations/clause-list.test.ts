import { readClauseList } from '../../../../../services/catalog/importers/citations/clause-list';

describe('readClauseList', () => {
  it('ends where the list ends', () => {
    const text = '第三条第一款、第九条：取水';
    expect(readClauseList(text, 0)?.end).toBe(text.indexOf('：'));
  });

  it('begins exactly where it is told to', () => {
    expect(readClauseList('见第三条', 0)).toBeNull();
    expect(readClauseList('见第三条', 1)?.clauses).toEqual([{ article: '第三条', paragraph: null, item: null }]);
  });

  it('does not take 第三次会议, 第十二届 or 第46号 for a clause', () => {
    for (const text of ['第三次会议通过', '第十二届人民代表大会', '第46号', '第一个月']) expect(readClauseList(text, 0)).toBeNull();
  });

  it('leaves a clause that the text begins with alone: 第五条　第四条第二款…', () => {
    expect(readClauseList('第五条　第四条第二款规定的', 0)?.clauses).toHaveLength(1);
  });

  it('gives an annex entry no article', () => {
    expect(readClauseList('附件2第17项', 0)?.clauses).toEqual([{ article: null, paragraph: null, item: '附件二第十七项' }]);
  });
});
