import { remembered } from '../../../../services/catalog/importers/remembered';

describe('what is remembered of texts that rows repeat', () => {
  const asked: string[] = [];
  const read = (text: string): number | null => {
    asked.push(text);
    return text === '' ? null : text.length;
  };
  const lengthOf = remembered(read);
  beforeEach(() => asked.splice(0));

  it('is what was read the first time, nothing found included', () => {
    expect(['市级', '市级', '', '', '县级'].map(lengthOf)).toEqual([2, 2, null, null, 2]);
    expect(asked).toEqual(['市级', '', '县级']);
  });

  it('is no long text: nobody repeats it', () => {
    const sentence = '负责'.repeat(300);
    expect([lengthOf(sentence), lengthOf(sentence)]).toEqual([600, 600]);
    expect(asked).toHaveLength(2);
  });

  it('does not grow without end', () => {
    for (let i = 0; i < 10_000; i += 1) lengthOf(`第${i}科`);
    lengthOf('第0科');
    expect(asked.at(-1)).toBe('第0科');
    expect(asked).toHaveLength(10_001);
  });
});
