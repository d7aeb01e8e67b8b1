import { rememberedDocuments } from '../../gateway/operations/remembered-documents';
import { trustedDocuments } from '../../gateway/operations/trusted-documents';
import { readOperations } from '../../schema/read-operations';
import { trustedOperations } from '../../schema/trusted-operations';

describe('documents that clients had remembered', () => {
  it('are bounded by bytes, the longest unused forgotten first', () => {
    const kept = rememberedDocuments(3000);
    kept.remember('a', 'x'.repeat(600));
    kept.remember('b', 'x'.repeat(600));
    kept.remember('c', 'x'.repeat(600));
    expect(kept.find('a')).not.toBeNull(); // used: now b is the oldest
    kept.remember('d', 'x'.repeat(600));
    expect(['a', 'b', 'c', 'd'].filter((hash) => kept.find(hash) !== null)).toEqual(['a', 'c', 'd']);
    expect(kept.bytes).toBeLessThanOrEqual(3000);
  });

  it('stay within their bytes whatever is sent', () => {
    const kept = rememberedDocuments(10_000);
    for (let i = 0; i < 1000; i++) kept.remember(`hash-${i}`, '权'.repeat(i % 97));
    expect(kept.bytes).toBeLessThanOrEqual(10_000);
    expect(kept.find('hash-999')).not.toBeNull();
  });

  it('one that is too long alone is not kept, and drives nothing else out', () => {
    const kept = rememberedDocuments(1000);
    kept.remember('short', '{ a }');
    kept.remember('long', 'x'.repeat(1000));
    expect([kept.find('short'), kept.find('long')]).toEqual(['{ a }', null]);
  });

  it('the same again costs nothing more', () => {
    const kept = rememberedDocuments(1000);
    kept.remember('a', '{ a }');
    const { bytes } = kept;
    kept.remember('a', '{ a }');
    expect(kept.bytes).toBe(bytes);
  });
});

describe('documents that are registered', () => {
  const [first, second] = readOperations();

  it('are those of the registry, not all of the folder', () => {
    const registry = trustedOperations([first!]);
    const trusted = trustedDocuments(registry, [first!, second!]);
    expect(trusted.byText(first!.text)).toMatchObject({ name: first!.name, consumer: first!.consumer });
    expect(trusted.byText(second!.text)).toBeNull();
  });

  it('are not what has changed since it was registered', () => {
    const changed = { ...first!, document: second!.document, text: second!.text };
    expect(trustedDocuments(trustedOperations([first!]), [changed]).byText(changed.text)).toBeNull();
  });

  it('the committed registry is up to date', () => {
    const trusted = trustedDocuments();
    for (const { name, text } of readOperations()) expect([name, trusted.byText(text)?.name]).toEqual([name, name]);
  });
});
