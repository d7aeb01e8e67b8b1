import { html, type Html } from './html';

type Value = Html | string | null | false | undefined;

/** A labelled element of a guide; null for one that says nothing and need not. */
export interface Fact {
  label: string;
  value: Value;
  /** Expected of an item of its category, so that its absence is worth telling. */
  isMissing?: boolean;
}

export const NOT_SAID = html`<span class="none">尚未公布</span>`;

/** Labelled elements as a list; those that say nothing are left out, unless they ought to. */
export function facts(all: readonly Fact[]): Html | null {
  const shown = all.filter(({ value, isMissing }) => value || isMissing);
  return shown.length === 0 ? null : html`<dl class="facts">${shown.map(({ label, value }) => html`<dt>${label}</dt><dd>${value || NOT_SAID}</dd>`)}</dl>`;
}

/** A part of a page with its heading; nothing where it has no content and need not have any. */
export function section(id: string, title: string, content: Value, isMissing = false): Html | null {
  if (!content && !isMissing) return null;
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${content || html`<p>${NOT_SAID}</p>`}</section>
`;
}

const DIALLED = /^\d[\d -]{4,18}\d$/;

/** A phone that can be dialled by a touch; any other text as it is. */
export const phone = (number: string | null | undefined): Html | null => {
  if (!number) return null;
  return DIALLED.test(number) ? html`<a href="tel:${number.replaceAll(/\D/g, '')}">${number}</a>` : html`${number}`;
};

export const list = (texts: readonly (Html | string)[], className: 'lines' | 'plain' = 'lines'): Html | null => (texts.length === 0 ? null : html`<ul class="${className}">${texts.map((text) => html`<li>${text}</li>`)}</ul>`);
