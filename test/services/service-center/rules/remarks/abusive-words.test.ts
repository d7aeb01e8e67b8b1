import { ABUSIVE_WORDS, checkAbuse } from '../../../../../services/service-center/rules/remarks/abusive-words';

describe('a remark does not abuse', () => {
  it.each(ABUSIVE_WORDS)('%s, however it is spaced', (word) => {
    for (const text of [`办事员${word}`, `办事员${[...word].join(' ')}`, `办事员${[...word].join('*')}啊`])
      expect(checkAbuse(text, 'text')).toMatchObject({ refusal: { code: 'ABUSIVE_WORDS', details: [{ path: 'text', value: word }] } });
  });
  it.each(['我非常愤怒，办了三个月还没有结果', '窗口人员玩忽职守，要求严肃处理', '杂粮种植补贴没有发放'])('and may be angry: %s', (text) => expect(checkAbuse(text, 'text').ok).toBe(true));
});
