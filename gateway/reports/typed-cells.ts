import type { CellObject } from '@e965/xlsx';
import { neverFormula } from '../../services/shared/tabular/formula-like';
import { daySerial, fittingCell } from '../spreadsheet-values';

const CUT = '……（余下见 JSON 报告）';

/** Text, never a formula. */
export const textCell = (text: string | null): CellObject => (text === null || text === '' ? { t: 'z' } : { t: 's', v: fittingCell(neverFormula(text), CUT) });

export const numberCell = (value: number | null, format?: string): CellObject => (value === null ? { t: 'z' } : { t: 'n', v: value, ...(format ? { z: format } : {}) });

/** A day (`YYYY-MM-DD`) as spreadsheet programs count them, so that it filters and sorts as one. */
export const dayCell = (day: string | null): CellObject => (day === null ? { t: 'z' } : { t: 'n', v: daySerial(day), z: 'yyyy-mm-dd' });
