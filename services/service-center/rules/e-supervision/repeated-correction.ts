import { clockFindings } from './clock-finding';
import type { SignalRule } from './signal';

const CODES = new Set(['REPEATED_CORRECTION'] as const);

/** 许可法 32(4): what is to be corrected is told once, all of it. */
export const repeatedCorrection: SignalRule = (supervised) => clockFindings(supervised, CODES);
