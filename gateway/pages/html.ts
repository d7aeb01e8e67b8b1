/** Markup that is safe to send: made by `html`, in which every text was escaped. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = Html | string | number | null | undefined | false | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '\0': '\uFFFD' };

/** Text as markup, for between tags and inside quoted attributes. */
// oxlint-disable-next-line no-control-regex -- HTML has no NUL
export const escapeHtml = (text: string): string => text.replaceAll(/[&<>"'\0]/g, (character) => ENTITIES[character]!);

function written(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'string') return escapeHtml(part);
  return typeof part === 'number' ? String(part) : part.map(written).join('');
}

/** Markup with values put in: texts are escaped, markup stays, lists are joined, nothing is nothing. Attributes are always quoted. */
export const html = (fixed: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(fixed.reduce((before, next, index) => before + written(parts[index - 1]) + next));

/** Markup of another maker, taken as it is: a service's drawing, the style sheet. Never anything that somebody typed. */
export const trusted = (markup: string): Html => new Html(markup);
