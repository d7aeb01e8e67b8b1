import { z } from 'zod';
import {
  CHANNELS,
  HANDLING_KINDS,
  MATERIAL_KINDS,
  MATERIAL_MEDIA,
  MATERIAL_REQUIREMENTS,
  MATERIAL_SOURCES,
  RESULT_KINDS,
  SERVICE_OBJECTS,
  SPECIAL_PROCEDURES,
  TIME_UNITS,
} from './vocabulary';

// A guide is a document: what it does not say is null or an empty list, never absent, so that it reads the same
// whoever wrote it. Bounds keep a document a document.

const plain = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((text) => !text.includes('\0'), '不能含有空字符');
/** Words that must be there. */
const words = (max = 200) => plain(max).min(1);
/** Words that may be left unsaid: absent, null and blank are the same. */
const unsaid = (max = 2000) =>
  plain(max)
    .nullish()
    .transform((text) => (text ? text : null));
const id = plain(40)
  .nullish()
  .transform((text) => (text ? text : null));
const count = z
  .int()
  .min(0)
  .max(999)
  .nullish()
  .transform((n) => n ?? null);
const list = <Item extends z.ZodType>(item: Item, max = 200) =>
  z
    .array(item)
    .max(max)
    .nullish()
    .transform((items) => items ?? []);
const oneOf = <Terms extends Readonly<Record<string, string>>>(terms: Terms) =>
  z.enum(Object.keys(terms) as [keyof Terms & string, ...(keyof Terms & string)[]]);
const maybe = <Value extends z.ZodType>(value: Value) => value.nullish().transform((given) => given ?? null);

/**
 * What came after the first guides were recorded: where a guide does not say it, it is absent, so that the fingerprint of
 * every earlier version stands.
 */
const later = <Value extends z.ZodType>(value: Value) => z.preprocess((given) => given ?? undefined, value.optional());
const some = <Item extends z.ZodType>(item: Item, max: number) =>
  z.preprocess((given) => (Array.isArray(given) && given.length === 0 ? undefined : (given ?? undefined)), z.array(item).max(max).optional());

const timeLimit = z.strictObject({ value: z.int().min(1).max(9999), unit: oneOf(TIME_UNITS), note: unsaid(500) });

/** Where a step may lead: to the step of this order, under a condition where there are several ways. */
const way = z.strictObject({ to: z.int().min(1).max(200), when: unsaid(200) });

const step = z.strictObject({
  order: z.int().min(1).max(200),
  name: words(),
  officeId: id,
  officerId: id,
  limit: maybe(timeLimit),
  standard: unsaid(),
  result: unsaid(),
  /** Not said: on to the step after it; an empty list: the procedure ends here. */
  next: later(z.array(way).max(20)),
  /** Offices of other agencies that handle the step together with this one (联合办理, 许可法 26). */
  jointOfficeIds: some(words(40), 20),
});

const material = z.strictObject({
  name: words(500),
  requirement: oneOf(MATERIAL_REQUIREMENTS),
  kind: oneOf(MATERIAL_KINDS),
  originals: count,
  copies: count,
  medium: maybe(oneOf(MATERIAL_MEDIA)),
  source: maybe(oneOf(MATERIAL_SOURCES)),
  form: unsaid(),
  sample: unsaid(),
  howToFill: unsaid(),
  acceptance: unsaid(),
  basis: unsaid(),
});

/** Everything a guide (办事指南) says. Materials, steps and fees are part of it: one version is one document. */
export const guideDocument = z.strictObject({
  conditions: list(words(2000)),
  steps: list(step)
    .refine((steps) => new Set(steps.map(({ order }) => order)).size === steps.length, '各环节的顺序号不能重复')
    .refine((steps) => steps.reduce((ways, { next = [] }) => ways + next.length, 0) <= 200, '后续环节总共不能超过 200 个'),
  materials: list(material),
  statutoryLimit: maybe(timeLimit),
  promisedLimit: maybe(timeLimit),
  excludedFromLimit: list(z.strictObject({ procedure: oneOf(SPECIAL_PROCEDURES), note: unsaid() })),
  handlingKind: maybe(oneOf(HANDLING_KINDS)),
  serviceObjects: list(oneOf(SERVICE_OBJECTS)),
  channels: list(oneOf(CHANNELS)),
  visits: count,
  fees: list(
    z.strictObject({ name: words(), standard: words(1000), legalBasis: unsaid(), reducible: maybe(z.boolean()) }),
  ),
  results: list(z.strictObject({ name: words(), kind: maybe(oneOf(RESULT_KINDS)), validity: unsaid(), sample: unsaid() })),
  venues: list(z.strictObject({ name: words(), address: unsaid(500), hours: unsaid(500) })),
  responsibleOfficeId: id,
  officerId: id,
  enquiryPhone: unsaid(100),
  supervisionPhone: unsaid(100),
  quantityLimit: unsaid(),
  intermediaries: list(z.strictObject({ name: words(), basis: unsaid() })),
  questions: list(z.strictObject({ question: words(1000), answer: words(4000) })),
});

export type GuideDocument = z.output<typeof guideDocument>;
/** A document as it may be handed in: what it does not say may be left out. */
export type GuideDocumentInput = z.input<typeof guideDocument>;
export type TimeLimit = z.output<typeof timeLimit>;
export type GuideStep = GuideDocument['steps'][number];
export type GuideMaterial = GuideDocument['materials'][number];

const day = z.iso.date();

/** A guide as it is handed in: for which item, from which day, and the document itself. */
export const guideStatement = guideDocument.extend({
  itemCode: words(64),
  /** The source's own number; versions are numbered by the hub and never go back. */
  version: maybe(z.int().min(1).max(100_000)),
  effectiveOn: day,
});

/** A guide handed in, read and found well-formed. */
export interface GuideStatement {
  itemCode: string;
  version: number | null;
  effectiveOn: string;
  document: GuideDocument;
}
