import type { GraphAnswer } from '../ask-graph';
import { failedService } from '../subgraph-failure';
import { html, type Html } from './html';

/** Services whose part of a page could not be had. */
export type MissingParts = ReadonlySet<string>;

/** What of a page each service tells, in words people understand. */
const PARTS: Readonly<Record<string, string>> = {
  catalog: '清单内容（事项、依据、公布版本）',
  organisation: '部门、机构和区划名称',
  'service-center': '办事指南及其状态',
};

/** Whom the errors of an answer tell of; an error of another kind is a fault of ours and is thrown. */
export function missingIn({ errors = [] }: GraphAnswer<unknown>): string[] {
  return errors.map((error) => {
    const service = failedService(error);
    if (service === null) throw new Error(`a page’s operation was refused: ${String(error.extensions?.code)} ${error.message}`);
    return service;
  });
}

/** Says that the page is not whole; nothing where it is. */
export function missingNotice(missing: MissingParts): Html | null {
  if (missing.size === 0) return null;
  return html`<div class="notice" role="alert"><p><strong>本页内容暂不完整。</strong>以下内容暂时无法读取，请稍后刷新：${[...missing].map((service) => PARTS[service] ?? service).join('；')}。</p></div>`;
}
