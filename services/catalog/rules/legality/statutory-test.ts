import { basesInForce, type Basis, type LegalityCase } from './legality-case';
import { powerKind, type PowerKind } from './power-kind';
import { authorityOf } from './who-may-create';

/** How an item stands the statutory test: the highest that any of its bases allows. */
export type StatutoryTest =
  | { result: 'NOT_APPLICABLE' }
  | { result: 'PASSED' | 'FAILED'; kind: PowerKind }
  | { result: 'UNDETERMINED'; kind: PowerKind; unknown: Basis[] }
  | { result: 'LIMITED'; kind: PowerKind; limits: { basis: Basis; limit: string }[] };

/**
 * 许可法 14–17, 处罚法 9–14, 强制法 10–13: some basis in force that day must be of a rank that may create this kind of
 * power; what lower ranks then specify (规定) is no concern. An instrument of unknown rank, or a printed
 * basis in which none was recognised, leaves a failing test open.
 */
export function statutoryTest(item: LegalityCase): StatutoryTest {
  const kind = powerKind(item.category, item.name);
  if (kind === null) return { result: 'NOT_APPLICABLE' };
  const holding = basesInForce(item);
  const limits: { basis: Basis; limit: string }[] = [];
  for (const basis of holding) {
    if (basis.level === null) continue;
    const authority = authorityOf(kind, basis.level, { title: basis.title, name: item.name });
    if (authority === 'YES') return { result: 'PASSED', kind };
    if (authority !== 'NO') limits.push({ basis, limit: authority.limit });
  }
  if (limits.length > 0) return { result: 'LIMITED', kind, limits };
  const unknown = holding.filter(({ level }) => level === null);
  const unread = item.bases.length === 0 && item.basisText !== null;
  return unknown.length > 0 || unread ? { result: 'UNDETERMINED', kind, unknown } : { result: 'FAILED', kind };
}
