import { accept, refuse, type Outcome } from '../../../shared/outcome';

/** Bounds of a text, in characters as people count them. */
export interface TextBounds {
  least: number;
  most: number;
}

export const REMARK_BOUNDS: TextBounds = { least: 5, most: 2000 };
export const ANSWER_BOUNDS: TextBounds = { least: 5, most: 2000 };
export const REASON_BOUNDS: TextBounds = { least: 2, most: 500 };

/** Long enough to say something, short enough to be read. */
export function checkLength(text: string, { least, most }: TextBounds, path: string): Outcome<true> {
  const length = [...text].length;
  if (length >= least && length <= most) return accept(true);
  return refuse('TEXT_LENGTH', null, `内容应为 ${least}–${most} 字，收到 ${length} 字`, [{ path, value: String(length) }]);
}
