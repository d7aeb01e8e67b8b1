import type { Citation } from '../../rules/listed-power';

/**
 * One citation per instrument and article: a clause list and the quoted clause below it, or two paragraphs of one
 * article, become one. Its paragraphs and items are listed in the cell's order (`第一款、第三款`); where several
 * paragraphs are cited an item names its own (`第一款第四项`).
 */
export function mergeCitations(citations: readonly Citation[]): Citation[] {
  const merged = new Map<string, Citation[]>();
  for (const citation of attachLoneParagraphs(citations)) {
    const key = `${citation.title}\n${citation.article ?? ''}`;
    merged.set(key, [...(merged.get(key) ?? []), citation]);
  }
  const whole = [...merged.values()].map(mergeClauses);
  // 《建筑法》《建筑法》第七条: an instrument named without a clause adds nothing when its clauses are cited too.
  return whole.filter((citation) => citation.article !== null || citation.item !== null || citation.paragraph !== null || citation.quoted !== null || !whole.some((other) => other !== citation && other.title === citation.title));
}

/** A line `第三款：…` continues the article above it. */
function attachLoneParagraphs(citations: readonly Citation[]): Citation[] {
  const attached: Citation[] = [];
  for (const citation of citations) {
    const above = attached.at(-1);
    const lone = citation.article === null && citation.paragraph !== null;
    if (lone && above && above.article !== null && above.title === citation.title) {
      // Under a whole article it is that article's own next paragraph, not a narrower citation.
      const narrowed = above.paragraph !== null;
      attached.push({ ...citation, article: above.article, paragraph: narrowed ? citation.paragraph : null, item: narrowed ? citation.item : null });
    } else attached.push(citation);
  }
  return attached;
}

function mergeClauses(same: Citation[]): Citation {
  const [first] = same as [Citation];
  const paragraphs = distinct(same.map((citation) => citation.paragraph));
  const items = distinct(same.map(({ paragraph, item }) => (item && paragraph && paragraphs.length > 1 ? paragraph + item : item)));
  const quotes = distinct(same.map((citation) => citation.quoted));
  return {
    ...first,
    level: first.level ?? same.find((citation) => citation.level)?.level ?? null,
    documentNumber: first.documentNumber ?? same.find((citation) => citation.documentNumber)?.documentNumber ?? null,
    date: first.date ?? same.find((citation) => citation.date)?.date ?? null,
    paragraph: paragraphs.join('、') || null,
    item: items.join('、') || null,
    quoted: quotes.join('\n') || null,
  };
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value): value is string => value !== null))];
}
