import type { GuideDocument } from '../guide-document';
import { toStepGraph, walkFrom, waysOut } from '../step-graph/step-graph';
import { limitWords } from './limit-words';

/** A box of a flowchart. */
export interface ChartStep {
  order: number;
  name: string;
  /** What stands below the name: office, joint offices, limit; what the guide does not say is left out. */
  notes: string[];
}

/** An arrow of a flowchart: from a step or the beginning to a step or the end. */
export interface ChartArrow {
  from: number | 'START';
  to: number | 'END';
  when: string | null;
  /** It leads back to where the path came from. */
  back: boolean;
}

/** What a flowchart shows, however it is drawn. */
export interface Chart {
  /** What the flow is of, and that it is one. */
  title: readonly [subject: string, kind: string];
  /** Lines under the title. */
  subtitles: string[];
  steps: ChartStep[];
  arrows: ChartArrow[];
}

/** What a guide does not say by itself. */
export interface ChartNames {
  itemCode: string;
  itemName: string | null;
  version: number;
  effectiveOn: string;
  /** An office as its own agency calls it; with its agency where it is another's. */
  officeName(id: string, withAgency: boolean): string | null;
}

/** The flow of a guide (办理流程) as a chart. A faulty procedure is shown as it is: what leads nowhere is left out. */
export function toChart(document: GuideDocument, names: ChartNames): Chart {
  const graph = toStepGraph(document);
  const { back } = walkFrom(graph, graph.steps.map(({ order }) => order));
  const out = waysOut(graph);
  const onwards = [...out.values()].flat().filter(({ from, to }) => from !== to); // a step that leads to itself is a finding
  const between = onwards.map((way): ChartArrow => ({ ...way, back: back.includes(way) }));
  const ends = graph.steps.filter(({ order }) => out.get(order)!.length === 0);
  return {
    title: [names.itemName ?? `事项 ${names.itemCode}`, '办理流程图'],
    subtitles: [`事项编码 ${names.itemCode} · 第 ${names.version} 版 · ${names.effectiveOn} 起`, limitsOf(document)].filter((line) => line !== ''),
    steps: graph.steps.map(({ order, name, officeId, jointOfficeIds = [], limit }) => ({
      order,
      name,
      notes: [
        ...(officeId === null ? [] : [`承办：${names.officeName(officeId, false) ?? '未登记的机构'}`]),
        ...jointOfficeIds.map((id) => `联办：${names.officeName(id, true) ?? '未登记的机构'}`),
        ...(limit === null ? [] : [`时限：${limitWords(limit)}`]),
      ],
    })),
    arrows: [
      ...(graph.start === null ? [] : [{ from: 'START', to: graph.start, when: null, back: false } as const]),
      ...between,
      ...ends.map(({ order }) => ({ from: order, to: 'END', when: null, back: false }) as const),
    ],
  };
}

const limitsOf = ({ statutoryLimit, promisedLimit }: GuideDocument): string =>
  [
    ...(statutoryLimit === null ? [] : [`法定期限 ${limitWords(statutoryLimit)}`]),
    ...(promisedLimit === null ? [] : [`承诺期限 ${limitWords(promisedLimit)}`]),
  ].join(' · ');
