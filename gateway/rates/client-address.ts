import type { IncomingMessage } from 'node:http';
import { isIP, type Socket } from 'node:net';

/**
 * Whom a request comes from. Each proxy appends the address it was asked from to `x-forwarded-for`, so with `proxies`
 * trusted proxies in front the client is that many from the right; what stands further left anybody may have written.
 */
export function clientAddress({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>, proxies: number): string {
  const direct = directAddress(socket);
  if (proxies === 0) return direct;
  const forwarded = headers['x-forwarded-for'];
  const hops = (typeof forwarded === 'string' ? forwarded.split(',') : (forwarded ?? [])).map((hop) => normal(hop));
  // Fewer hops than proxies: the leftmost is the nearest to the client that is known.
  return hops.at(-Math.min(proxies, hops.length)) ?? direct;
}

/** Of every connection once: it asks many times from one place. */
const known = new WeakMap<Pick<Socket, 'remoteAddress'>, string>();
function directAddress(socket: Pick<Socket, 'remoteAddress'>): string {
  let address = known.get(socket);
  if (address === undefined) known.set(socket, (address = normal(socket.remoteAddress ?? '') ?? 'unknown'));
  return address;
}

/** An address as one text, without port or brackets; null when it is none. */
function normal(text: string): string | null {
  if (isIP(text) === 4) return text;
  const bare = text.trim().replace(/^\[([^\]]+)\](?::\d+)?$/, '$1').replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1').replace(/%.*$/, '');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1] ?? bare;
  return isIP(mapped) === 0 ? null : mapped.toLowerCase();
}

/** What is counted as one: of IPv6 the /64, since whoever holds one address holds all of it. */
export function networkOf(address: string): string {
  if (!address.includes(':') || isIP(address) !== 6) return address;
  const [head = '', tail] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups = tail === undefined ? left : [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right];
  return `${groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`;
}
