import { type DocumentNode, Kind, parse } from 'graphql';
import { readFileSync } from 'node:fs';
import { inProject } from '../services/shared/project-root';
import type { Service } from './config';

const documents = new Map<Service, DocumentNode>();
const known = new Map<string, ReadonlyMap<string, string>>();

/**
 * The values of an enum with their Chinese terms, in the service's order, as its schema describes them: the gateway
 * shows terms without knowing a service's vocabulary.
 */
export function describedTerms(service: Service, enumName: string): ReadonlyMap<string, string> {
  const key = `${service} ${enumName}`;
  const terms = known.get(key) ?? readTerms(service, enumName);
  known.set(key, terms);
  return terms;
}

function readTerms(service: Service, enumName: string): ReadonlyMap<string, string> {
  const document = documents.get(service) ?? parse(readFileSync(inProject('schema', `${service}.graphql`), 'utf8'));
  documents.set(service, document);
  const found = document.definitions.find((node) => node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === enumName);
  if (found?.kind !== Kind.ENUM_TYPE_DEFINITION) throw new Error(`${service} has no enum ${enumName}`);
  return new Map((found.values ?? []).map(({ name, description }) => [name.value, description?.value ?? name.value]));
}
