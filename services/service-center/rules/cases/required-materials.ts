import type { GuideDocument } from '../guide-document';

/** Materials a grant rests on: the required ones, and those that could follow later (容缺) and by then must have. */
const NEEDED_TO_GRANT: ReadonlySet<string> = new Set(['REQUIRED', 'LATER']);

/** 许可法 34: what the guide requires and nobody handed in. A case without a guide requires nothing the hub knows of. */
export function missingMaterials(guide: Pick<GuideDocument, 'materials'> | null, handedIn: Iterable<string>): string[] {
  const names = new Set(handedIn);
  const needed = guide?.materials.filter(({ requirement }) => NEEDED_TO_GRANT.has(requirement)) ?? [];
  return needed.map(({ name }) => name).filter((name) => !names.has(name));
}
