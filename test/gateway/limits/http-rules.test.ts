import fc from 'fast-check';
import { checkHead, checkRequest } from '../../../gateway/limits/http-rules';

const perhaps = (...values: string[]) => fc.constantFrom(undefined, ...values);
const request = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT'),
  url: fc.constantFrom('/graphql', '/graphql?', '/graphql?query=%7Btoday%7D', '/graphql?documentId=x', '/graphql?access_token=x', '/graphql?Token=x'),
  headers: fc.record({
    'content-type': perhaps('application/json', 'application/json; charset=utf-8', 'application/json;charset=latin1', 'Application/JSON', 'text/plain', 'application/graphql-response+json', ''),
    'content-encoding': perhaps('identity', 'gzip', ''),
    'x-hub-preflight': perhaps('1'),
  }),
});

describe('what a request’s head is refused for', () => {
  it('is the same for heads that are not looked at closely', () => {
    fc.assert(
      fc.property(request, ({ method, url, headers }) => {
        const query = new URL(url, 'http://hub').searchParams;
        expect(checkRequest({ method, url, headers })).toEqual(checkHead({ method, query, headers }));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['POST of JSON', { method: 'POST', headers: { 'content-type': 'application/json' } }, undefined],
    ['POST of what a page may send unasked', { method: 'POST', headers: { 'content-type': 'text/plain' } }, 'PREFLIGHT_REQUIRED'],
    ['POST of something packed', { method: 'POST', headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' } }, 'UNSUPPORTED_ENCODING'],
    ['POST with a token in its address', { method: 'POST', url: '/graphql?token=x', headers: { 'content-type': 'application/json' } }, 'TOKEN_IN_URL'],
    ['PUT', { method: 'PUT', headers: { 'content-type': 'application/json' } }, 'METHOD_NOT_ALLOWED'],
  ])('%s: %p', (_what, head, code) => {
    expect(checkRequest(head)?.code).toBe(code);
  });
});
