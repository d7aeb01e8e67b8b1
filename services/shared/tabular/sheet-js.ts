import type * as SheetJs from '@e965/xlsx';

/** The workbook library, loaded at the first workbook: it takes longer than most, and a start never meets one. */
export const sheetJs = (): typeof SheetJs => require('@e965/xlsx') as typeof SheetJs;
