import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import { fileHeaders, sendError, sendRejection } from '../answer-http';
import type { AskSubgraph } from '../ask-subgraph';
import { readQuestion } from '../read-question';
import type { Route } from '../request-handler';
import { mandateReport } from './mandate-report';
import { REPORT_FORMATS, type ReportFile, toReportFile } from './report-file';

const Question = z.object({
  region: z.string('须给出六位行政区划代码，例如 140100').regex(/^\w{6}$/, '应为六位行政区划代码，例如 140100'),
  format: z.enum(REPORT_FORMATS, '应为 xlsx 或 json').default('xlsx'),
});

/**
 * `GET /reports/mandates?region=[&format=xlsx|json]`: the cross-check of a region's mandates as a file, as far as the
 * caller may see it; 401/403 for callers who may not, 404 for a region that is not there.
 */
export const mandatesReportRoute =
  (ask: AskSubgraph): Route =>
  async (request, response, { actor }) => {
    if (actor.role === 'PUBLIC') return sendError(response, { status: 401, code: 'UNAUTHENTICATED', message: '请先登录' });
    const question = readQuestion(request, response, Question);
    if (question === null) return;
    const { region, format } = question;
    try {
      const report = await mandateReport(ask, region, actor);
      if (report === null) return sendError(response, { status: 404, code: 'NOT_FOUND', message: `区划不存在：${region}` });
      sendFile(response, toReportFile(report, format));
    } catch (fault) {
      sendRejection(response, fault);
    }
  };

function sendFile(response: ServerResponse, { bytes, ...file }: ReportFile): void {
  response.writeHead(200, { ...fileHeaders(file), 'content-length': bytes.length });
  response.end(bytes);
}
