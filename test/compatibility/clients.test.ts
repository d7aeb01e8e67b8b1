import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { cacheExchange, createClient, fetchExchange } from '@urql/core';
import { print } from 'graphql';
import { readOperations } from '../../schema/read-operations';
import { hashOf } from '../../schema/trusted-operations';
import { type SampleHub, sampleHub } from '../support/sample-hub';

// A live feed is read with graphql-sse in test/supergraph/live-signals.test.ts.

const ITEM = '14010001301000100';
const operation = (name: string) => readOperations().find((found) => found.name === name)!;
/** What a frontend of its own would ask; nobody has registered it. */
const OWN = gql('query NameAndLimit($code: ID!) { powerItem(code: $code) { code name guide { promisedLimit { value unit } } } }');
const OWN_ANSWER = { code: ITEM, name: '取水许可', guide: { promisedLimit: { value: 20, unit: 'WORKING_DAY' } } };

describe('clients as they come from the registry', () => {
  let hub: SampleHub;
  let sent: { method: string; hasText: boolean; status: number }[];
  beforeAll(async () => {
    hub = await sampleHub();
  });
  beforeEach(() => void (sent = []));
  afterAll(() => hub.stop());

  /** The client's own requests, and what became of them. */
  const watchedFetch = async (url: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const response = await fetch(url, init);
    const address = url instanceof Request ? url.url : String(url);
    const hasText = typeof init.body === 'string' ? 'query' in (JSON.parse(init.body) as object) : new URL(address).searchParams.has('query');
    sent.push({ method: init.method ?? 'GET', hasText, status: response.status });
    return response;
  };

  describe('@apollo/client with persisted operations', () => {
    const apollo = () => {
      const http = new HttpLink({ uri: `${hub.origin}/graphql`, fetch: watchedFetch });
      const link = ApolloLink.from([new PersistedQueryLink({ sha256: hashOf, useGETForHashedQueries: true }), http]);
      return new ApolloClient({ link, cache: new InMemoryCache() });
    };

    it('sends the hash, then the text once, then hashes alone', async () => {
      for (const _client of [1, 2]) {
        const { data } = await apollo().query<{ powerItem: object }>({ query: OWN, variables: { code: ITEM } });
        expect(data!.powerItem).toMatchObject(OWN_ANSWER);
      }
      expect(sent).toEqual([
        { method: 'GET', hasText: false, status: 200 },
        { method: 'POST', hasText: true, status: 200 },
        { method: 'GET', hasText: false, status: 200 },
      ]);
    });

    it('never sends the text of a registered operation', async () => {
      const { data } = await apollo().query<{ powerItem: { link: { status: string } } }>({ query: operation('ItemGuide').document, variables: { code: ITEM } });
      expect(data!.powerItem).toMatchObject({ name: '取水许可', link: { status: 'COMPLETE' } });
      expect(sent).toEqual([{ method: 'GET', hasText: false, status: 200 }]);
    });

    it('gets a rejection as an error with its code', async () => {
      const query = gql('query { mandateCrossCheck(regionCode: "140100") { asOf } }');
      const { error } = await apollo().query({ query, errorPolicy: 'all' });
      expect(error).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    });
  });

  describe('@urql/core', () => {
    const urql = (headers: Record<string, string> = {}) =>
      createClient({ url: `${hub.origin}/graphql`, exchanges: [cacheExchange, fetchExchange], preferGetMethod: false, fetch: watchedFetch, fetchOptions: { headers } });

    it('asks by POST and keeps the answer in its cache', async () => {
      const client = urql();
      const first = await client.query<{ powerItem: object }>(OWN, { code: ITEM }).toPromise();
      expect({ error: first.error, item: first.data?.powerItem }).toEqual({ error: undefined, item: expect.objectContaining({ name: '取水许可' }) });
      const second = await client.query(OWN, { code: ITEM }).toPromise();
      expect(second.data).toEqual(first.data);
      expect(sent).toEqual([{ method: 'POST', hasText: true, status: 200 }]);
    });

    it('asks by GET with the header that the hub wants for that', async () => {
      const client = createClient({ url: `${hub.origin}/graphql`, exchanges: [fetchExchange], preferGetMethod: 'force', fetch: watchedFetch, fetchOptions: { headers: { 'x-hub-preflight': '1' } } });
      const { data, error } = await client.query<{ powerItem: object }>(OWN, { code: ITEM }).toPromise();
      expect({ error, item: data?.powerItem }).toEqual({ error: undefined, item: expect.objectContaining({ name: '取水许可' }) });
      expect(sent).toEqual([{ method: 'GET', hasText: true, status: 200 }]);
    });

    it('acts as who its token says', async () => {
      const { data, error } = await urql(await hub.as('STAFFING_OFFICE', '140100')).query<{ mandateCrossCheck: object }>(operation('MandateFindings').text, { regionCode: '140100', first: 1 }).toPromise();
      expect({ error, check: data?.mandateCrossCheck }).toEqual({ error: undefined, check: expect.objectContaining({ totals: expect.any(Array) }) });
    });
  });

  describe('plain fetch', () => {
    const get = (parameters: Record<string, string>, headers: Record<string, string> = {}) => fetch(`${hub.origin}/graphql?${new URLSearchParams(parameters)}`, { headers });
    const { document } = operation('ItemGuide');
    const sha256Hash = hashOf(print(document));
    const variables = JSON.stringify({ code: ITEM });

    it('reads a registered operation by GET with its hash, and nothing else', async () => {
      const response = await get({ extensions: JSON.stringify({ persistedQuery: { version: 1, sha256Hash } }), variables });
      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({ data: { powerItem: { name: '取水许可', link: { status: 'COMPLETE' } } } });
    });

    it('or by its id', async () => {
      const response = await get({ documentId: `sha256:${sha256Hash}`, variables });
      expect(await response.json()).toMatchObject({ data: { powerItem: { code: ITEM } } });
    });

    it('or any operation, with the header that no page of another site can send', async () => {
      const response = await get({ query: print(OWN), variables }, { 'x-hub-preflight': '1' });
      expect(await response.json()).toEqual({ data: { powerItem: OWN_ANSWER } });
    });
  });
});
