import type { GuideDocument, GuideDocumentInput } from '../../../../../services/service-center/rules/guide-document';
import { aDocument } from '../../a-guide';

type StepInput = NonNullable<GuideDocumentInput['steps']>[number];

/** Working days. */
export const days = (value: number) => ({ value, unit: 'WORKING_DAY' as const });
export const hours = (value: number) => ({ value, unit: 'HOUR' as const });

/** A step that leads to these, each under a condition of its own where there are several; to the one after it when nothing is said. */
export const step = (order: number, to?: readonly number[], changes: Partial<StepInput> = {}): StepInput => ({
  order,
  name: `环节${order}`,
  ...(to === undefined ? {} : { next: to.map((next) => ({ to: next, when: to.length > 1 ? `情形${next}` : null })) }),
  ...changes,
});

/** A guide of these steps and nothing that limits them. */
export const aProcedure = (steps: readonly StepInput[], changes: Parameters<typeof aDocument>[0] = {}): GuideDocument =>
  aDocument({ steps: [...steps], statutoryLimit: null, promisedLimit: null, ...changes });
