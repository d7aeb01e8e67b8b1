/** What a log tells of a fault. */
export interface SafeError {
  type: string;
  code?: string;
  message: string;
  stack?: string;
  cause?: SafeError;
}

const LONGEST = 300;
const DEEPEST = 3;

/**
 * A fault without what it was about: databases and validators quote the value that did not fit, some in fields of their
 * own, and that may be an applicant's name. Quoted text and long numbers are blanked; of a message of many lines only the
 * first and the last are kept, since Prisma puts a whole query between them.
 */
export function safeError(fault: unknown, depth = 0): SafeError {
  if (!(fault instanceof Error)) return { type: typeof fault, message: 'not an error' };
  const { code } = fault as { code?: unknown };
  const frames = fault.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: fault.name,
    ...(typeof code === 'string' ? { code } : {}),
    message: safeMessage(fault.message),
    ...(frames?.length ? { stack: frames.join('\n') } : {}),
    ...(fault.cause !== undefined && depth < DEEPEST ? { cause: safeError(fault.cause, depth + 1) } : {}),
  };
}

export function safeMessage(message: string): string {
  const lines = message.split('\n').filter((line) => line.trim() !== '');
  const kept = lines.length > 1 ? `${lines[0]} … ${lines.at(-1)}` : (lines[0] ?? '');
  return kept
    .replace(/"[^"]*"?|'[^']*'|“[^”]*”?|「[^」]*」?|\(([^()]*)\)=\([^()]*\)/g, '…')
    .replace(/\bBearer\s+\S+/gi, 'Bearer …')
    .replace(/\d{6,}/g, '#')
    .slice(0, LONGEST);
}
