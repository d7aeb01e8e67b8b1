import { toChart, type ChartNames } from './chart';
import type { GuideDocument } from '../guide-document';
import { toMermaid } from './mermaid';
import { toSvg } from './svg';

/** How a flowchart can be had, and what that is. */
export const FLOWCHART_FORMATS = {
  MERMAID: 'Mermaid 文本',
  SVG: 'SVG 图形',
} as const;
export type FlowchartFormat = keyof typeof FLOWCHART_FORMATS;

/** The flow of a guide (办理流程图), drawn. */
export const drawFlowchart = (document: GuideDocument, names: ChartNames, format: FlowchartFormat): string => {
  const chart = toChart(document, names);
  return format === 'SVG' ? toSvg(chart) : toMermaid(chart);
};
