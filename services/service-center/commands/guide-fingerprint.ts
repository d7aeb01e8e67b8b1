import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import type { GuideDocument } from '../rules/guide-document';

/** What makes two statements of a guide the same: SHA-256 of the document in canonical JSON (RFC 8785). */
export const guideFingerprint = (document: GuideDocument): string =>
  createHash('sha256')
    .update(canonicalize(document) ?? '')
    .digest('hex');
