import { GraphQLError } from 'graphql';

/** How a subgraph can let an answer down; clients tell them apart by `extensions.code`. */
export const SUBGRAPH_FAILURES = {
  SUBGRAPH_TIMEOUT: '未在时限内应答，其余内容照常返回，请稍后再试',
  SUBGRAPH_UNAVAILABLE: '暂时无法访问，其余内容照常返回，请稍后再试',
  SUBGRAPH_FAULT: '应答有误，其余内容照常返回，请稍后再试',
} as const;
export type SubgraphFailureCode = keyof typeof SUBGRAPH_FAILURES;

/** Clients know services by these names. */
const SERVICE_TITLES: Record<string, string> = { catalog: '权力目录服务', organisation: '机构编制服务', 'service-center': '政务服务中心' };

/** The one error a client sees for a subgraph that did not answer; says which, and nothing of where it runs. */
export const subgraphFailure = (service: string, code: SubgraphFailureCode, path?: readonly (string | number)[]): GraphQLError =>
  new GraphQLError(`${SERVICE_TITLES[service] ?? service}${SUBGRAPH_FAILURES[code]}`, {
    path: path ?? null,
    extensions: { code, service },
  });

/** The service whose failure an error tells of; null for any other error. */
export function failedService({ extensions }: { extensions?: Record<string, unknown> }): string | null {
  const { code, service } = extensions ?? {};
  return typeof code === 'string' && Object.hasOwn(SUBGRAPH_FAILURES, code) && typeof service === 'string' ? service : null;
}

/** A call that failed for a reason that has its own code; anything else thrown is a SUBGRAPH_FAULT. */
export class CallFailed extends Error {
  /** The connection failed or something between turned the call away: another try may get through. */
  readonly isTransient: boolean;

  constructor(
    readonly code: SubgraphFailureCode,
    message: string,
    { isTransient = false, ...options }: ErrorOptions & { isTransient?: boolean } = {},
  ) {
    super(message, options);
    this.name = 'CallFailed';
    this.isTransient = isTransient;
  }
}
