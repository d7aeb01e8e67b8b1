import { accept, type Outcome, type Refusal } from '../services/shared/outcome';

/** A running hub and the token to ask it with: how a command works on a hub whose data another process holds. */
export interface RemoteHub {
  origin: string;
  token: string | undefined;
}

/** One request of an address beside `/graphql`. */
export interface HubRequest {
  method: 'GET' | 'POST';
  path: string;
  query: Record<string, string>;
  body?: Uint8Array;
}

/** The hub answered, and not what was asked for. */
export class HubSaid extends Error {
  constructor(
    origin: string,
    readonly status: number,
    readonly said: string,
  ) {
    super(`${origin} 应答 ${status}：${said}`);
  }
}

/** Sends a request with the rights of the token; throws what the hub says when it is not asked for that. A refusal (422) is an answer. */
export async function requestHub({ origin, token }: RemoteHub, { method, path, query, body }: HubRequest): Promise<Response> {
  const response = await fetch(new URL(`${path}?${new URLSearchParams(query)}`, origin), {
    method,
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    ...(body ? { body: body as Uint8Array<ArrayBuffer> } : {}),
  }).catch((fault: unknown) => {
    throw new Error(`无法连接 ${origin}，请确认枢纽正在运行、地址无误`, { cause: fault });
  });
  if (response.ok || response.status === 422) return response;
  const { errors } = (await response.json()) as { errors?: { message: string }[] };
  throw new HubSaid(origin, response.status, errors?.[0]?.message ?? '');
}

/** Sends a request whose answer is a value or the refusal of a rule. */
export async function commandHub<Value>(hub: RemoteHub, request: HubRequest): Promise<Outcome<Value>> {
  const body = (await (await requestHub(hub, request)).json()) as Value & { refusal?: Refusal };
  return body.refusal ? { ok: false, refusal: body.refusal } : accept(body);
}
