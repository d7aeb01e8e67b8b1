import pino from 'pino';

/** The part of a pino logger that the gateway uses; tests pass one that remembers. */
export type Log = Pick<pino.Logger, 'info' | 'warn' | 'error'>;

/** Structured lines on standard error: standard output belongs to what a command prints. */
export const createLog = (level: string): pino.Logger => pino({ level, base: null }, pino.destination({ fd: 2, sync: true }));

export const SILENT: Log = pino({ level: 'silent' });
