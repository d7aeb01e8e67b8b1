import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Identity } from '../../rules/identify-items';
import { foldText, indexGrams } from '../../rules/search-grams';

/** What a list says about one item, as it is stored and journalled: shape of a version without its place in time. */
export function itemFacts({ power, code, publishedCode }: Identity, parentCode: string | null) {
  return {
    code,
    publishedCode,
    name: power.name,
    subItem: power.subItem,
    parentCode,
    category: power.category,
    agencyCode: power.agencyCode,
    bodyName: power.body,
    officeIds: power.officeIds,
    officeNames: power.offices,
    levels: power.levels,
    authoritySplit: power.authoritySplit,
    citations: power.citations.map((citation) => ({ ...citation })),
    basisText: power.basisText,
    duty: power.duty,
    responsibilities: power.responsibilities,
    accountability: power.accountability,
    supervisionPhone: power.supervisionPhone,
    remark: power.remark,
  };
}
export type ItemFacts = ReturnType<typeof itemFacts>;

/** Two statements of an item are the same when their fingerprints are. */
export const fingerprintOf = (facts: ItemFacts): string =>
  createHash('sha256').update(canonicalize(facts) ?? '').digest('base64url');

/** What a search looks at: name, sub-item, codes, and the instruments and articles of the basis. */
export function searchOf(facts: ItemFacts): { searchText: string; grams: number[] } {
  const basis = facts.citations.map(({ title, documentNumber, article }) => `${title}${article ?? ''} ${documentNumber ?? ''}`);
  const texts = [facts.name, facts.subItem, facts.code, facts.publishedCode, ...new Set(basis)]
    .filter((text): text is string => text !== null)
    .map(foldText);
  return { searchText: texts.join('\n'), grams: indexGrams(texts) };
}
