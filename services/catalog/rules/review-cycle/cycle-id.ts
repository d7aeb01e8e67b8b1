/** A review cycle's id names its region, so that who may touch a cycle is known before it is looked up: `140100-R1`. */
export const cycleId = (regionCode: string, number: number): string => `${regionCode}-R${number}`;

/** The region of a cycle; null for what is no cycle's id. */
export const regionOfCycle = (id: string): string | null => /^(\w{6})-R\d{1,6}$/.exec(id)?.[1] ?? null;
