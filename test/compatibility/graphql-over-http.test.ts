import { auditServer, serverAudits } from 'graphql-http';
import { toyHub, type ToyHub } from '../support/toy-hub';

const AUDITS = 61;

/** What the hub asks of every client that reads by GET: a header that no page of another site can send unasked. */
const withPreflightHeader = (url: string, init: RequestInit = {}): Promise<Response> =>
  fetch(url, { ...init, headers: { ...(init.headers as Record<string, string>), 'x-hub-preflight': '1' } });

describe('GraphQL over HTTP', () => {
  let hub: ToyHub;
  const url = () => `${hub.origin}/graphql`;
  const audits = serverAudits({ url, fetchFn: withPreflightHeader });
  beforeAll(async () => {
    hub = await toyHub();
  });
  afterAll(() => hub.stop());

  it(`is audited in ${AUDITS} points`, () => {
    expect(audits).toHaveLength(AUDITS);
  });

  it.each(audits.map(({ id, name, fn }) => ({ id, name, fn })))('$id: $name', async ({ fn }) => {
    const result = await fn();
    const found = result.status === 'ok' ? 'ok' : `${result.status}: ${result.reason} (HTTP ${result.response.status})`;
    expect(found).toBe('ok');
  });

  // The specification leaves it to the server whether it takes GET at all (MAY); what another site could send is refused.
  it('without the header loses the reads by GET and nothing else', async () => {
    const results = await auditServer({ url });
    const lost = results.flatMap((result) => (result.status === 'ok' ? [] : [[result.id, result.status, result.response.status]]));
    expect(lost).toEqual([
      ['5A70', 'notice', 403],
      ['D6D5', 'notice', 403],
      ['6A70', 'notice', 403],
    ]);
  });
});
