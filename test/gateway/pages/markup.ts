const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** Text as a reader sees it: without tags, entities as what they stand for, runs of white space as one. */
export const textOf = (markup: string): string =>
  unescaped(markup.replaceAll(/<style>.*?<\/style>/gs, '').replaceAll(/<[^>]*>/g, ' '))
    .replaceAll(/\s+/g, ' ')
    .trim();

export const unescaped = (text: string): string => text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_all, name: string) => NAMED[name]!);

/** Levels of the headings in their order. */
export const headings = (markup: string): number[] => [...markup.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level));

export const attributes = (markup: string, name: string): string[] => [...markup.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map(([, value]) => unescaped(value!));

/** Every open tag is closed in its order. Returns what is left open, or the first that closes what is not open. */
export function unbalanced(markup: string): string[] {
  const open: string[] = [];
  for (const [, slash, name, , empty] of markup.matchAll(/<(\/?)([a-zA-Z][\w-]*)((?:"[^"]*"|[^">])*?)(\/?)>/g)) {
    if (['meta', 'br', 'link'].includes(name!.toLowerCase()) || empty === '/') continue;
    if (slash !== '/') open.push(name!);
    else if (open.pop() !== name) return [`</${name}>`];
  }
  return open;
}

/** What anybody may have typed anywhere. */
export const HOSTILE = `<script>alert(1)</script>"><img src=x onerror=alert(1)>' onmouseover='x & </style></title><!-- \${0} %3c`;
