const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** What XML 1.0 cannot hold, not even as a reference: control characters, lone surrogates, non-characters. */
const UNSPEAKABLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** Text as it stands inside an element or an attribute. */
export const xmlText = (text: string): string => text.replaceAll(UNSPEAKABLE, '').replaceAll(/[&<>"']/g, (mark) => ENTITIES[mark]!);
