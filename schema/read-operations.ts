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

/** The three whose operations are the hub's contract: their names do not change. */
export const CONTRACT_CONSUMERS: readonly string[] = CONSUMERS.slice(0, 3);

export function readOperations(consumers: readonly string[] = CONSUMERS): ConsumerOperation[] {
  const folder = inProject('schema', 'operations');
  const examples = JSON.parse(readFileSync(path.join(folder, 'example-variables.json'), 'utf8')) as Record<string, Record<string, unknown>>;
  const order = Object.keys(examples);
  return consumers.flatMap((consumer) =>
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
