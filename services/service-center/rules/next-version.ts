import { accept, refuse, type Outcome } from '../../shared/outcome';

/** The last version of a guide that is recorded. */
export interface LastVersion {
  version: number;
  validFrom: string;
  fingerprint: string;
}

/** What a statement of a guide comes to: a number for the new version, or nothing new. */
export type NextVersion = { kind: 'NEW'; version: number } | { kind: 'UNCHANGED'; version: number };

/**
 * The same words again are no new version (P7: a state is recorded once). A new one follows the last: its number is
 * higher, the source's own where that is higher still, and it does not take effect before the last one did.
 */
export function nextVersion(
  last: LastVersion | null,
  statement: { version: number | null; effectiveOn: string; fingerprint: string },
  path = 'effectiveOn',
): Outcome<NextVersion> {
  if (last === null) return accept({ kind: 'NEW', version: statement.version ?? 1 });
  if (last.fingerprint === statement.fingerprint) return accept({ kind: 'UNCHANGED', version: last.version });
  if (statement.effectiveOn < last.validFrom)
    return refuse('BEFORE_LAST_VERSION', 'P7', `新版本不能早于第 ${last.version} 版的生效日 ${last.validFrom}`, [
      { path, value: statement.effectiveOn },
    ]);
  return accept({ kind: 'NEW', version: Math.max(last.version + 1, statement.version ?? 0) });
}
