import { type AnswerCache, createAnswerCache, type Answer } from '../../../gateway/cache/answer-cache';
import { watchData } from '../../../gateway/cache/data-version';
import { questionOf } from '../../../gateway/cache/question';
import { ANONYMOUS } from '../../../services/shared/actor';

let version: number | null;
let day: string;
let made: number;
let cache: AnswerCache;
beforeEach(() => {
  [version, day, made] = [1, '2026-01-15', 0];
  cache = createAnswerCache({ bytes: 10_000, version: { current: () => version, stop: () => {} }, today: () => day });
});

const making = (text = 'answer', repeatable = true) => async (): Promise<Answer> => {
  made += 1;
  const bytes = Buffer.from(text);
  return { status: 200, head: [], bytes, validator: null, repeatable, about: { operationName: null, documentHash: null } };
};
const question = (url: string) => questionOf(ANONYMOUS, { method: 'GET', url, headers: {} }, null);
const ask = async (url: string, make = making()) => (await cache.answer(question(url), make)).bytes.toString();

describe('a cache of answers', () => {
  it('makes an answer once and gives it again', async () => {
    await ask('a');
    expect(await ask('a', making('another'))).toBe('answer');
    expect(made).toBe(1);
  });

  it('makes one answer for all who ask at once', async () => {
    await Promise.all(Array.from({ length: 20 }, () => ask('a')));
    expect(made).toBe(1);
  });

  it.each([
    ['the data change', () => (version = 2)],
    ['the day changes', () => (day = '2026-01-16')],
  ])('makes it anew when %s', async (_what, change) => {
    await ask('a');
    change();
    expect(await ask('a', making('new'))).toBe('new');
  });

  it('keeps nothing that was being made when the data changed', async () => {
    await ask('a', async () => {
      version = 2;
      return making('old')();
    });
    expect(await ask('a', making('new'))).toBe('new');
  });

  it('gives whoever asks after a change nothing that was begun before it', async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const early = ask('a', async () => {
      await held;
      return making('old')();
    });
    version = 2;
    const late = ask('a', making('new'));
    release();
    expect(await Promise.all([early, late])).toEqual(['old', 'new']);
    expect(await ask('a')).toBe('new');
  });

  it('keeps and gives nothing while it is not known whether the data changed', async () => {
    await ask('a');
    version = null;
    expect(await ask('a', making('fresh'))).toBe('fresh');
    version = 1;
    await ask('b');
    version = null;
    await ask('b');
    expect(made).toBe(4);
  });

  it('shares nothing that is not to be repeated, also not with who waits for it', async () => {
    const answers = await Promise.all([ask('a', making('mine', false)), ask('a', making('yours', false))]);
    expect(answers).toEqual(['mine', 'yours']);
    expect(await ask('a', making('third'))).toBe('third');
  });

  it('stays within its bytes, the oldest going first, and keeps none that would take a tenth', async () => {
    for (let i = 0; i < 40; i += 1) await ask(`key-${i}`, making('x'.repeat(500)));
    expect(cache.size).toBeLessThanOrEqual(10_000);
    made = 0;
    await ask('key-39');
    expect(made).toBe(0);
    await ask('key-0');
    expect(made).toBe(1);
    await ask('large', making('x'.repeat(2_000)));
    expect(await ask('large', making('again'))).toBe('again');
  });

  it('forgets a making that failed', async () => {
    await expect(cache.answer(question('a'), async () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await ask('a')).toBe('answer');
  });
});

describe('the version of the data', () => {
  it('is unknown until every service is heard of, moves with each, and is unknown while one is lost', () => {
    const tells = new Map<string, (news: 'changed' | 'lost') => void>();
    const caller = (name: string) => ({ name, watch: (tell: (news: 'changed' | 'lost') => void) => void tells.set(name, tell) });
    const data = watchData([caller('a'), caller('b')]);
    const say = (name: string, news: 'changed' | 'lost' = 'changed') => tells.get(name)!(news);
    expect(data.current()).toBeNull();
    say('a');
    expect(data.current()).toBeNull();
    say('b');
    const first = data.current();
    expect(first).not.toBeNull();
    say('a');
    expect(data.current()).not.toBe(first);
    say('b', 'lost');
    expect(data.current()).toBeNull();
    say('b');
    expect(data.current()).not.toBeNull();
  });
});
