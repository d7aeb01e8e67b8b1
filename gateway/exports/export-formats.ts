import { csv } from './csv';
import type { ExportSource } from './export-source';
import { itemForm } from './item-form';
import { jsonLd } from './json-ld';
import { ndjson } from './ndjson';
import { xlsx } from './xlsx';

/** A format of an export: how its file is named and written. */
export interface ExportFormat {
  extension: string;
  contentType: string;
  /** What the file is, in its Chinese name. */
  title: string;
  /** Writes as fast as it is read, and holds a page at a time. */
  write: (source: ExportSource) => AsyncIterable<string | Uint8Array>;
}

export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The formats by the name they are asked for. */
export const EXPORT_FORMATS = {
  csv: { extension: 'csv', contentType: 'text/csv; charset=utf-8; header=present', title: '权力清单', write: (source) => csv(source.items()) },
  xlsx: { extension: 'xlsx', contentType: WORKBOOK_TYPE, title: '权力清单', write: xlsx },
  form: { extension: 'xlsx', contentType: WORKBOOK_TYPE, title: '权力清单事项表格', write: itemForm },
  ndjson: { extension: 'ndjson', contentType: 'application/x-ndjson; charset=utf-8', title: '权力清单', write: (source) => ndjson(source.items()) },
  jsonld: { extension: 'jsonld', contentType: 'application/ld+json', title: '权力清单', write: jsonLd },
} as const satisfies Record<string, ExportFormat>;
export type ExportFormatName = keyof typeof EXPORT_FORMATS;

/** An export's file names: for programs and old browsers, and for people. */
export function exportFileNames({ scope: { regionCode, asOf }, regionName }: Pick<ExportSource, 'scope' | 'regionName'>, format: ExportFormatName): { asciiName: string; name: string } {
  const { extension, title } = EXPORT_FORMATS[format];
  return { asciiName: `${format === 'form' ? 'form' : 'items'}-${regionCode}-${asOf}.${extension}`, name: `${regionName}${title}-${asOf}.${extension}` };
}
