import { describedTerms } from '../../described-terms';
import type { Service } from '../../config';
import { TERMS } from './context';
import type { Node } from './node';

/** The code lists an item refers to, each with the vocabulary it is. */
const LISTS = {
  category: ['catalog', 'PowerCategory'],
  status: ['catalog', 'ItemStatus'],
  'exercise-level': ['catalog', 'ExerciseLevel'],
  'instrument-level': ['catalog', 'InstrumentLevel'],
  'time-unit': ['service-center', 'TimeUnit'],
  'service-object': ['service-center', 'ServiceObject'],
  channel: ['service-center', 'Channel'],
  'material-kind': ['service-center', 'MaterialKind'],
  'material-requirement': ['service-center', 'MaterialRequirement'],
  'result-kind': ['service-center', 'ResultKind'],
} as const satisfies Record<string, readonly [Service, string]>;
export type CodeList = keyof typeof LISTS;

/** A code of one of the hub's lists, with its Chinese term. Its IRI is the same in every hub. */
export function concept(list: CodeList, code: string): Node {
  const [service, vocabulary] = LISTS[list];
  return { '@id': conceptIri(list, code), '@type': 'Concept', identifier: code, prefLabel: describedTerms(service, vocabulary).get(code) ?? code };
}

export const conceptIri = (list: CodeList, code: string): string => `${TERMS}${list}/${encodeURIComponent(code)}`;
