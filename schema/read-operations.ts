import { type DocumentNode, Kind, parse } from 'graphql';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inProject } from '../services/shared/project-root';

/** An operation that a consumer runs, as it stands in `schema/operations/<consumer>/<Name>.graphql`. */
export interface ConsumerOperation {
  consumer: string;
  name: string;
  text: string;
  document: DocumentNode;
  /** Values to try it with on the sample data; null when none are kept. */
  variables: Record<string, unknown> | null;
}

/** In the order in which a newcomer meets them. */
const CONSUMERS = ['service-center-frontend', 'staffing-office', 'reporting', 'reviewers', 'supervision', 'public-pages'];

/** The operations that are the hub's contract with its three consumers: they stay as they are. */
const CONTRACT = new Set([
  'ItemGuide', 'SearchItems', 'MayExercise', 'AgencyDirectory', 'TrackCase',
  'AgencyMandate', 'MandateFindings', 'ApproveMandate',
  'ListSummary', 'LinkCoverage', 'Changes', 'CaseTimeliness',
]);
export const contractOperations = (): ConsumerOperation[] => readOperations().filter(({ name }) => CONTRACT.has(name));

export function readOperations(): ConsumerOperation[] {
  const folder = inProject('schema', 'operations');
  const examples = JSON.parse(readFileSync(path.join(folder, 'example-variables.json'), 'utf8')) as Record<string, Record<string, unknown>>;
  const order = Object.keys(examples);
  return CONSUMERS.flatMap((consumer) =>
    readdirSync(path.join(folder, consumer))
      .filter((file) => file.endsWith('.graphql'))
      .map((file) => toOperation(consumer, readFileSync(path.join(folder, consumer, file), 'utf8'), examples))
      .toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name)),
  );
}

function toOperation(consumer: string, text: string, examples: Record<string, Record<string, unknown>>): ConsumerOperation {
  const document = parse(text);
  const name = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)?.name?.value ?? '';
  return { consumer, name, text, document, variables: examples[name] ?? null };
}
