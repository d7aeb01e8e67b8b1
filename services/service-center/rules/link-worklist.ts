import type { LinkedItem } from './link-coverage';
import type { LinkStatus } from './vocabulary';

/** An item whose link is to be mended, and how often it was used. */
export interface LinkTask extends LinkedItem {
  use: number;
}

/** What leads people astray is mended before what leads nowhere, and that before what lacks something. */
const URGENCY: Readonly<Record<LinkStatus, number>> = { BROKEN: 0, MISSING: 1, INCOMPLETE: 2, COMPLETE: 3 };

/** Place of a task in the list: the most used first, at equal use the most urgent. */
export interface TaskPlace {
  use: number;
  status: LinkStatus;
  code: string;
}

export const placeOf = ({ use, link, code }: LinkTask): TaskPlace => ({ use, status: link.status, code });

export const comparePlaces = (a: TaskPlace, b: TaskPlace): number =>
  b.use - a.use || URGENCY[a.status] - URGENCY[b.status] || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);

/** P3: an agency's items whose link is not complete, in the order they are best mended. */
export const worklistOf = (items: readonly LinkedItem[], agencyCode: string, useOf: ReadonlyMap<string, number>): LinkTask[] =>
  items
    .filter(({ agency, link }) => agency.code === agencyCode && link.status !== 'COMPLETE')
    .map((item) => ({ ...item, use: useOf.get(item.code) ?? 0 }))
    .toSorted((a, b) => comparePlaces(placeOf(a), placeOf(b)));
