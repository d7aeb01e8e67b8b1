import { writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { mostCounted } from '../../services/catalog/queries/search-items';
import { askAll, type Asked } from './load/ask';
import { OPERATIONS, prepare, variablesOf, type Known, type Operation, type PreparedRequest } from './load/requests';

/** What all setups are asked, and what the hub answered with nothing kept: all others must say the same. */
export interface Reference {
  requestsOf(operation: Operation, lane: 'POST' | 'GET'): PreparedRequest[];
  /** What differs from the reference in a sample of questions, for people; null when nothing does. */
  differenceOf(operation: Operation, answers: ReadonlyMap<number, Asked>): string | null;
}

/** Asks the hub everything once. The server that gives answers as they are reads them from `file`, by either lane's question. */
export async function makeReference(origin: string, known: Known, headersOf: (operation: Operation) => Record<string, string>, file: string): Promise<Reference> {
  const requests = new Map<string, PreparedRequest[]>();
  const answers = new Map<Operation, unknown[]>();
  const kept: [string, string][] = [];
  for (const operation of OPERATIONS) {
    const variables = variablesOf(operation, known);
    for (const lane of ['POST', 'GET'] as const) requests.set(`${operation} ${lane}`, prepare(operation, lane, variables, headersOf(operation)));
    const posts = requests.get(`${operation} POST`)!;
    const gets = requests.get(`${operation} GET`)!;
    const asked = await askAll(origin, posts);
    answers.set(operation, asked.map(({ text }, n) => dataOf(text, `${operation} ${JSON.stringify(variables[n])}`)));
    asked.forEach(({ text }, n) => kept.push([Buffer.from(posts[n]!.body!).toString('latin1'), text], [gets[n]!.path, text]));
  }
  writeFileSync(file, JSON.stringify(kept));
  return {
    requestsOf: (operation, lane) => requests.get(`${operation} ${lane}`)!,
    differenceOf(operation, given) {
      for (const [n, { text }] of given) {
        const [expected, found] = [answers.get(operation)![n], dataOf(text, operation)];
        if (!isDeepStrictEqual(found, expected)) return `${operation} ${n}: expected ${JSON.stringify(expected).slice(0, 500)}, got ${JSON.stringify(found).slice(0, 500)}`;
      }
      return null;
    },
  };
}

/** As far as the hub counts what a word finds in all regions; a peer counts all of it. */
const COUNTED = mostCounted({ text: 'x' });
const compared = (key: string, value: unknown): unknown => (key === 'asOf' ? undefined : key === 'totalCount' ? Math.min(value as number, COUNTED) : value);

/** The answer's data but for the instant it was made, and totals as far as the hub counts; an answer with errors is none. */
function dataOf(text: string, question: string): unknown {
  const { data, errors } = JSON.parse(text, compared) as { data?: unknown; errors?: unknown };
  if (errors !== undefined || data === undefined || data === null) throw new Error(`${question} was answered with ${text.slice(0, 500)}`);
  return data;
}
