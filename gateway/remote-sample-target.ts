import { systemActor } from '../services/shared/actor';
import { remoteFeed } from '../services/shared/remote-feed';
import { signCall } from '../services/shared/signed-call';
import { askSubgraphs } from './ask-subgraph';
import { type HubConfig, type Service, SERVICES } from './config';
import { remoteSubgraph } from './remote-subgraph';
import type { SampleTarget } from './sample';

/** A distributed hub as the sample loader sees it: each service at its address. */
export function remoteSampleTarget(origins: HubConfig['origins'], secret: string): SampleTarget {
  const actor = systemActor('sample');
  return {
    ask: askSubgraphs(SERVICES.map((service) => remoteSubgraph(service, origins[service], secret))),
    feed: (service) => remoteFeed(origins[service as Service], secret, 'sample'),
    async seed(service) {
      const path = '/seed';
      const headers = signCall(secret, { method: 'POST', path, body: '' }, actor, new Date());
      const response = await fetch(new URL(path, origins[service as Service]), { method: 'POST', headers });
      if (!response.ok) throw new Error(`${service} answered ${response.status} to seed`);
    },
  };
}
