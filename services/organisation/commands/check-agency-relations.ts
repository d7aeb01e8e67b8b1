import type { OrganisationTx } from '../context';
import type { Problem } from '../rules/problems';

type Relation = 'CIRCULAR_PARENT' | 'RE_ENTRUSTED' | 'NAME_IN_USE';

const RELATIONS: Record<Relation, { rule: string | null; field: string; message: (other: string) => string }> = {
  CIRCULAR_PARENT: { rule: null, field: 'parentCode', message: () => '上级机构关系成环' },
  RE_ENTRUSTED: { rule: '许可法 24¶3', field: 'entrustedBy', message: (other) => `委托机关 ${other} 自身受委托，不得再委托` },
  NAME_IN_USE: { rule: null, field: 'name', message: (other) => `与本区划 ${other} 同名` },
};

/** Nothing real is deeper; a chain that is goes round. */
const DEEPEST = 30;

/**
 * What can only be judged over the whole register, after writing and before committing: nobody is their own superior,
 * an entrusted body entrusts nobody (许可法 24¶3), and no two living agencies of a region share a name. One statement.
 */
export async function checkAgencyRelations(tx: OrganisationTx, input: readonly string[], written: readonly string[]): Promise<Problem[]> {
  if (written.length === 0) return [];
  const found = await tx.$queryRawUnsafe<{ relation: Relation; code: string; other: string }[]>(
    `WITH RECURSIVE up(start, code, depth) AS (
       SELECT a.code, a.parent_code, 1 FROM organisation.agency a WHERE a.code = ANY($1::text[])
       UNION ALL
       SELECT up.start, a.parent_code, up.depth + 1 FROM up JOIN organisation.agency a ON a.code = up.code
       WHERE up.code <> up.start AND up.depth < ${DEEPEST})
     SELECT 'CIRCULAR_PARENT' AS relation, start AS code, code AS other FROM up WHERE code = start OR depth >= ${DEEPEST}
     UNION ALL
     SELECT 'RE_ENTRUSTED', a.code, b.code FROM organisation.agency a JOIN organisation.agency b ON b.code = a.entrusted_by
     WHERE b.entrusted_by IS NOT NULL AND (a.code = ANY($1::text[]) OR b.code = ANY($1::text[]))
     UNION ALL
     SELECT 'NAME_IN_USE', a.code, b.code FROM organisation.agency a
     JOIN organisation.agency b ON b.region_code = a.region_code AND b.name = a.name AND b.code <> a.code
     WHERE a.code = ANY($1::text[]) AND a.abolished_on IS NULL AND b.abolished_on IS NULL`,
    written,
  );
  const places = new Map(input.map((code, i) => [code, i]));
  return found
    .map((relation) => ({ ...relation, place: places.get(relation.code) ?? places.get(relation.other) ?? 0 }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ relation, code, other, place }) => {
      const { rule, field, message } = RELATIONS[relation];
      return { code: relation, rule, message: message(other), path: `agencies.${place}.${field}`, value: code };
    });
}
