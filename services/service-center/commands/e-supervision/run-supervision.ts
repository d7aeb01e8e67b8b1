import type { Actor } from '../../../shared/actor';
import { accept, type Outcome } from '../../../shared/outcome';
import { runCommand, type Command } from '../../../shared/run-command';
import type { ServiceCenterStore, ServiceCenterTx } from '../../context';
import { askingWithin } from '../../queries/cases/ask';
import { openCaseFiles } from '../../queries/cases/case-files';
import { regionPrefix } from '../../queries/cases/list-cases';
import { SERVICE_CENTER_PERMISSIONS, type ServiceCenterAction } from '../../rules/permissions';
import { movedEntries } from '../cases/move-due-dates';
import { foldingGround, refold } from '../cases/record-facts';
import { writeCases } from '../cases/write-cases';
import { raiseSignals } from './raise-signals';

/** One page of the day's run. */
export interface SupervisionPage {
  regionCode: string;
  /** The case after which it begins; empty for the first page. */
  after: string;
}

export interface SupervisedPage {
  examined: number;
  raised: number;
  revoked: number;
  /** Where the next page begins; null when this was the last. */
  next: string | null;
}

/** So many cases a transaction: others' commands are not kept waiting for the whole run. */
export const SUPERVISION_PAGE = 2_000;

/**
 * Looks at a page of a region's open cases on the day of `now`: folds them anew, since clocks run without events and
 * silence accepts, and raises what has fallen due. Doing it again the same day changes nothing.
 */
export const superviseOpenCases: Command<ServiceCenterTx, ServiceCenterAction, SupervisionPage, SupervisedPage> = {
  action: 'run-supervision',
  target: ({ regionCode }) => ({ regionCode }),
  async handle({ regionCode, after }, { tx, now }) {
    const files = await openCaseFiles(askingWithin(tx), regionPrefix(regionCode), after, SUPERVISION_PAGE);
    if (files.length === 0) return accept({ value: { examined: 0, raised: 0, revoked: 0, next: null }, entries: [] });
    const ground = await foldingGround(tx, files.map(({ header }) => header));
    const cases = refold(files.map((file) => ({ header: file.header, file, added: [], applicant: null })), ground, 'REPORTED', now);
    await writeCases(tx, cases);
    const { raised, revoked, entries } = await raiseSignals(tx, cases, ground, now);
    const next = files.length < SUPERVISION_PAGE ? null : files.at(-1)!.header.number;
    const moved = movedEntries(cases.filter(({ folded }) => !folded.suspended), '时限推移');
    return accept({ value: { examined: files.length, raised, revoked, next }, entries: [...moved, ...entries] });
  },
};

/** What the day's run of a region came to. */
export type SupervisionRun = Omit<SupervisedPage, 'next'>;

/** The day's run of a region (当日监察), page after page, each a command of its own. Interrupted, it is run again. */
export async function runSupervision(store: ServiceCenterStore, regionCode: string, actor: Actor): Promise<Outcome<SupervisionRun>> {
  const run: SupervisionRun = { examined: 0, raised: 0, revoked: 0 };
  for (let after: string | null = ''; after !== null; ) {
    const page: Outcome<SupervisedPage> = await runCommand(store, SERVICE_CENTER_PERMISSIONS, superviseOpenCases, { regionCode, after }, actor);
    if (!page.ok) return page;
    run.examined += page.value.examined;
    run.raised += page.value.raised;
    run.revoked += page.value.revoked;
    after = page.value.next;
  }
  return accept(run);
}
