import fc from 'fast-check';
import { escapeHtml, html, trusted } from '../../../gateway/pages/html';
import { unescaped } from './markup';

describe('markup with values put in', () => {
  it('escapes any text so that it is text again, between tags and in attributes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', '&lt;', '/', '!', '-', '=', ' ', 'x', '权') })), (text) => {
        const escaped = escapeHtml(text);
        expect(escaped).not.toMatch(/[<>"'\0]/);
        expect(escaped.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
        expect(unescaped(escaped)).toBe(text.replaceAll('\0', '\uFFFD'));
        expect(html`<p title="${text}">${text}</p>`.text).toBe(`<p title="${escaped}">${escaped}</p>`);
      }),
    );
  });

  it('keeps markup, joins lists however deep, and writes nothing for nothing', () => {
    expect(html`<ul>${[html`<li>${'a<b'}</li>`, [html`<li>${2}</li>`, null]]}${undefined}${false}</ul>${trusted('<br>')}`.text).toBe('<ul><li>a&lt;b</li><li>2</li></ul><br>');
  });

  it('does not take an object for markup that only looks like it', () => {
    const forged = { text: '<script>' } as unknown as string;
    expect(() => html`${forged}`).toThrow(TypeError);
  });

  it('does not read patterns of replacement in a text', () => expect(html`<b>${'$& $1 $`'}</b>`.text).toBe('<b>$&amp; $1 $`</b>'));
});
