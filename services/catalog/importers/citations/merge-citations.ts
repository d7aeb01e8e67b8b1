import type { Citation } from '../../rules/listed-power';

/**
 * One citation per instrument and article: a clause list and the quoted clause below it, or two paragraphs of one
 * article, become one. Its paragraphs and items are listed in the cell's order (`第一款、第三款`); where several
 * paragraphs are cited an item names its own (`第一款第四项`).
 */
export function mergeCitations(citations: readonly Citation[]): Citation[] {
  const whole = groupByClause(attachLoneParagraphs(citations)).map(mergeClauses);
  return dropEmptyNames(shareNumbers(whole));
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
      const clause = narrowed ? { paragraph: citation.paragraph, item: citation.item } : { paragraph: null, item: null };
      attached.push({ ...citation, ...clause, article: above.article });
    } else attached.push(citation);
  }
  return attached;
}

/**
 * The same title with two numbers is two instruments (the State Council published three decisions of one name);
 * without a number it is the one last named.
 */
function groupByClause(citations: readonly Citation[]): Citation[][] {
  const groups: Citation[][] = [];
  const latest = new Map<string, Citation[]>();
  const numbered = new Map<string, Citation[]>();
  for (const citation of citations) {
    const clause = `${citation.title}\n${citation.article ?? ''}`;
    const key = `${clause}\n${citation.documentNumber ?? ''}`;
    const last = latest.get(clause);
    const joins = citation.documentNumber === null || last?.every((other) => other.documentNumber === null) ? last : undefined;
    const group = numbered.get(key) ?? joins ?? [];
    if (group.length === 0) groups.push(group);
    group.push(citation);
    latest.set(clause, group);
    if (citation.documentNumber !== null) numbered.set(key, group);
  }
  return groups;
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

/** A list prints an instrument's number where it names it first; its other clauses in the cell have the same, unless two numbers compete. */
function shareNumbers(citations: readonly Citation[]): Citation[] {
  const numbers = new Map<string, Set<string>>();
  for (const { title, documentNumber } of citations) {
    if (documentNumber !== null) numbers.set(title, (numbers.get(title) ?? new Set()).add(documentNumber));
  }
  return citations.map((citation) => {
    const known = numbers.get(citation.title);
    return citation.documentNumber === null && known?.size === 1 ? { ...citation, documentNumber: [...known][0] ?? null } : citation;
  });
}

/** 《建筑法》《建筑法》第七条: an instrument named without a clause adds nothing when its clauses are cited too. */
function dropEmptyNames(citations: readonly Citation[]): Citation[] {
  const told = new Set<string>();
  for (const citation of citations) {
    if (!isEmptyName(citation)) told.add(citation.title).add(`${citation.title}\n${citation.documentNumber ?? ''}`);
  }
  return citations.filter((citation) => {
    const { title, documentNumber } = citation;
    return !isEmptyName(citation) || !told.has(documentNumber === null ? title : `${title}\n${documentNumber}`);
  });
}

function isEmptyName({ article, paragraph, item, quoted }: Citation): boolean {
  return article === null && paragraph === null && item === null && quoted === null;
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value): value is string => value !== null))];
}
