import { dayInChina } from '../../../shared/day';
import { accept, refuse, type Outcome } from '../../../shared/outcome';
import type { Command } from '../../../shared/run-command';
import type { CatalogTx } from '../../context';
import { keepsScheme } from '../../rules/list-scheme';
import { ON_THE_LIST } from '../../rules/on-the-list';
import type { CatalogAction } from '../../rules/permissions';
import { cycleId } from '../../rules/review-cycle/cycle-id';
import { openedCycle, type CycleState } from '../../rules/review-cycle/cycle-state';
import type { NamedBodies } from '../../rules/review-cycle/review-bodies';
import { checkWindows, type Window } from '../../rules/review-cycle/windows';
import { cycleEntry, storedState } from './cycle-record';
import { plannedCycle } from './planned-cycles';

/** A review cycle to open. What is null is the plan's, where it says something of the region. */
export interface OpenCycleInput {
  regionCode: string;
  title: string;
  scheme: string;
  /** Departments that must report, beside those that have items on the list. */
  agencyCodes: readonly string[];
  windows: Window[] | null;
  pilot: boolean | null;
  bodies: NamedBodies | null;
}

/** Opens a region's review cycle (六); a region has one open cycle at a time, counties and zones their own. */
export const openCycle: Command<CatalogTx, CatalogAction, OpenCycleInput, { cycleId: string }> = {
  action: 'open-cycle',
  target: ({ regionCode }) => ({ regionCode }),
  async handle(input, { tx, now }) {
    const { regionCode, title, scheme } = input;
    const list = await mayOpen(tx, input);
    if (!list.ok) return list;
    const state = await openingState(tx, input);
    if (!state.ok) return state;
    const pilot = input.pilot ?? plannedCycle(regionCode).pilot;
    const id = cycleId(regionCode, (await tx.reviewCycle.count({ where: { regionCode } })) + 1);
    const openedOn = dayInChina(now);
    await tx.reviewCycle.create({
      data: { id, regionCode, title, pilot, schemeCode: scheme, stage: state.value.stage, state: storedState(state.value), openedOn: new Date(openedOn) },
      select: { id: true },
    });
    const { windows, departments, bodies } = state.value;
    const after = { regionCode, title, pilot, scheme, openedOn, windows: windows.map((window) => ({ ...window })), agencyCodes: Object.keys(departments), bodies: { ...bodies } };
    return accept({ value: { cycleId: id }, entries: [cycleEntry('ReviewCycleOpened', id, after)] });
  },
};

async function mayOpen(tx: CatalogTx, { regionCode, scheme, title }: OpenCycleInput): Promise<Outcome<null>> {
  if (title.trim() === '') return refuse('TEXT_MISSING', null, '须写明本次清单编制的名称', [{ path: 'title', value: title }]);
  if (!(await tx.categoryScheme.findUnique({ where: { code: scheme }, select: { code: true } })))
    return refuse('UNKNOWN_SCHEME', 'P1', `没有名为 ${scheme} 的类别体系`, [{ path: 'scheme', value: scheme }]);
  const list = await tx.powerList.findUnique({ where: { regionCode } });
  const kept = keepsScheme(list?.schemeCode ?? null, scheme);
  if (!kept.ok) return kept;
  const open = await tx.reviewCycle.findFirst({ where: { regionCode, closedOn: null }, select: { id: true, stage: true } });
  if (open)
    return refuse('CYCLE_ALREADY_OPEN', '六', '该地区已有尚未结束的清单编制', [
      { path: 'cycleId', value: open.id },
      { path: 'stage', value: open.stage },
    ]);
  return accept(null);
}

async function openingState(tx: CatalogTx, { regionCode, agencyCodes, ...input }: OpenCycleInput): Promise<Outcome<CycleState>> {
  const plan = plannedCycle(regionCode);
  const windows = input.windows ?? plan.windows;
  if (windows.length === 0) return refuse('WINDOWS_MISSING', 'P12', '须规定各阶段的时限', [{ path: 'windows', value: null }]);
  const inOrder = checkWindows(windows);
  if (!inOrder.ok) return inOrder;
  const bodies = input.bodies ?? plan.bodies;
  if (!bodies.DEVELOPMENT_REFORM) return refuse('MEMBER_UNNAMED', 'P9', '须指明联合会审成员发改委是哪个机构', [{ path: 'bodies.developmentReform', value: null }]);
  const departments = [...new Set([...agencyCodes, ...(await holdersOfItems(tx, regionCode))])].toSorted();
  const elsewhere = departments.find((code) => !code.startsWith(regionCode));
  if (elsewhere !== undefined) return refuse('AGENCY_OF_OTHER_REGION', 'P4', '参加报送的机构不属于该地区', [{ path: 'agencyCodes', value: elsewhere }]);
  if (departments.length === 0) return refuse('NO_DEPARTMENTS', 'P11', '须指明参加报送的部门', [{ path: 'agencyCodes', value: null }]);
  return accept(openedCycle(windows, bodies, departments));
}

/** P11: whoever holds an item of the list reports, whether anybody named it or not. */
export async function holdersOfItems(tx: CatalogTx, regionCode: string): Promise<string[]> {
  const rows = await tx.$queryRawUnsafe<{ agencyCode: string }[]>(
    `SELECT DISTINCT agency_code AS "agencyCode" FROM catalog.item_version
     WHERE region_code = $1 AND valid_to = '9999-12-31' AND status = ANY($2::text[]) ORDER BY 1`,
    regionCode,
    ON_THE_LIST,
  );
  return rows.map(({ agencyCode }) => agencyCode);
}
