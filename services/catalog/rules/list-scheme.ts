import { refuse, type Outcome } from '../../shared/outcome';

/** P1: a region's list uses one category scheme; what comes in under another is refused. `used` is null before the list is opened. */
export function keepsScheme(used: string | null, asked: string): Outcome<null> {
  if (used === null || used === asked) return { ok: true, value: null };
  return refuse('LIST_HAS_OTHER_SCHEME', 'P1', `该地区清单使用类别体系 ${used}，不能改用 ${asked}`, [{ path: 'scheme', value: asked }]);
}
