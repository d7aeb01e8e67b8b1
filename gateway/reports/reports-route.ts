import { GraphQLError } from 'graphql';
import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import { sendError } from '../answer-http';
import type { AskSubgraph } from '../ask-subgraph';
import type { Route } from '../request-handler';
import { mandateReport } from './mandate-report';
import { REPORT_FORMATS, type ReportFile, toReportFile } from './report-file';

const Question = z.object({
  region: z.string('须给出六位行政区划代码，例如 140100').regex(/^\w{6}$/, '应为六位行政区划代码，例如 140100'),
  format: z.enum(REPORT_FORMATS, '应为 xlsx 或 json').default('xlsx'),
});

const STATUS: Readonly<Record<string, number>> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, BAD_USER_INPUT: 400 };

/**
 * `GET /reports/mandates?region=[&format=xlsx|json]`: the cross-check of a region's mandates as a file, as far as the
 * caller may see it; 401/403 for callers who may not, 404 for a region that is not there.
 */
export const mandatesReportRoute =
  (ask: AskSubgraph): Route =>
  async (request, response, { actor }) => {
    if (actor.role === 'PUBLIC') return sendError(response, { status: 401, code: 'UNAUTHENTICATED', message: '请先登录' });
    const { searchParams } = new URL(request.url ?? '/', 'http://hub');
    const question = Question.safeParse(Object.fromEntries(searchParams));
    if (!question.success) {
      const [issue] = question.error.issues;
      return sendError(response, { status: 400, code: 'BAD_USER_INPUT', message: `参数 ${issue!.path.join('.')}：${issue!.message}` });
    }
    const { region, format } = question.data;
    try {
      const report = await mandateReport(ask, region, actor);
      if (report === null) return sendError(response, { status: 404, code: 'NOT_FOUND', message: `区划不存在：${region}` });
      sendFile(response, toReportFile(report, format));
    } catch (fault) {
      const code = fault instanceof GraphQLError ? String(fault.extensions.code) : '';
      const status = STATUS[code];
      if (status === undefined) throw fault;
      sendError(response, { status, code, message: (fault as GraphQLError).message });
    }
  };

function sendFile(response: ServerResponse, { bytes, contentType, asciiName, name }: ReportFile): void {
  response.writeHead(200, {
    'content-type': contentType,
    'content-length': bytes.length,
    'content-disposition': `attachment; filename="${asciiName}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(bytes);
}
