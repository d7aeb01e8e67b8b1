import { accept, refuse, type Outcome } from '../../../shared/outcome';

/** Words that abuse whoever reads them. Few on purpose: anger is heard, and what is missed here can be withheld. */
export const ABUSIVE_WORDS: readonly string[] = ['傻逼', '傻屄', '煞笔', '王八蛋', '狗日的', '狗娘养', '操你', '草泥马', '他妈的', '你妈逼', '妈了个逼', '去死吧', '全家死光', '杂种', '婊子'];

/** Insults are no supervision: a remark without them is received. */
export function checkAbuse(text: string, path: string): Outcome<true> {
  const told = text.replaceAll(/[^\p{L}\p{N}]/gu, '');
  const word = ABUSIVE_WORDS.find((each) => told.includes(each));
  return word === undefined ? accept(true) : refuse('ABUSIVE_WORDS', null, '内容含有辱骂用语，请修改后提交', [{ path, value: word }]);
}
