import { accept, refuse, type Outcome } from '../../../shared/outcome';
import type { Command } from '../../../shared/run-command';
import type { CatalogTx } from '../../context';
import type { CatalogAction } from '../../rules/permissions';
import { decideAll } from '../../rules/review-cycle/decide';
import { recogniseDrafts, type Recognised, type ReportedPower } from '../../rules/review-cycle/recognise-drafts';
import { mayReport, reportingRound } from '../../rules/review-cycle/reporting';
import { POWER_CATEGORIES } from '../../rules/vocabulary';
import { cycleEntry, cycleTarget, loadCycle, saveCycle, type CycleRecord } from './cycle-record';
import { draftFingerprint, draftsOfAgencies, type StoredDraft } from './drafts';
import { writeDrafts, type DraftToWrite } from './write-drafts';

/** Powers that a department, or a file of several, reports in a cycle. */
export interface ReportItemsInput {
  cycleId: string;
  /** The department that reports; null for a file of several, which only the administrator brings in. */
  agencyCode: string | null;
  powers: readonly ReportedPower[];
  /** The list file they are, which says its region and category scheme; null when they come item by item. */
  file: { regionCode: string; scheme: string } | null;
}

/** What became of them. */
export interface ReportedItems {
  /** New or restated, as they were given. */
  reported: ReportedPower[];
  unchanged: number;
}

/**
 * Reports powers, with or without a basis (P11), as drafts of the department's return. Reporting the same again changes
 * nothing; all of it is taken or none.
 */
export const reportItems: Command<CatalogTx, CatalogAction, ReportItemsInput, ReportedItems> = {
  action: 'report-item',
  target: cycleTarget,
  async handle({ cycleId, agencyCode, powers, file }, { tx, now }) {
    const loaded = await loadCycle(tx, cycleId);
    if (!loaded.ok) return loaded;
    const cycle = loaded.value;
    if (file && (file.regionCode !== cycle.regionCode || file.scheme !== cycle.schemeCode))
      return refuse('FILE_OF_OTHER_LIST', 'P1', `该周期编制 ${cycle.regionCode} 的清单，类别体系 ${cycle.schemeCode}`, [
        { path: 'regionCode', value: file.regionCode },
        { path: 'scheme', value: file.scheme },
      ]);
    const sound = await checkPowers(tx, cycle, agencyCode, powers);
    if (!sound.ok) return sound;

    const agencies = [...new Set(powers.map((power) => power.agencyCode))];
    const joined = decideAll(cycle.state, agencies.map((code) => ({ kind: 'JOIN', agencyCode: code })), now.toISOString());
    if (!joined.ok) return joined;
    const rounds = new Map<string, number>();
    for (const code of agencies) {
      const round = reportingRound(joined.value.state, code);
      if (!round.ok) return round;
      rounds.set(code, round.value);
    }

    const drafts = await draftsOfAgencies(tx, cycleId, agencies);
    const recognised = recogniseDrafts(powers, drafts, file !== null);
    const changed = changedDrafts(recognised, new Map(drafts.map((draft) => [draft.id, draft])), joined.value.state);
    if (!changed.ok) return changed;
    const toWrite = changed.value.map((each): DraftToWrite => ({ ...each, round: rounds.get(each.power.agencyCode)! }));
    const value = { reported: toWrite.map(({ power }) => power), unchanged: powers.length - toWrite.length };
    if (toWrite.length === 0 && joined.value.events.length === 0) return accept({ value, entries: [] });

    if (joined.value.events.length > 0) await saveCycle(tx, cycle, joined.value.state);
    await writeDrafts(tx, cycleId, toWrite);
    const items = toWrite.map(({ power, naturalKey, round }) => ({ naturalKey, agencyCode: power.agencyCode, round, fingerprint: draftFingerprint(power) }));
    return accept({ value, entries: [cycleEntry('ItemsReported', cycleId, { agencyCodes: agencies, items })] });
  },
};

const MAX_NAME = 1000;

/** P1, P2: categories of the scheme, a name of sensible length, a body of the cycle's region. */
async function checkPowers(tx: CatalogTx, { regionCode, schemeCode }: CycleRecord, agencyCode: string | null, powers: readonly ReportedPower[]): Promise<Outcome<null>> {
  const categories = new Set((await tx.schemeCategory.findMany({ where: { schemeCode }, select: { category: true } })).map(({ category }) => category));
  for (const [index, power] of powers.entries()) {
    const no = (code: string, rule: string, message: string, field: string, value: string): Outcome<never> =>
      refuse(code, rule, message, [{ path: `items.${index}.${field}`, value }, ...placeOf(power)]);
    if (power.name.trim() === '' || power.name.length > MAX_NAME) return no('INVALID_NAME', 'P2', `事项名称不能为空，且不超过 ${MAX_NAME} 字`, 'name', power.name.slice(0, 50));
    if (!categories.has(power.category)) return no('CATEGORY_NOT_IN_SCHEME', 'P1', `类别体系 ${schemeCode} 没有“${POWER_CATEGORIES[power.category]}”`, 'category', power.category);
    if (agencyCode !== null && power.agencyCode !== agencyCode) return no('OTHER_AGENCY', 'P4', '只能报送本部门的事项', 'agencyCode', power.agencyCode);
    if (!power.agencyCode.startsWith(regionCode)) return no('AGENCY_OF_OTHER_REGION', 'P4', '报送机构不属于该地区', 'agencyCode', power.agencyCode);
  }
  return accept(null);
}

const placeOf = ({ sheet, row }: ReportedPower) => (sheet === '' ? [] : [{ path: 'row', value: `${sheet} ${row}` }]);

/** What is new or says something else than before, provided it may still be reported. */
function changedDrafts(recognised: readonly Recognised[], stored: ReadonlyMap<string, StoredDraft>, state: CycleRecord['state']): Outcome<Recognised[]> {
  const changed: Recognised[] = [];
  for (const [index, each] of recognised.entries()) {
    const { power, draft } = each;
    if (power.draftId && draft?.id !== power.draftId)
      return refuse('UNKNOWN_DRAFT', null, '本部门没有报送过该事项', [{ path: `items.${index}.draftId`, value: power.draftId }]);
    const before = draft && stored.get(draft.id)!;
    if (before && before.status !== 'WITHDRAWN' && before.fingerprint === draftFingerprint(power)) continue;
    const may = mayReport(state, before);
    if (!may.ok) return refuse(may.refusal.code, may.refusal.rule, may.refusal.message, [{ path: `items.${index}.name`, value: power.name }, ...placeOf(power)]);
    changed.push(each);
  }
  return accept(changed);
}
