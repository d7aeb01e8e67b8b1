import { accept, refuse } from '../../shared/outcome';
import type { Command, CommandContext } from '../../shared/run-command';
import type { JournalDraft } from '../../shared/journal';
import type { ServiceCenterTx } from '../context';
import { dayOf } from '../rules/cases/fold-case';
import type { ServiceCenterAction } from '../rules/permissions';
import { recordCaseEvents } from './cases/record-case-events';
import { superviseOpenCases } from './e-supervision/run-supervision';
import { recordGuides } from './record-guides';

/** A case of the sample: its events as a counter would have reported them, in order of time. */
export interface SampleCase {
  agencyCode: string;
  caseNumber: string;
  events: readonly { at: string; [key: string]: unknown }[];
}

export interface LoadSample {
  regionCode: string;
  guides: readonly unknown[];
  cases: readonly SampleCase[];
}

/**
 * A region's sample in one transaction: a start that is cut off leaves nothing half-loaded. The cases are told day by
 * day, as they would have come in: reported all at once, each event would be late and every clock long run out.
 * Answers how many entries the journal gets.
 */
export const loadSample: Command<ServiceCenterTx, ServiceCenterAction, LoadSample, number> = {
  action: 'record-guides',
  target: () => ({}),
  async handle({ regionCode, guides, cases }, context) {
    const recorded = await recordGuides.handle({ guides }, context);
    if (!recorded.ok) return recorded;
    const entries: JournalDraft[] = [...recorded.value.entries];
    for (const [day, events] of byDay(cases)) {
      const then: CommandContext<ServiceCenterTx> = { ...context, now: new Date(`${day}T20:00:00+08:00`) };
      const told = await recordCaseEvents.handle({ regionCode, agencyCode: null, events }, then);
      if (!told.ok) return told;
      const unread = told.value.value.find(({ status }) => status === 'REJECTED');
      if (unread) return refuse('MALFORMED', null, `${unread.caseNumber} ${unread.eventId}：${unread.reason?.message}`);
      const looked = await superviseOpenCases.handle({ regionCode, after: '' }, then);
      if (!looked.ok) return looked;
      entries.push(...told.value.entries, ...looked.value.entries);
    }
    return accept({ value: entries.length, entries });
  },
};

/** Events by the day they happened, the earliest first. */
function byDay(cases: readonly SampleCase[]): [string, object[]][] {
  const days = new Map<string, object[]>();
  for (const { events, ...of } of cases)
    for (const event of events) {
      const day = dayOf(event.at);
      days.set(day, [...(days.get(day) ?? []), { ...of, ...event }]);
    }
  return [...days].toSorted(([a], [b]) => (a < b ? -1 : 1));
}
