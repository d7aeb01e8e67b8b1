import type { IncomingMessage } from 'node:http';
import { parse } from 'graphql';
import { clientAddress, networkOf } from '../../gateway/rates/client-address';
import { guessesIn } from '../../gateway/rates/guessing-fields';
import type { Role } from '../../services/shared/actor';
import { type ToyAnswer, type ToyHub, toyHub, type ToyHubOptions } from '../support/toy-hub';

const SMALL = '{ powerItem(code: "item-0") { name } }';
const TRACK = '{ trackCase(number: "1", queryCode: "2") { number } }';

describe('whom a request comes from', () => {
  const from = (proxies: number, forwarded?: string, remoteAddress = '10.0.0.9'): string =>
    clientAddress({ headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }, socket: { remoteAddress } } as unknown as IncomingMessage, proxies);

  it('is the other end of the connection, whatever a header says, unless proxies are trusted', () => {
    expect(from(0)).toBe('10.0.0.9');
    expect(from(0, '1.2.3.4')).toBe('10.0.0.9');
  });

  it('is as many steps from the right as there are trusted proxies', () => {
    expect(from(1, '6.6.6.6, 1.2.3.4')).toBe('1.2.3.4');
    expect(from(2, '6.6.6.6, 1.2.3.4, 10.0.0.2')).toBe('1.2.3.4');
    expect(from(2, '1.2.3.4')).toBe('1.2.3.4');
    expect(from(1)).toBe('10.0.0.9');
  });

  it('is read with port, brackets, zone, or as IPv4 within IPv6', () => {
    expect(from(1, '1.2.3.4:5678')).toBe('1.2.3.4');
    expect(from(1, '[2001:DB8::1]:443')).toBe('2001:db8::1');
    expect(from(0, undefined, '::ffff:192.0.2.1')).toBe('192.0.2.1');
    expect(from(0, undefined, 'fe80::1%eth0')).toBe('fe80::1');
  });

  it('is the connection when what a proxy says is no address', () => {
    for (const nonsense of ['unknown', '', '_hidden', '1.2.3', '"; DROP TABLE']) expect(from(1, nonsense)).toBe('10.0.0.9');
  });

  it('is counted by the /64 of an IPv6 address', () => {
    expect(networkOf('192.0.2.1')).toBe('192.0.2.1');
    expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64');
    expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0::/64');
    expect(networkOf('2001:0db8:0001::ffff:1')).toBe(networkOf('2001:db8:1::9'));
    expect(networkOf('::1')).toBe('0:0:0:0::/64');
  });
});

describe('tries of a guessing field', () => {
  it('are counted by field, under aliases and in fragments, in the operation asked for', () => {
    const text = 'query A { a: trackCase { number } b: trackCase { number } ...f } query B { powerItem { name } } fragment f on Query { ... on Query { trackRemark { state } } }';
    expect([...guessesIn(parse(text), 'A')]).toEqual([['trackCase', 2], ['trackRemark', 1]]);
    expect(guessesIn(parse(text), 'B').size).toBe(0);
    expect(guessesIn(parse('{ powerItem { trackCase } }'), null).size).toBe(0);
  });
});

describe('rates', () => {
  const hubs: ToyHub[] = [];
  const open = async (options: ToyHubOptions): Promise<ToyHub> => {
    const hub = await toyHub(options);
    hubs.push(hub);
    return hub;
  };
  afterEach(async () => {
    for (const hub of hubs.splice(0)) await hub.stop();
  });

  const token = async (hub: ToyHub, id: string, role: Role = 'REPORTING') => ({ authorization: `Bearer ${await hub.identity.issue({ id, role, regionCode: '140100', agencyCode: null }, 60)}` });
  const many = async (times: number, ask: () => Promise<ToyAnswer>): Promise<number[]> => {
    const statuses: number[] = [];
    for (let i = 0; i < times; i++) statuses.push((await ask()).status);
    return statuses;
  };

  it('an address without a token gets so many a minute, then 429 with the time to wait', async () => {
    const hub = await open({ rates: { perAddress: 3 } });
    expect(await many(3, () => hub.ask(SMALL))).toEqual([200, 200, 200]);
    const response = await fetch(`${hub.origin}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: SMALL }) });
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(response.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect(await response.json()).toMatchObject({ errors: [{ message: expect.stringMatching(/过于频繁/), extensions: { code: 'RATE_LIMIT' } }] });
  });

  it('whoever proves who he is does not share his address’s, nor others’', async () => {
    const hub = await open({ rates: { perAddress: 1, perClient: 2 } });
    const [one, two] = [await token(hub, 'one'), await token(hub, 'two')];
    expect(await many(2, () => hub.ask(SMALL))).toEqual([200, 429]);
    expect(await many(3, () => hub.ask(SMALL, {}, one))).toEqual([200, 200, 429]);
    expect(await many(1, () => hub.ask(SMALL, {}, two))).toEqual([200]);
  });

  it('tokens that prove nothing count as the address’s', async () => {
    const hub = await open({ rates: { perAddress: 2 } });
    expect(await many(4, () => hub.ask(SMALL, {}, { authorization: 'Bearer nonsense' }))).toEqual([401, 401, 429, 429]);
  });

  it('every address is counted, health is not', async () => {
    const hub = await open({ rates: { perAddress: 1 } });
    await hub.ask(SMALL);
    expect((await fetch(`${hub.origin}/`)).status).toBe(429);
    expect((await fetch(`${hub.origin}/healthz`)).status).toBe(200);
    expect((await fetch(`${hub.origin}/readyz`)).status).toBe(200);
  });

  it('behind a trusted proxy each client has its own; without, what a client writes is nothing', async () => {
    const behind = await open({ rates: { perAddress: 1 }, trustedProxies: 1 });
    const as = (hub: ToyHub, address: string) => hub.ask(SMALL, {}, { 'x-forwarded-for': address }).then(({ status }) => status);
    expect([await as(behind, '1.1.1.1'), await as(behind, '2.2.2.2'), await as(behind, '9.9.9.9, 1.1.1.1')]).toEqual([200, 200, 429]);
    const direct = await open({ rates: { perAddress: 1 } });
    expect([await as(direct, '1.1.1.1'), await as(direct, '2.2.2.2')]).toEqual([200, 429]);
  });

  it('a guessing field has a smaller one, however it is asked', async () => {
    const hub = await open({ rates: { guesses: 4 } });
    const twice = '{ a: trackCase(number: "1", queryCode: "2") { number } b: trackCase(number: "1", queryCode: "3") { number } }';
    expect(await many(2, () => hub.ask(TRACK))).toEqual([200, 200]);
    expect(await many(2, () => hub.ask(twice))).toEqual([200, 429]);
    const refused = await hub.ask(TRACK, {}, await token(hub, 'somebody'));
    expect([refused.status, refused.errors[0]?.extensions.code, refused.data ?? null]).toEqual([429, 'RATE_LIMIT', null]);
    expect(hub.serviceCenter.asked.filter((field) => field === 'trackCase')).toHaveLength(4);
    expect((await hub.ask(SMALL)).status).toBe(200);
  });

  it('says when to try a guessing field again', async () => {
    const hub = await open({ rates: { guesses: 1 } });
    const body = JSON.stringify({ query: TRACK });
    const ask = () => fetch(`${hub.origin}/graphql`, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
    await ask();
    expect(Number((await ask()).headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('a request that is refused before it is valid is no try', async () => {
    const hub = await open({ rates: { guesses: 1 } });
    await hub.ask('{ trackCase(number: "1") { number } }');
    expect((await hub.ask(TRACK)).status).toBe(200);
  });
});
