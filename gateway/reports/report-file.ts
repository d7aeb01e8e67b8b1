import { dayInChina } from '../../services/shared/day';
import type { MandateReport } from './mandate-report';
import { mandateWorkbook } from './mandate-workbook';

export const REPORT_FORMATS = ['xlsx', 'json'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export interface ReportFile {
  /** For programs and old browsers. */
  asciiName: string;
  /** For people. */
  name: string;
  contentType: string;
  bytes: Buffer;
}

const WRITERS: Readonly<Record<ReportFormat, { contentType: string; write: (report: MandateReport) => Buffer }>> = {
  xlsx: { contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: mandateWorkbook },
  json: { contentType: 'application/json; charset=utf-8', write: (report) => Buffer.from(`${JSON.stringify(report, null, 2)}\n`) },
};

/** A report as a file in one of the formats. */
export function toReportFile(report: MandateReport, format: ReportFormat): ReportFile {
  const { contentType, write } = WRITERS[format];
  const { regionCode, regionName } = report.scope;
  const day = dayInChina(new Date(report.asOf));
  return { asciiName: `mandates-${regionCode}-${day}.${format}`, name: `${regionName}三定与清单交叉核对报告-${day}.${format}`, contentType, bytes: write(report) };
}
