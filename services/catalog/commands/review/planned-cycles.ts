import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { inProject } from '../../../shared/project-root';
import type { JointReviewerBody, NamedBodies } from '../../rules/review-cycle/review-bodies';
import type { CycleStage } from '../../rules/review-cycle/stages';
import type { Window } from '../../rules/review-cycle/windows';

/** What the plan of 2014 lays down for a region's cycle: its windows, whether it is a pilot, who acts for whom. */
export interface PlannedCycle {
  windows: Window[];
  pilot: boolean;
  bodies: NamedBodies;
}

const NOT_PLANNED: PlannedCycle = { windows: [], pilot: false, bodies: {} };
let planned: ReadonlyMap<string, PlannedCycle> | undefined;

/** The plan's sample windows (Taiyuan, 2014), used when a cycle is opened without windows of its own. */
export function plannedCycle(regionCode: string): PlannedCycle {
  planned ??= readPlan();
  return planned.get(regionCode) ?? NOT_PLANNED;
}

function readPlan(): Map<string, PlannedCycle> {
  const plan = new Map<string, PlannedCycle>();
  const planOf = (region: string): PlannedCycle => {
    const cycle = plan.get(region) ?? { windows: [], pilot: false, bodies: {} };
    plan.set(region, cycle);
    return cycle;
  };
  for (const { region, pilot, stage, from, to } of rows<'region' | 'pilot' | 'stage' | 'from' | 'to'>('review-windows.csv')) {
    const cycle = planOf(region);
    cycle.pilot ||= pilot === 'true';
    cycle.windows.push({ stage: stage as CycleStage, from: from || null, to });
  }
  for (const { region, body, agency } of rows<'region' | 'body' | 'agency'>('review-bodies.csv')) planOf(region).bodies[body as JointReviewerBody] = agency;
  return plan;
}

const rows = <Column extends string>(file: string): Record<Column, string>[] =>
  parse<Record<Column, string>>(readFileSync(inProject('prisma', 'catalog', 'seed', file)), { columns: true, bom: true });
