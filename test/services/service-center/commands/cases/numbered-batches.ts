export const BATCH = 60;
/** Cases that batches share: later batches touch what earlier ones opened. */
const CASES = 45;

/** The events of a batch by its number, always the same. */
export const batchOf = (batch: number) =>
  Array.from({ length: BATCH }, (_, i) => {
    const serial = batch * BATCH + i;
    const kinds = ['RECEIVED', 'ACCEPTED', 'STEP_STARTED', 'STEP_COMPLETED', 'DECIDED'] as const;
    const kind = kinds[batch % kinds.length]!;
    return {
      eventId: `${batch}-${i}`,
      caseNumber: `K${serial % CASES}`,
      itemCode: 'W1',
      kind,
      at: new Date(Date.parse('2014-09-05T01:00:00Z') + serial * 1000).toISOString(),
      ...(kind === 'DECIDED' ? { outcome: 'GRANTED' } : {}),
      ...(kind.startsWith('STEP') ? { step: 1 } : {}),
    };
  });
