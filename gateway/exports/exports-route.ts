import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { dayInChina } from '../../services/shared/day';
import { fileHeaders, sendError, sendRejection } from '../answer-http';
import type { AskSubgraph } from '../ask-subgraph';
import { describedTerms } from '../described-terms';
import { isDay } from '../imports';
import { readQuestion } from '../read-question';
import type { Route } from '../request-handler';
import { afterFirst } from './after-first';
import { EXPORT_FORMATS, type ExportFormatName, exportFileNames } from './export-formats';
import { exportSlots } from './export-slots';
import { type ExportSource, exportSource } from './export-source';
import type { ExportScope } from './list-items';

export interface ExportsOptions {
  /** Exports written at one time. */
  atOnce: number;
  iriBase: string;
  /** How long a reader may take nothing. */
  stallMs?: number;
}

const STALL_MS = 60_000;
const BUSY_SECONDS = 10;

const words = (codes: Iterable<string>): string => [...codes].join('、');
const FORMATS = Object.keys(EXPORT_FORMATS) as [ExportFormatName, ...ExportFormatName[]];
const categories = (): ReadonlyMap<string, string> => describedTerms('catalog', 'PowerCategory');
/** Drafts are in nobody's export. */
const statuses = (): string[] => [...describedTerms('catalog', 'ItemStatus').keys()].filter((status) => status !== 'DRAFT' && status !== 'UNDER_REVIEW');

/** What an export is asked by, in the address and on the command line. */
export const ExportQuestion = z
  .object({
    region: z.string('须给出六位行政区划代码，例如 140100').regex(/^\w{6}$/, '应为六位行政区划代码，例如 140100'),
    format: z.enum(FORMATS, `应为 ${FORMATS.slice(0, -1).join('、')} 或 ${FORMATS.at(-1)}`).default('xlsx'),
    asOf: z.string().refine(isDay, '应写作 YYYY-MM-DD，且确有这一天').optional(),
    agency: z.string().regex(/^\w{9}$/, '应为九位机构代码').optional(),
    category: z.string().refine((code) => categories().has(code), { error: () => `应为权力类型代码：${words(categories().keys())}` }).optional(),
    status: z
      .string()
      .transform((codes) => codes.split(','))
      .refine((codes) => codes.every((code) => statuses().includes(code)), { error: () => `应为以逗号分隔的事项状态代码：${words(statuses())}` })
      .optional(),
    guides: z.enum(['true', 'false'], '应为 true 或 false').transform((value) => value === 'true').optional(),
  })
  .refine(({ format, guides }) => guides === undefined || format === 'ndjson', { path: ['guides'], message: '只用于 format=ndjson' });
export type ExportQuestion = z.infer<typeof ExportQuestion>;

/** The list that a question means, as of today unless it names a day. */
export const toScope = ({ region, asOf = dayInChina(new Date()), agency, category, status, format, guides = format === 'jsonld' }: ExportQuestion): ExportScope =>
  ({ regionCode: region, asOf, agencyCode: agency, category, statuses: status, withGuides: guides });

/**
 * `GET /exports/items?region=[&format=][&asOf=][&agency=][&category=][&status=]`: a region's list as a file, as far as the
 * caller may see it, sent while it is read. 400 for a parameter that is wrong, 404 for a region that is not there, 503
 * while as many exports as may be are under way. What fails in the middle breaks the answer off.
 */
export function exportsRoute(ask: AskSubgraph, { atOnce, iriBase, stallMs = STALL_MS }: ExportsOptions): Route {
  const slots = exportSlots(atOnce);
  return async (request, response, { actor, address }) => {
    const question = readQuestion(request, response, ExportQuestion);
    if (question === null) return;
    const giveBack = slots.take(actor.role === 'PUBLIC' ? address : actor.id);
    if (giveBack === null)
      return sendError(response, { status: 503, code: 'EXPORTS_BUSY', message: '同时进行的导出已达上限，请稍后再试' }, { 'retry-after': String(BUSY_SECONDS) });
    try {
      const source = await exportSource(ask, toScope(question), actor, iriBase);
      if (source === null) return sendError(response, { status: 404, code: 'NOT_FOUND', message: `区划不存在：${question.region}` });
      response.setTimeout(stallMs, () => response.destroy());
      await sendExport(response, source, question.format);
    } catch (fault) {
      if (response.headersSent) throw fault;
      sendRejection(response, fault);
    } finally {
      giveBack();
    }
  };
}

/** Nothing is said before the first bytes are there: until then a fault is still an answer of its own. */
async function sendExport(response: ServerResponse, source: ExportSource, format: ExportFormatName): Promise<void> {
  const { contentType, write } = EXPORT_FORMATS[format];
  const bytes = await afterFirst<string | Uint8Array>(write(source));
  if (response.destroyed) return void (await bytes?.return(undefined)); // its reader has not even waited for the first
  response.writeHead(200, fileHeaders({ contentType, ...exportFileNames(source, format) }));
  try {
    await pipeline(bytes ?? [], response);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw fault; // its reader has gone: the rest is not made
  }
}
