import { type DocumentNode, Kind, visit } from 'graphql';
import type { Violation } from './violation';

const ENTRIES = new Set(['__schema', '__type']);

/** Whether a document asks for the schema itself. `__typename` is not introspection of it. */
export function introspection(document: DocumentNode): Violation | null {
  let asks = false;
  visit(document, {
    [Kind.FIELD]: ({ name }: { name: { value: string } }) => {
      asks ||= ENTRIES.has(name.value);
    },
  });
  return asks ? { code: 'INTROSPECTION_OFF', message: '本服务未开放内省查询，接口定义见 schema/api.graphql' } : null;
}
