import { parseArgs } from 'node:util';
import { SETUP_NAMES, type SetupName } from './setups';

export const DEFAULT_SERVER = 'postgresql://postgres@127.0.0.1:5432/postgres';

const USAGE = `usage: npm run bench -- [--seconds N] [--rounds N] [--items N] [--quick] [--setups a,b] [--lists FOLDER] [--write-readme] [URL of a PostgreSQL server]
  --quick         one round of 1 s each: to see that all runs, about two minutes
  --setups        of ${SETUP_NAMES.join(', ')}
  --lists         published lists to import, ../shared/data/lists unless told; without them the import is left out
  --write-readme  writes the last results into the README, without a run
The server is the argument, DATABASE_URL, or ${DEFAULT_SERVER}; databases hub_bench* on it are made anew.`;

export class UsageError extends Error {
  constructor(message: string) {
    super(`${message}\n${USAGE}`);
  }
}

export interface BenchOptions {
  server: string;
  seconds: number;
  rounds: number;
  items: number;
  setups: readonly SetupName[];
  lists: string;
  writeReadme: boolean;
}

export function readOptions(argv: readonly string[], environment: NodeJS.ProcessEnv): BenchOptions {
  const { values, positionals } = parse(argv);
  const number = (name: 'seconds' | 'rounds' | 'items', fallback: number): number => {
    const given = Number(values[name] ?? fallback);
    if (!Number.isInteger(given) || given < 1) throw new UsageError(`--${name} ${values[name]}: a whole number from 1`);
    return given;
  };
  const setups = values.setups?.split(',') ?? SETUP_NAMES;
  const unknown = setups.find((name) => !(SETUP_NAMES as readonly string[]).includes(name));
  if (unknown !== undefined) throw new UsageError(`--setups: there is no setup ${unknown}`);
  return {
    server: positionals[0] ?? (environment.DATABASE_URL || DEFAULT_SERVER),
    seconds: number('seconds', values.quick ? 1 : 4),
    rounds: number('rounds', values.quick ? 1 : 3),
    items: number('items', 3_000),
    setups: setups as SetupName[],
    lists: values.lists ?? '../shared/data/lists',
    writeReadme: values['write-readme'] ?? false,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        seconds: { type: 'string' },
        rounds: { type: 'string' },
        items: { type: 'string' },
        setups: { type: 'string' },
        lists: { type: 'string' },
        quick: { type: 'boolean' },
        'write-readme': { type: 'boolean' },
      },
    });
  } catch (fault) {
    throw new UsageError((fault as Error).message);
  }
}
