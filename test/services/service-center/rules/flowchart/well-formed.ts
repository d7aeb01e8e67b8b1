/** An element of a document: all its text, and the elements within. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  words: string;
  within: XmlElement[];
}

const TOKEN = /<(\/?)([a-z]+)((?: [a-zA-Z:0-9-]+="[^"<]*")*)(\/?)>|([^<>]+)/gy;
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" };

const plain = (text: string): string => {
  if (/&(?!(?:amp|lt|gt|quot|apos);)/.test(text) || /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u.test(text)) throw new Error(`not well-formed: ${text}`);
  return text.replaceAll(/&\w+;/g, (entity) => ENTITIES[entity]!);
};

/** The elements of an XML document in the order they begin; throws when it is not well-formed. Knows only what a drawing uses. */
export function wellFormed(xml: string): XmlElement[] {
  const all: XmlElement[] = [];
  const open: XmlElement[] = [];
  let end = 0;
  for (const [token, closing, name, attributes, empty, text] of xml.matchAll(TOKEN)) {
    end += token.length;
    if (text !== undefined) {
      for (const element of open) element.words += plain(text);
      continue;
    }
    if (closing) {
      if (open.pop()?.name !== name) throw new Error(`not well-formed at ${end}: ${token}`);
      continue;
    }
    if (open.length === 0 && all.length > 0) throw new Error('two roots');
    const element: XmlElement = { name: name!, attributes: Object.fromEntries([...attributes!.matchAll(/ ([^=]+)="([^"]*)"/g)].map(([, key, value]) => [key!, plain(value!)])), words: '', within: [] };
    for (const outer of open) outer.within.push(element);
    all.push(element);
    if (!empty) open.push(element);
  }
  if (end !== xml.length || open.length > 0) throw new Error(`not well-formed after ${end}: ${xml.slice(end, end + 60)}`);
  return all;
}
