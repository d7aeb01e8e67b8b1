const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as XML holds it, in an element or an attribute. */
export const plainText = (text: string): string => text.replaceAll(/[&<>"]/g, (mark) => MARKS[mark]!);

/** Characters that XML does not hold, half a surrogate pair included, and what would be read as one of them written out. */
// oxlint-disable-next-line no-control-regex
const UNWRITABLE = /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|_(?=x[\dA-Fa-f]{4}_)/g;

/** Text as a workbook's cell holds it: what XML does not hold is written out as `_xHHHH_` (ISO/IEC 29500-1, 22.9.2.19). */
export const cellText = (text: string): string => plainText(text).replaceAll(UNWRITABLE, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
