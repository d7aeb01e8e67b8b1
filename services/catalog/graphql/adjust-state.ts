import type { HubBuilder } from '../../shared/graphql/schema-builder';
import type { AdjustCommand, AdjustInput, NamedInput } from '../commands/adjust/adjust';
import { cancelItem } from '../commands/adjust/cancel-item';
import { resumeItem } from '../commands/adjust/resume-item';
import { suspendItem } from '../commands/adjust/suspend-item';
import { tightenItem } from '../commands/adjust/tighten-item';
import type { CatalogContext } from '../context';
import { decideAdjustment, type AdjustmentResults } from './adjust-decide';
import { toGrounds, toNamed, type AdjustInputs } from './adjust-inputs';

const REGION = { required: true, description: 'Region whose list it is.' } as const;
const DECISION = 'Grounds, document, legality opinion, approver and day.';

/** Adds the verbs that change the state of one item: cancel, tighten, suspend, resume. */
export function addStateAdjustments(builder: HubBuilder<CatalogContext>, inputs: AdjustInputs, resultOf: AdjustmentResults): void {
  /** A verb that needs no more than the item and the decision. */
  function single(name: string, type: string, command: AdjustCommand<AdjustInput & { item: NamedInput }>, what: string): void {
    const Input = builder.inputType(`${type}Input`, {
      description: what,
      fields: (t) => ({
        regionCode: t.id(REGION),
        item: t.field({ type: inputs.Item, required: true, description: 'The item.' }),
        decision: t.field({ type: inputs.Decision, required: true, description: DECISION }),
      }),
    });
    builder.mutationField(name, (t) =>
      t.field({
        type: resultOf(`${type}Result`),
        description: what,
        args: { input: t.arg({ type: Input, required: true }) },
        resolve: (_root, { input: { regionCode, item, decision } }, context) =>
          decideAdjustment(context, command, { regionCode, decision: toGrounds(decision), item: toNamed(item) }),
      }),
    );
  }
  single('cancelItem', 'CancelItem', cancelItem, 'Cancels an item that has no basis (P14 取消): it leaves the list. Role: the government.');
  single('suspendItem', 'SuspendItem', suspendItem, 'Suspends an item (暂停): on the list, not to be exercised. Role: the reform office.');
  single('resumeItem', 'ResumeItem', resumeItem, 'Lifts a suspension, or else strict control (恢复): one restriction at a time. Role: the reform office.');

  const TightenInput = builder.inputType('TightenItemInput', {
    description: 'An item to be put under strict control (严管).',
    fields: (t) => ({
      regionCode: t.id(REGION),
      item: t.field({ type: inputs.Item, required: true, description: 'The item.' }),
      conditions: t.string({ required: true, description: 'Conditions (严管条件) it may be exercised under; they replace earlier ones.' }),
      decision: t.field({ type: inputs.Decision, required: true, description: DECISION }),
    }),
  });
  builder.mutationField('tightenItem', (t) =>
    t.field({
      type: resultOf('TightenItemResult'),
      description: 'Puts an item under strict control (P14 严管): exercised under conditions that are stated. Role: the reform office.',
      args: { input: t.arg({ type: TightenInput, required: true }) },
      resolve: (_root, { input: { regionCode, item, conditions, decision } }, context) =>
        decideAdjustment(context, tightenItem, { regionCode, decision: toGrounds(decision), item: toNamed(item), conditions }),
    }),
  );
}
