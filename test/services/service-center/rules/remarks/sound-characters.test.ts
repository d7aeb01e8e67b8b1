import { checkCharacters } from '../../../../../services/service-center/rules/remarks/sound-characters';

describe('the characters of a remark', () => {
  it.each(['\0', '\u001B', '\u007F', '\u200B', '\u202E', '\u2066', '\uFEFF', '\uD800'])('do not hide or turn around: %j', (character) => {
    expect(checkCharacters(`窗口${character}态度很好`, 'text')).toMatchObject({ refusal: { code: 'CONTROL_CHARACTERS' } });
  });
  it.each(['窗口态度很好\n第二行\t缩进', '好评👍👨‍👩‍👧', '𠮷先生', 'ＡＢＣ，。'])('are what people write: %j', (text) => expect(checkCharacters(text, 'text').ok).toBe(true));
});
