import type * as SheetJs from '@e965/xlsx';
import type { CP$Module, CP$Utils } from '@e965/xlsx/dist/cpexcel.js';

let library: typeof SheetJs | null = null;

/** The workbook library, loaded at the first workbook: it takes longer than most, and a start never meets one. */
export const sheetJs = (): typeof SheetJs => (library ??= loadLibrary());

/** The library takes its codepages from a global of this name where there is one, and else loads the tables of them all. */
function loadLibrary(): typeof SheetJs {
  const place = globalThis as { cptable?: typeof codepages };
  place.cptable = codepages;
  try {
    return require('@e965/xlsx') as typeof SheetJs;
  } finally {
    delete place.cptable;
  }
}

/** What workbooks have been written in since 1997; it needs no table. */
const UTF_16 = 1200;

/** The tables take longer to load than the library itself: they wait for a workbook older than 1997. */
const codepages: { utils: Pick<CP$Utils, 'decode' | 'encode'> } = {
  utils: {
    decode: (codepage, data) => (codepage === UTF_16 && Buffer.isBuffer(data) ? data.toString('utf16le') : tables().decode(codepage, data)),
    encode: (codepage, data, format) => tables().encode(codepage, data, format),
  },
};

const tables = (): CP$Utils => (require('@e965/xlsx/dist/cpexcel.js') as CP$Module).utils;
