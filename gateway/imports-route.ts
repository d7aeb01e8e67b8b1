import { z } from 'zod';
import { dayInChina } from '../services/shared/day';
import { answerImport } from './answer-import';
import type { AskSubgraph } from './ask-subgraph';
import { type DocumentKind, importDocument } from './documents';
import { isDay } from './imports';
import type { Route } from './request-handler';
import { takeFile } from './returns';

const day = z.string().refine(isDay, '应写作 YYYY-MM-DD，且确有这一天');

const region = z.string().regex(/^\w{6}$/, '应为六位行政区划代码，例如 140100');
const fileName = z.string().min(1, '应为文件名').max(200, '文件名过长');

const Question = z
  .object({
    region,
    scheme: z.string().regex(/^\w{1,40}$/, '应为类别体系代码，例如 NATIONAL_2015'),
    as: z.enum(['published', 'return'], '应为 published（已公布的清单）或 return（部门报送）').default('published'),
    cycle: z.string().regex(/^\w{6}-R\d{1,6}$/, '应为清单编制周期的编号，例如 140100-R1').optional(),
    file: fileName,
    publishedOn: day.optional(),
  })
  .refine(({ as, cycle }) => (as === 'return') === (cycle !== undefined), { path: ['cycle'], message: 'as=return 时须给出，且仅此时给出' });

/**
 * `POST /imports?region=&scheme=&as=published&file=[&publishedOn=]`, or `…&as=return&cycle=&file=` for a department's
 * return in a review cycle, with the file as body: 200 with what became of every
 * row, 422 with the refusal, 401/403 for callers who may not, 413 above 20 MB.
 */
export const importsRoute =
  (ask: AskSubgraph): Route =>
  (request, response, { actor }) =>
    answerImport({ request, response, actor }, Question, ({ region, scheme, file, cycle, publishedOn = dayInChina(new Date()) }, bytes) => {
      const list = { regionCode: region, scheme, fileName: file, bytes };
      return takeFile(ask, cycle === undefined ? { ...list, publishedOn } : { ...list, cycleId: cycle }, actor);
    });

const Document = z.object({
  region,
  file: fileName,
  effectiveOn: day.optional(),
  as: z.enum(['draft', 'record'], '应为 draft（草稿）或 record（照录）').default('draft'),
  agency: z.string().regex(/^\w{9}$/, '应为九位机构代码').optional(),
});

/**
 * `POST /imports/mandates?region=&file=[&effectiveOn=]`: each mandate (三定) of the file becomes a proposal.
 * `POST /imports/guides?region=&file=[&as=draft|record][&agency=][&effectiveOn=]`: each guide becomes a draft, or a recorded fact.
 */
export const documentsRoute =
  (ask: AskSubgraph, kind: DocumentKind): Route =>
  (request, response, { actor }) =>
    answerImport({ request, response, actor }, Document, ({ region: regionCode, file, as, agency, effectiveOn = dayInChina(new Date()) }, bytes) => {
      const document = { regionCode, fileName: file, bytes, effectiveOn };
      return importDocument(ask, kind === 'mandates' ? { kind, ...document } : { kind, ...document, as: as === 'draft' ? 'DRAFT' : 'RECORD', agencyCode: agency ?? null }, actor);
    });
