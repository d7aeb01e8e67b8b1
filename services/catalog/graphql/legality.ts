import { describedValues } from '../../shared/graphql/described-values';
import type { HubBuilder } from '../../shared/graphql/schema-builder';
import { allows } from '../../shared/permission';
import type { CatalogContext } from '../context';
import type { ItemRow } from '../queries/item-columns';
import { caseOf } from '../queries/legality-cases';
import {
  LEGALITY_KINDS,
  legalityFindings,
  legalityTests,
  type KindOfFinding,
  type LegalityTests,
} from '../rules/legality';
import { LEGALITY_PROPOSALS } from '../rules/legality/legality-case';
import { CATALOG_PERMISSIONS } from '../rules/permissions';
import type { LegalBasisRef } from './legal-basis';
import type { PowerItemTypes } from './power-item';

interface Parts {
  legalBasis: LegalBasisRef;
  items: PowerItemTypes;
}

/** A finding with the item version it is about. */
export type ItemFinding = KindOfFinding & { code: string; versionId: string; on: string };

/** The case of an item, its text and its bases batched; null for callers the findings are not for. */
async function ownCase(item: ItemRow, { actor, loaders }: CatalogContext) {
  if (!allows(CATALOG_PERMISSIONS, 'read-cycle', actor, item)) return null;
  const [texts, citations] = await Promise.all([loaders.texts.load(item.versionId), loaders.citations.load(item.versionId)]);
  return caseOf(item, texts!, citations ?? []);
}

/**
 * Adds the legality findings: `PowerItem.legalityFindings` and `PowerItem.legalityTests`. They are working papers of the reviewers (P10): whoever may read a review cycle may read them.
 */
export function addLegality(builder: HubBuilder<CatalogContext>, { legalBasis, items }: Parts) {
  const Kind = builder.enumType('LegalityKind', { description: 'What a legality check found.', values: describedValues(LEGALITY_KINDS) });
  const Proposal = builder.enumType('LegalityProposal', {
    description: 'What a finding proposes; people decide.',
    values: describedValues(LEGALITY_PROPOSALS),
  });
  const Plan = builder.enumType('PlanTest', {
    description: 'The plan’s own test (P14): a basis in law or regulation (法律法规).',
    values: describedValues({ PASSED: '有法律法规依据', FAILED: '无法律法规依据', UNDETERMINED: '依据效力层级不明' } satisfies Record<LegalityTests['plan'], string>),
  });
  const Statute = builder.enumType('StatutoryTest', {
    description: 'The statutory test: a basis of a rank that may create (设定) such a power (许可法 14–17, 处罚法 9–14, 强制法 10–13).',
    values: describedValues({
      PASSED: '依据有权设定',
      LIMITED: '依据只能在限度内设定',
      FAILED: '依据无权设定',
      UNDETERMINED: '依据效力层级不明',
      NOT_APPLICABLE: '法律未对此类权力的设定作限制',
    } satisfies Record<LegalityTests['statute'], string>),
  });
  const Tests = builder.objectRef<LegalityTests>('LegalityTests').implement({
    description: 'Two tests side by side; neither decides for the other, and people decide.',
    fields: (t) => ({
      plan: t.expose('plan', { type: Plan, description: 'The plan’s own test.' }),
      statute: t.expose('statute', { type: Statute, description: 'The statutory test.' }),
    }),
  });
  const Finding = builder.objectRef<ItemFinding>('LegalityFinding').implement({
    description: 'A doubt about the legality of an item (合法性问题) and what is proposed; people decide.',
    fields: (t) => ({
      kind: t.expose('kind', { type: Kind, description: 'What was found.' }),
      clause: t.exposeString('clause', { description: 'Clause of the plan or of the law that was checked, e.g. `P14`, `许可法 14–17`.' }),
      explanation: t.exposeString('explanation', { description: 'Chinese, for people.' }),
      proposal: t.expose('proposal', { type: Proposal, description: 'What is proposed.' }),
      bases: t.field({
        type: [legalBasis],
        description: 'The bases concerned; none when the item has none.',
        resolve: async ({ versionId, ordinals }, _args, { loaders }) =>
          ((await loaders.citations.load(versionId)) ?? []).filter(({ ordinal }) => ordinals.includes(ordinal)),
      }),
      item: t.field({
        type: items.PowerItem,
        description: 'The item, as on the day of the check.',
        resolve: async ({ versionId, on }, _args, { loaders }) => (await loaders.versions.load({ versionId, on }))!,
      }),
    }),
  });
  builder.objectFields(items.PowerItem, (t) => ({
    legalityFindings: t.field({
      type: [Finding],
      nullable: true,
      description: 'What the legality checks find, as on the day the item is asked for (P10, P14). For those who may read review cycles; null for others.',
      resolve: async (item, _args, context) => {
        const found = await ownCase(item, context);
        const { code, versionId, on } = item;
        return found && legalityFindings(found).map((finding) => ({ ...finding, code, versionId, on }));
      },
    }),
    legalityTests: t.field({
      type: Tests,
      nullable: true,
      description: 'The plan’s test and the statutory test side by side. For those who may read review cycles; null for others.',
      resolve: async (item, _args, context) => {
        const found = await ownCase(item, context);
        return found && legalityTests(found);
      },
    }),
  }));
  return { LegalityKind: Kind, LegalityFinding: Finding };
}
export type LegalityTypes = ReturnType<typeof addLegality>;
