import { type AskGraph, type GraphAnswer, pageOperations } from './ask-graph';

/** The graph of a running hub, as the public sees it. */
export function remoteGraph(origin: string): AskGraph {
  const hashes = pageOperations();
  return async <Data>(operation: string, variables: Record<string, unknown>) => {
    const response = await fetch(new URL('/graphql', origin), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ documentId: `sha256:${hashes.get(operation)}`, variables }),
    }).catch((fault: unknown) => {
      throw new Error(`无法连接 ${origin}，请确认枢纽正在运行、地址无误`, { cause: fault });
    });
    const answer = (await response.json().catch(() => null)) as GraphAnswer<Data> | null;
    if (response.ok && answer !== null) return answer;
    throw new Error(`${origin} 应答 ${response.status}：${answer?.errors?.[0]?.message ?? '不是枢纽的应答'}`);
  };
}
