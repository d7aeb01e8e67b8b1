import type { Operation } from './load/requests';
import type { Figures, Ratio, Row } from './results';
import type { SetupName } from './setups';
import { rounded } from './statistics';

const PAGES = ['SearchItems', 'MandateFindings'] as const;

/** What the hub is to show, each as a ratio within one run. A row that is not there makes no ratio. */
export function ratiosOf(rows: readonly Row[], figures: Figures): Ratio[] {
  const find = (setup: SetupName, operation: Operation): Row | undefined => rows.find((row) => row.setup === setup && row.operation === operation);
  const allCpu = ({ cpuMs, pgCpuMs }: Row): number => cpuMs + (pgCpuMs ?? 0);
  const compare = (what: string, a: Row | undefined, b: Row | undefined, of: (row: Row) => number, sign: '≥' | '≤', target: number): Ratio[] =>
    a && b ? [judged(what, of(a) / of(b), sign, target)] : [];
  const rps = ({ rps }: Row): number => rps;
  return [
    ...compare('hub / monolith, ItemGuide, requests per second', find('hub', 'ItemGuide'), find('monolith', 'ItemGuide'), rps, '≥', 3),
    ...compare('hub / monolith, ItemGuide, CPU per request', find('hub', 'ItemGuide'), find('monolith', 'ItemGuide'), allCpu, '≤', 0.35),
    ...compare('hub / monolith-one-sql, ItemGuide, CPU per request', find('hub', 'ItemGuide'), find('monolith-one-sql', 'ItemGuide'), allCpu, '≤', 1.6),
    ...compare('hub / monolith, SearchItems (50), requests per second', find('hub', 'SearchItems'), find('monolith', 'SearchItems'), rps, '≥', 1.2),
    ...compare('hub-cached-post / raw-post, ItemGuide, requests per second', find('hub-cached-post', 'ItemGuide'), find('raw-post', 'ItemGuide'), rps, '≥', 0.4),
    ...compare('hub-cached-get / raw-get, ItemGuide, requests per second', find('hub-cached-get', 'ItemGuide'), find('raw-get', 'ItemGuide'), rps, '≥', 0.6),
    ...compare('hub-cached-304 / raw-get, ItemGuide, requests per second', find('hub-cached-304', 'ItemGuide'), find('raw-get', 'ItemGuide'), rps, '≥', 0.8),
    ...compare('hub-distributed / apollo-gateway, ItemGuide, requests per second', find('hub-distributed', 'ItemGuide'), find('apollo-gateway', 'ItemGuide'), rps, '≥', 1.5),
    ...PAGES.flatMap((page) => compare(`hub-distributed / apollo-gateway, ${page} (50), requests per second`, find('hub-distributed', page), find('apollo-gateway', page), rps, '≥', 1.5)),
    ...compare('hub / apollo-gateway, ItemGuide, requests per second', find('hub', 'ItemGuide'), find('apollo-gateway', 'ItemGuide'), rps, '≥', 5),
    ...compare('hub-embedded / hub, ItemGuide, requests per second', find('hub-embedded', 'ItemGuide'), find('hub', 'ItemGuide'), rps, '≥', 0.4),
    ...rows.filter(({ setup }) => setup === 'hub-embedded').map(({ operation, errors }) => judged(`hub-embedded, ${operation}, errors and time-outs`, errors, '≤', 0)),
    ...judgedFigure('SQL statements of one ItemGuide alone', figures.statementsAlone, '≤', 4),
    ...judgedFigure('SQL statements of one ItemGuide under load', figures.statementsUnderLoad, '<', 1),
    ...judgedFigure('import of the published lists, rows per second end to end', figures.importRowsPerSecond, '≥', 300),
    ...judgedFigure('start from an existing embedded database to the first answer, seconds', figures.embeddedStartSeconds, '≤', 3),
  ];
}

const judgedFigure = (what: string, value: number | null, sign: '≥' | '≤' | '<', target: number): Ratio[] => (value === null ? [] : [judged(what, value, sign, target)]);

export function judged(what: string, value: number, sign: '≥' | '≤' | '<', target: number): Ratio {
  const met = sign === '≥' ? value >= target : sign === '≤' ? value <= target : value < target;
  return { what, value: rounded(value), target: `${sign} ${target}`, met };
}
