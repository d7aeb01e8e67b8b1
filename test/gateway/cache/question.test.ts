import { ByQuestion, type Question, questionOf } from '../../../gateway/cache/question';
import type { Actor } from '../../../services/shared/actor';

const headers = { accept: '*/*', 'content-type': 'application/json' };
const asked = { method: 'POST', url: '/graphql', headers };
const body = Buffer.from('{"query":"{a}"}');
const actor: Actor = { id: 'x', role: 'AGENCY_EDITOR', regionCode: '140100', agencyCode: '140100013' };
const holding = (...questions: Question[]): ByQuestion<number> => {
  const values = new ByQuestion<number>();
  questions.forEach((question, value) => expect(values.add(question, value)).toEqual([]));
  return values;
};

describe('a question', () => {
  it('is the same of callers who may see the same, and of nobody else', () => {
    const values = holding(questionOf(actor, asked, body));
    expect(values.get(questionOf({ ...actor, id: 'y' }, { ...asked }, Buffer.from(body)))).toBe(0);
    for (const other of [{ agencyCode: '140100014' }, { regionCode: '650200' }, { role: 'PUBLIC' as const }]) expect(values.get(questionOf({ ...actor, ...other }, asked, body))).toBeUndefined();
  });

  it('differs by everything that is asked, and by all that a head can be refused for', () => {
    const heads = [{ accept: 'application/json' }, { 'content-type': 'text/plain' }, { 'content-type': 'application/json; charset=gbk' }, { 'content-encoding': 'gzip' }, { 'x-hub-preflight': '1' }, { 'apollo-require-preflight': 'true', accept: 'text/html' }];
    const others = [asked, { ...asked, url: '/graphql?x' }, { ...asked, method: 'GET' }, ...heads.map((head) => ({ ...asked, headers: { ...headers, ...head } }))];
    const questions = [
      ...others.map((one) => questionOf(actor, one, body)),
      ...['{}', '{"query":"{市}"}', '{"query":"{\u0002}"}', ''].map((text) => questionOf(actor, asked, Buffer.from(text))),
      questionOf(actor, { ...asked, url: body.toString() }, null),
    ];
    const values = holding(...questions);
    expect(questions.map((question) => values.get(question))).toEqual(questions.map((_, value) => value));
  });
});

describe('values by questions', () => {
  const [a, b, other] = [questionOf(actor, asked, body), questionOf(actor, { ...asked, url: '/other' }, body), questionOf(actor, asked, Buffer.from('{}'))];

  it('are taken out one by one, or all of the oldest text', () => {
    const values = holding(a, other, b);
    values.delete(a);
    values.delete(a);
    expect([a, b, other].map((question) => values.get(question))).toEqual([undefined, 2, 1]);
    expect([values.deleteOldest(), values.deleteOldest(), values.deleteOldest()]).toEqual([[2], [1], []]);
  });

  it('give way, the oldest first, where a text is asked in ever other ways', () => {
    const values = new ByQuestion<number>();
    const ways = Array.from({ length: 40 }, (_, n) => questionOf(actor, { ...asked, headers: { accept: `x/${n}` } }, body));
    expect(ways.flatMap((way, n) => values.add(way, n))).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(ways.map((way) => values.get(way)).filter((value) => value !== undefined)).toHaveLength(32);
  });
});
