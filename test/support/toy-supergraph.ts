import { composeSupergraph } from '../../schema/compose-supergraph';
import { TOY_NAMES, toySdl } from './toy-subgraphs';

/** The toys' schemas, composed as the real ones are. */
export function toySchemas(): { supergraph: string; api: string } {
  const composed = composeSupergraph(TOY_NAMES.map((name) => ({ name, sdl: toySdl(name) })));
  if (!composed.ok) throw new Error(composed.errors.join('\n'));
  return { supergraph: composed.supergraphSdl, api: composed.apiSdl };
}
