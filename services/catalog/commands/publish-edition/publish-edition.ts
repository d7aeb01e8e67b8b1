import { accept } from '../../../shared/outcome';
import type { Command } from '../../../shared/run-command';
import type { CatalogTx } from '../../context';
import type { DecisionDocument } from '../../rules/adjustments/grounds';
import type { CatalogAction } from '../../rules/permissions';
import { recordEdition } from './record-edition';

/** An edition of the list as adjustments have left it. */
export interface PublishEditionInput {
  regionCode: string;
  publishedOn: string;
  document: DecisionDocument | null;
}

/**
 * Publishes an edition without a review cycle: the list as adjustments have left it (P14), each of which had its
 * legality opinion and its approval when it was decided (P10).
 */
export const publishEdition: Command<CatalogTx, CatalogAction, PublishEditionInput, { editionId: string }> = {
  action: 'publish-edition',
  target: ({ regionCode }) => ({ regionCode }),
  async handle(input, { tx, now }) {
    const recorded = await recordEdition(tx, { ...input, cycleId: null, now });
    if (!recorded.ok) return recorded;
    const { editionId, entries } = recorded.value;
    return accept({ value: { editionId }, entries });
  },
};
