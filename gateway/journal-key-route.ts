import { ANONYMOUS } from '../services/shared/actor';
import { sendJson } from './answer-http';
import type { AskSubgraph } from './ask-subgraph';
import type { Route } from './request-handler';

const LATEST: Record<string, string> = {
  catalog: '{ latest: catalogJournalCheckpoint { keyId publicKey } }',
  organisation: '{ latest: organisationJournalCheckpoint { keyId publicKey } }',
  'service-center': '{ latest: serviceCenterJournalCheckpoint { keyId publicKey } }',
};

interface Latest {
  latest: { keyId: string; publicKey: string } | null;
}

/** `GET /journal/public-key`: the keys that the services sign their journals with, for whoever checks a checkpoint; none before the first. */
export const journalKeyRoute =
  (ask: AskSubgraph): Route =>
  async (_request, response) => {
    const found = await Promise.all(Object.entries(LATEST).map(async ([service, query]) => ({ service, ...(await ask<Latest>(service, query, {}, ANONYMOUS)) })));
    const keys = new Map<string, { keyId: string; algorithm: 'Ed25519'; publicKey: string; services: string[] }>();
    for (const { service, latest } of found) {
      if (!latest) continue;
      const key = keys.get(latest.keyId) ?? { ...latest, algorithm: 'Ed25519', services: [] };
      keys.set(latest.keyId, { ...key, services: [...key.services, service] });
    }
    sendJson(response, 200, { keys: [...keys.values()] });
  };
