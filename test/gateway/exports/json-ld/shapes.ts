import { existsSync, readFileSync } from 'node:fs';
import { JsonLdParser } from 'jsonld-streaming-parser';
import { Parser, type Quad, Store } from 'n3';
import { inProject } from '../../../../services/shared/project-root';

// The official shapes and context lie beside the project, not in it.
const FOLDER = inProject('..', 'shared', 'data', 'cpsv-ap');
export const haveShapes = existsSync(FOLDER);

/** Everything a document says, read without the network: one that needs a context from elsewhere is refused. */
export function quadsOf(document: string): Promise<Quad[]> {
  const documentLoader = { load: (url: string) => Promise.reject(new Error(`the document would fetch ${url}`)) };
  const parser = new JsonLdParser({ documentLoader, strictValues: true });
  const quads: Quad[] = [];
  return new Promise((resolve, reject) => {
    parser.on('data', (quad: Quad) => quads.push(quad)).on('error', reject).on('end', () => resolve(quads));
    parser.end(document);
  });
}

/** What a shape says no to: which resource, which of its properties, and by which constraint. */
export interface Violation {
  focus: string;
  path: string;
  constraint: string;
}

export type Validate = (quads: readonly Quad[]) => Promise<Violation[]>;

/** Validates against the shapes of CPSV-AP 3.2.0. */
export async function createValidator(): Promise<Validate> {
  const { default: Validator } = await import('rdf-validate-shacl');
  const shapes = new Parser().parse(readFileSync(`${FOLDER}/cpsv-ap-SHACL.ttl`, 'utf8'));
  const validator = new Validator(new Store(shapes));
  const localName = (term: unknown): string => String((term as { value?: string } | null)?.value).replace(/^.*[#/]/, '');
  return async (quads) => {
    const { results } = await validator.validate(new Store([...quads]));
    return results.map(({ focusNode, path, sourceConstraintComponent }) => ({
      focus: focusNode?.value ?? '',
      path: localName(path),
      constraint: localName(sourceConstraintComponent).replace('ConstraintComponent', ''),
    }));
  };
}

/** Every IRI that the official context has a term for. */
export function officialIris(): ReadonlySet<string> {
  const { '@context': context } = JSON.parse(readFileSync(`${FOLDER}/cpsv-ap.jsonld`, 'utf8')) as { '@context': Record<string, string | { '@id': string }> };
  return new Set(Object.values(context).map((term) => (typeof term === 'string' ? term : term['@id'])));
}
