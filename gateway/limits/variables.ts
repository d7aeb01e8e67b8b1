import { unsafeKey } from './unsafe-names';
import { unsafeText } from './unsafe-text';
import type { Violation } from './violation';

/** Walks variables level by level, without recursion: five thousand levels must not exhaust the stack. */
export function variables(value: unknown, deepest: number): Violation | null {
  let level: unknown[] = [value];
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > deepest) return { code: 'VARIABLES_DEPTH_LIMIT', message: `变量嵌套过深，上限为 ${deepest} 层` };
    const next: unknown[] = [];
    for (const item of level) {
      if (Array.isArray(item)) for (const element of item) next.push(element);
      else if (typeof item === 'object' && item !== null) {
        for (const key of Object.keys(item)) {
          const violation = unsafeKey(key);
          if (violation) return violation;
          next.push((item as Record<string, unknown>)[key]);
        }
      }
    }
    for (const item of next) {
      const violation = unsafeText(item);
      if (violation) return violation;
    }
    level = next.filter((item) => typeof item === 'object' && item !== null);
  }
  return null;
}
