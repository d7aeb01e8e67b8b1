import type { Actor } from '../../../../../services/shared/actor';
import { systemActor } from '../../../../../services/shared/actor';
import type { Outcome } from '../../../../../services/shared/outcome';
import { runCommand } from '../../../../../services/shared/run-command';
import type { AdjustCommand, AdjustInput } from '../../../../../services/catalog/commands/adjust/adjust';
import { confirmHandover, type ConfirmHandoverInput } from '../../../../../services/catalog/commands/adjust/confirm-handover';
import { importList } from '../../../../../services/catalog/commands/import-list/import-list';
import type { CatalogStore } from '../../../../../services/catalog/context';
import type { Grounds } from '../../../../../services/catalog/rules/adjustments/grounds';
import type { ItemRow } from '../../../../../services/catalog/queries/item-columns';
import { itemsOnDay } from '../../../../../services/catalog/queries/items-on-day';
import type { PlacedPower } from '../../../../../services/catalog/rules/identify-items';
import type { ListedPower } from '../../../../../services/catalog/rules/listed-power';
import { CATALOG_PERMISSIONS } from '../../../../../services/catalog/rules/permissions';
import { emptyCatalog } from '../../../../support/catalog-store';
import { listOf, power } from '../../../../support/powers';

export const CITY = '140100';
export const DISTRICT = '140105';
export const WATER = '140100013';
export const DISTRICT_WATER = '140105013';

const holder = (role: Actor['role'], regionCode = CITY): Actor => ({ id: role.toLowerCase(), role, regionCode, agencyCode: null });
export const GOVERNMENT = holder('GOVERNMENT');
export const REFORM = holder('REFORM_OFFICE');

/** A decision with everything it must carry, taking effect on a day. */
export const decision = (effectiveOn: string, more: Partial<Grounds> = {}): Grounds => ({
  grounds: '无法律法规依据',
  document: { title: '太原市人民政府关于调整行政职权的决定', number: '并政发〔2014〕30号', date: '2014-09-09' },
  legalityOpinion: '经市法制办审查，合法',
  approver: '太原市人民政府',
  effectiveOn,
  ...more,
});

/** The exception record of an addition (P6). */
export const exception = {
  superiorLaw: '《中华人民共和国水土保持法》第二十七条',
  approval: { title: '太原市人民政府关于同意新增职权的批复', number: '并政函〔2014〕8号', date: '2014-09-09' },
};

/** A new item as a decision states it. */
export const stated = (name: string, more: Partial<PlacedPower> = {}): PlacedPower => ({
  ...power(name),
  agencyCode: WATER,
  officeIds: [],
  ...more,
});

/** A catalog whose city has a list of the given items, published on 2014-09-08, and whose district has one too. */
export async function adjustedCatalog(...powers: ListedPower[]) {
  const { db, store, clock } = await emptyCatalog();
  const publish = (regionCode: string, agencyCode: string, listed: ListedPower[], publishedOn = '2014-09-08') => {
    const bodies = [{ name: '市水务局', agencyCode, offices: [] }];
    return runCommand(store, CATALOG_PERMISSIONS, importList, { regionCode, scheme: 'TAIYUAN_2014', publishedOn, list: listOf(...listed), bodies }, systemActor('test'));
  };
  await publish(CITY, WATER, powers);
  await publish(DISTRICT, DISTRICT_WATER, [power('区内事项', { publishedCode: 'Q1' })]);
  return { db, clock, publish, ...verbs(store) };
}

/** The verbs of a catalog as sentences. */
function verbs(store: CatalogStore) {
  /** Decides, as whoever decides the kind, in the city's list. */
  const decide = <Input extends AdjustInput>(
    command: AdjustCommand<Input>,
    effectiveOn: string,
    input: Omit<Input, keyof AdjustInput> & { decision?: Grounds; regionCode?: string },
    actor: Actor = 'REFORM_OFFICE' in CATALOG_PERMISSIONS[command.action] ? REFORM : GOVERNMENT,
  ): Promise<Outcome<{ adjustmentId: string }>> =>
    runCommand(store, CATALOG_PERMISSIONS, command, { regionCode: CITY, decision: decision(effectiveOn), ...input } as unknown as Input, actor);
  return {
    store,
    decide,
    handOver: (code: string, handedOverOn: string, more: Partial<ConfirmHandoverInput> = {}) =>
      runCommand(store, CATALOG_PERMISSIONS, confirmHandover, { regionCode: CITY, item: { code }, handedOverOn, ...more }, REFORM),
    on: async (day: string, code: string): Promise<ItemRow | null> => (await itemsOnDay(store.database, [{ code, on: day }]))[0]!,
  };
}
export type AdjustedCatalog = Awaited<ReturnType<typeof adjustedCatalog>>;
