import type { Operation } from './load/requests';
import type { SetupName } from './setups';

/** How one setup answered one operation: medians of the rounds. Times in milliseconds, CPU per request. */
export interface Row {
  setup: SetupName;
  operation: Operation;
  rps: number;
  p50: number;
  p99: number;
  /** Of the setup's processes. */
  cpuMs: number;
  /** Of the PostgreSQL server for it; null where it has none or it is elsewhere. */
  pgCpuMs: number | null;
  rssMb: number;
  /** Of all rounds: wrong status, time-out, errors inside a 200. */
  errors: number;
}

/** A figure that a target is set for. */
export interface Ratio {
  what: string;
  value: number;
  target: string;
  met: boolean;
}

/** What one run found; `test/bench/results.json`. */
export interface Results {
  commit: string;
  node: string;
  cores: number;
  cpu: string;
  postgres: string;
  at: string;
  rounds: number;
  seconds: number;
  connections: number;
  items: number;
  rows: Row[];
  ratios: Ratio[];
  figures: Figures;
}

/** What is measured beside the rows; null where it could not be. */
export interface Figures {
  /** SQL statements of one ItemGuide alone, and of one under load. */
  statementsAlone: number | null;
  statementsUnderLoad: number | null;
  importRowsPerSecond: number | null;
  importedRows: number | null;
  embeddedStartSeconds: number | null;
  crossCheckSeconds: number | null;
}
