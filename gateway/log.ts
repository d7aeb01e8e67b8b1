import pino from 'pino';
import { safeError } from './observed/safe-error';

/** The part of a pino logger that the gateway uses; tests pass one that remembers. */
export type Log = Pick<pino.Logger, 'info' | 'warn' | 'error' | 'isLevelEnabled'>;

/** Structured lines on standard error, since standard output belongs to what a command prints; faults without what they were about. */
export const createLog = (level: string, to: pino.DestinationStream = pino.destination({ fd: 2, sync: true })): pino.Logger =>
  pino({ level, base: null, serializers: { err: safeError } }, to);

export const SILENT: Log = pino({ level: 'silent' });
