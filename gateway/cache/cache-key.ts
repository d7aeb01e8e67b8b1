import { createHash } from 'node:crypto';
import type { Actor } from '../../services/shared/actor';

/** What a request asks and who may see what: two requests with one key get the same answer. Two callers of one role, region and agency see the same. */
export function cacheKey({ role, regionCode, agencyCode }: Actor, asked: { method: string; url: string; accept: string; contentType: string; body: string }): string {
  const scope = JSON.stringify([role, regionCode, agencyCode]);
  const { method, url, accept, contentType, body } = asked;
  return createHash('sha256').update(JSON.stringify([scope, method, url, accept, contentType])).update(body).digest('base64url');
}
