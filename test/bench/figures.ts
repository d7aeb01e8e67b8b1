import type { FakeProvider } from '../support/fake-provider';
import type { BenchOptions } from './options';
import type { Reference } from './reference';
import type { Figures } from './results';
import type { Bench } from './setups';

export interface FigureOptions extends BenchOptions {
  reference: Reference;
  provider: FakeProvider;
  say: (line: string) => void;
}

/** What is measured beside the rows. */
export async function measureFigures(_bench: Bench, _options: FigureOptions): Promise<Figures> {
  return { statementsAlone: null, statementsUnderLoad: null, importRowsPerSecond: null, importedRows: null, embeddedStartSeconds: null, crossCheckSeconds: null };
}
