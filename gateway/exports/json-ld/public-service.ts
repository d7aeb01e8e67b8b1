import { describedTerms } from '../../described-terms';
import type { ExportedItem } from '../exported-item';
import { authority } from './authority';
import { concept, conceptIri } from './concepts';
import { contactPoints } from './contact-points';
import { channel, cost, evidence, output, requirement } from './guide-parts';
import type { Iris } from './iris';
import { legalResource, rule } from './legal';
import { durationOf, limitNode } from './limit';
import { type Node, said } from './node';

/** An item as it is written: what it shares with others, each once in a document, and what is its own. */
export interface WrittenItem {
  shared: Node[];
  service: Node;
}

/** An item of the list, with its guide where it has one, as a public service of CPSV-AP 3.2. */
export function publicService(iris: Iris, item: ExportedItem): WrittenItem {
  const { code, guide = null } = item;
  const each = <Said>(parts: readonly Said[] | undefined, node: (iris: Iris, code: string, part: Said, place: number) => Node): Node[] => (parts ?? []).map((part, index) => node(iris, code, part, index + 1));
  const limit = guide?.promisedLimit ?? guide?.statutoryLimit ?? null;
  const service = said({
    '@id': iris.item(code),
    '@type': 'PublicService',
    identifier: code,
    publishedCode: item.publishedCode,
    name: nameOf(item),
    description: describe(item),
    type: conceptIri('category', item.category),
    status: conceptIri('status', item.status),
    isClassifiedBy: item.levels.map((level) => conceptIri('exercise-level', level)),
    effectiveFrom: item.effectiveFrom,
    effectiveTo: item.effectiveTo,
    subItemOf: item.parentCode === null ? null : iris.item(item.parentCode),
    spatial: iris.region(item.regionCode),
    hasCompetentAuthority: iris.agency(item.implementingAgency.code),
    hasLegalResource: [...new Set(item.citations.map(({ instrumentId }) => iris.instrument(instrumentId)))],
    follows: each(item.citations, rule),
    audience: guide?.serviceObjects.map((object) => conceptIri('service-object', object)),
    holdsRequirement: each(guide?.conditions, requirement),
    hasInput: each(guide?.materials, evidence),
    hasCost: each(guide?.fees, cost),
    hasChannel: guide?.channels.map((way) => channel(iris, code, way)),
    produces: each(guide?.results, output),
    contactPoint: contactPoints(iris, code, {
      venues: guide?.venues ?? [],
      enquiryPhone: guide?.enquiryPhone ?? null,
      supervisionPhone: guide?.supervisionPhone ?? item.supervisionPhone,
    }),
    processingTime: limit && durationOf(limit),
    promisedLimit: guide?.promisedLimit ? limitNode(`${iris.item(code)}#promised-limit`, guide.promisedLimit) : null,
    statutoryLimit: guide?.statutoryLimit ? limitNode(`${iris.item(code)}#statutory-limit`, guide.statutoryLimit) : null,
  });
  return { shared: sharedBy(iris, item), service };
}

/** Everything an item points to that other items point to as well. */
function sharedBy(iris: Iris, item: ExportedItem): Node[] {
  const { guide, citations } = item;
  const levels = citations.flatMap(({ level }) => (level === null ? [] : [level]));
  const limits = [guide?.promisedLimit, guide?.statutoryLimit].flatMap((limit) => (limit ? [limit] : []));
  return [
    authority(iris, item),
    ...citations.map((citation) => legalResource(iris, citation)),
    concept('category', item.category),
    concept('status', item.status),
    ...item.levels.map((level) => concept('exercise-level', level)),
    ...levels.map((level) => concept('instrument-level', level)),
    ...limits.map(({ unit }) => concept('time-unit', unit)),
    ...(guide?.serviceObjects ?? []).map((object) => concept('service-object', object)),
    ...(guide?.channels ?? []).map((way) => concept('channel', way)),
    ...(guide?.materials ?? []).flatMap(({ kind, requirement: need }) => [concept('material-kind', kind), concept('material-requirement', need)]),
    ...(guide?.results ?? []).flatMap(({ kind }) => (kind === null ? [] : [concept('result-kind', kind)])),
  ];
}

const nameOf = ({ name, subItem }: ExportedItem): string => (subItem === null ? name : `${name}（${subItem}）`);

/** A sentence that is true of every item, and the duty it rests on where the list states it. */
function describe({ name, subItem, category, implementingAgency, levels, duty }: ExportedItem): string {
  const term = (vocabulary: string, code: string): string => describedTerms('catalog', vocabulary).get(code) ?? code;
  const of = subItem === null ? `“${name}”` : `“${name}”的子项“${subItem}”`;
  const at = levels.length === 0 ? '' : `，行使层级：${levels.map((level) => term('ExerciseLevel', level)).join('、')}`;
  const sentence = `${term('PowerCategory', category)}事项${of}，由${implementingAgency.name ?? implementingAgency.listedName}实施${at}。`;
  return duty === null ? sentence : `${sentence}\n部门职责：${duty}`;
}
