import { systemActor, type Actor, type Role } from '../../../services/shared/actor';
import { runCommand, type Command } from '../../../services/shared/run-command';
import { recordGuides } from '../../../services/service-center/commands/record-guides';
import { openCase, type OpenCaseInput } from '../../../services/service-center/commands/cases/open-case';
import { recordCaseEvent } from '../../../services/service-center/commands/cases/record-case-event';
import { recordCaseEvents, type EventAnswer } from '../../../services/service-center/commands/cases/record-case-events';
import type { ServiceCenterTx } from '../../../services/service-center/context';
import { SERVICE_CENTER_PERMISSIONS, type ServiceCenterAction } from '../../../services/service-center/rules/permissions';
import type { Outcome } from '../../../services/shared/outcome';
import { aGuide } from './a-guide';
import { aServiceCenter, agency, item, office, WATER, type AServiceCenter } from './a-service-center';
import { at } from './rules/clock/a-case';

export const AGENCY = '140100013';
export const someone = (role: Role, agencyCode: string | null = null, regionCode = '140100'): Actor => ({ id: `${role} ${agencyCode}`, role, regionCode, agencyCode });
export const CLERK = someone('AGENCY_EDITOR', AGENCY);
export const HALL = someone('SERVICE_CENTER');
export const BUREAU = someone('SUPERVISION');

/** An event as a counter reports it. */
export type Report = { eventId?: string; caseNumber: string; kind: string; at: string } & Record<string, unknown>;

/** A counter of the water bureau at a time one may move, the licence W1 on the list with a guide. */
export interface ACounter extends AServiceCenter {
  /** Goes to `09-22` or `09-22 16:30` of 2014. */
  goTo(when: string): void;
  run<Input, Value>(command: Command<ServiceCenterTx, ServiceCenterAction, Input, Value>, input: Input, actor?: Actor): Promise<Outcome<Value>>;
  open(changes?: Partial<OpenCaseInput>, actor?: Actor): Promise<Outcome<{ number: string; queryCode: string }>>;
  /** Records an event at the counter's time. */
  record(number: string, kind: string, said?: Record<string, unknown>, actor?: Actor): Promise<Outcome<{ number: string }>>;
  report(events: readonly Report[], actor?: Actor): Promise<EventAnswer[]>;
}

export const FORM = '取水许可申请书';
/** The guide of W1: twenty days by law, ten promised, one form, two steps, one fee with a basis. */
export const COUNTER_GUIDE = aGuide({
  statutoryLimit: { value: 20, unit: 'WORKING_DAY' },
  promisedLimit: { value: 10, unit: 'WORKING_DAY' },
  effectiveOn: '2014-09-01',
  fees: [{ name: '水资源费', standard: '每立方米一元', legalBasis: '《中华人民共和国水法》第四十八条', reducible: false }],
});

let serial = 0;

export async function aCounter(): Promise<ACounter> {
  const clock = new Date(at('09-05'));
  const center = await aServiceCenter(clock);
  const run: ACounter['run'] = (command, input, actor = CLERK) => runCommand(center.store, SERVICE_CENTER_PERMISSIONS, command, input, actor);
  await center.subgraph.catchUp();
  await center.catalogSays(item('W1', { validFrom: '2014-09-01' }), item('S1', { validFrom: '2014-09-01', status: 'SUSPENDED' }), item('X1', { validFrom: '2014-09-01', agencyCode: '140100014' }));
  await center.organisationSays(...WATER, agency('140100014', { name: '太原市林业局' }), office('14010001401'));
  await center.subgraph.catchUp();
  await accepted(run(recordGuides, { guides: [COUNTER_GUIDE] }, systemActor('test')));
  return {
    ...center,
    goTo: (when) => void clock.setTime(Date.parse(at(when))),
    run,
    open: (changes = {}, actor) => run(openCase, { ...APPLICATION, ...changes }, actor),
    record: (number, kind, said = {}, actor) => run(recordCaseEvent, { number, event: { kind, ...said } }, actor),
    async report(events, actor = HALL) {
      serial += 1;
      const numbered = events.map((event, i) => ({ eventId: `${serial}-${i}`, agencyCode: AGENCY, ...event }));
      return accepted(run(recordCaseEvents, { regionCode: '140100', agencyCode: null, events: numbered }, actor));
    },
  };
}

export const APPLICATION: OpenCaseInput = {
  agencyCode: AGENCY,
  itemCode: 'W1',
  number: null,
  handling: 'ORDINARY',
  channel: 'WINDOW',
  applicantKind: 'ENTERPRISE',
  applicant: { name: '示例水业有限公司', idNumber: '91140100MA0GXXXX1X', contact: '0351-0000000' },
  receivedAt: null,
  officeId: '14010001301',
  officerId: null,
  materials: [FORM],
  note: '已收件',
};

export async function accepted<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  const settled = await outcome;
  if (!settled.ok) throw new Error(`${settled.refusal.code}: ${settled.refusal.message}`);
  return settled.value;
}
