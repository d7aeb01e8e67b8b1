/**
 * A value that is whatever is wanted of it: any member of it and any answer it gives is it again; as a text it is an
 * id, as a list it is empty. For running a resolver only to see what it asks for.
 */
export const ANYTHING: never = anything() as never;

function anything(): unknown {
  const text = '140100013';
  const self: unknown = new Proxy(function callable() {}, {
    get(_target, key) {
      if (key === 'then') return undefined; // awaited, it is there already
      if (key === Symbol.iterator) return [][Symbol.iterator].bind([]);
      if (key === Symbol.asyncIterator) return undefined;
      if (key === Symbol.toPrimitive) return () => text;
      const member = (text as unknown as Record<PropertyKey, unknown>)[key];
      return typeof member === 'function' && key !== 'constructor' ? member.bind(text) : self;
    },
    apply: () => self,
    construct: () => self as object,
    has: () => true,
  });
  return self;
}
