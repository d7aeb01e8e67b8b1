import type { Json, JournalEntry } from '../../shared/journal';

/** The last state a page of entries leaves each record in: later entries of a subject replace earlier ones. */
export function lastStates(entries: readonly JournalEntry[], isTaken: (action: string) => boolean): Json[] {
  const states = new Map<string, Json>();
  for (const { action, subject, after } of entries) if (isTaken(action) && after !== null) states.set(subject.id, after);
  return [...states.values()];
}
