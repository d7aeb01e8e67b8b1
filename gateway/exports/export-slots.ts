/** How many exports may be written at one time. */
export interface ExportSlots {
  /** Takes a place for somebody, to be given back by the function it answers; null when none is free for them. */
  take(who: string): (() => void) | null;
}

/** So many places in all, of which one client has at most half: nobody keeps the others out by reading slowly. */
export function exportSlots(inAll: number): ExportSlots {
  const each = Math.ceil(inAll / 2);
  const taken: string[] = [];
  return {
    take(who) {
      if (taken.length >= inAll || taken.filter((holder) => holder === who).length >= each) return null;
      taken.push(who);
      let isHeld = true;
      return () => {
        if (isHeld) taken.splice(taken.indexOf(who), 1);
        isHeld = false;
      };
    },
  };
}
