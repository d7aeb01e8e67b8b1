import { clockFindings } from './clock-finding';
import type { SignalRule } from './signal';

const CODES = new Set([
  'EXTENSION_NOT_PROVIDED',
  'EXTENSION_REPEATED',
  'EXTENSION_WITHOUT_APPROVAL',
  'EXTENSION_WITHOUT_NOTICE',
  'EXTENSION_AFTER_EXPIRY',
  'EXTENSION_TOO_LONG',
] as const);

/** 许可法 42: once, by the head the law names, told to the applicant in time, and no longer than the law gives. */
export const extensionWithoutApproval: SignalRule = (supervised) => clockFindings(supervised, CODES);
