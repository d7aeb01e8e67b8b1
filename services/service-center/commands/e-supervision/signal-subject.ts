/** What the journal calls a signal, in public: its number, which does not tell whose it is. */
export const signalSubject = (sequence: number): { kind: string; id: string } => ({ kind: 'Signal', id: `S${sequence}` });
