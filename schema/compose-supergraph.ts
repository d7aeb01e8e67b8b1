import { composeServices, sortSDL, transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import { type GraphQLError, parse, print } from 'graphql';
import { relaxBoundaries } from './relax-boundaries';

/** One service's part of the graph. */
export interface SubgraphSdl {
  name: string;
  sdl: string;
}

export type Composition =
  | { ok: true; supergraphSdl: string; apiSdl: string }
  /** One line for each reason, the code of the broken rule first. */
  | { ok: false; errors: string[] };

/** Composes the subgraphs into the supergraph that the gateway plans over, and the API schema that clients see. */
export function composeSupergraph(subgraphs: readonly SubgraphSdl[]): Composition {
  const services = [];
  for (const { name, sdl } of subgraphs) {
    try {
      // No address: where a subgraph answers is configuration, not schema.
      services.push({ name, url: '', typeDefs: parse(sdl) });
    } catch (fault) {
      return { ok: false, errors: [`[${name}] ${fault instanceof Error ? fault.message : String(fault)}`] };
    }
  }
  const composed = composeServices(services);
  if (composed.errors) return { ok: false, errors: summary(composed.errors) };
  const supergraph = relaxBoundaries(parse(composed.supergraphSdl, { noLocation: true }));
  return {
    ok: true,
    supergraphSdl: `${print(supergraph)}\n`,
    apiSdl: `${print(sortSDL(transformSupergraphToPublicSchema(supergraph)))}\n`,
  };
}

const MOST_ERRORS = 10;

/** One missing key breaks hundreds of paths; the first few tell what is wrong. */
function summary(errors: readonly GraphQLError[]): string[] {
  const lines = errors.slice(0, MOST_ERRORS).map(describe);
  return errors.length > MOST_ERRORS ? [...lines, `… ${errors.length - MOST_ERRORS} more`] : lines;
}

/** On one line: the broken rule, then what is wrong with the path that shows it. */
function describe({ message, extensions }: GraphQLError): string {
  const code = typeof extensions.code === 'string' ? `${extensions.code}: ` : '';
  return `${code}${message.replaceAll(/\s+/g, ' ').trim()}`;
}
