import type { ExerciseLevel, PowerCategory } from '../rules/vocabulary';

/** What the rows above an item say about it: title, department row, category banner, sheet name. */
export interface Context {
  category: PowerCategory | null;
  levels: ExerciseLevel[];
  body: string | null;
}

/** One item as its row (and the rows that continue it) prints it, before words are given meaning. */
export interface Draft {
  row: number;
  hidden: boolean;
  context: Context;
  code: string | null;
  name: string | null;
  /** Sub-item cell, or the name cell of a row that its serial (`3-1`) puts below another. */
  subItem: string | null;
  category: string | null;
  basis: string[];
  body: string | null;
  office: string | null;
  level: string | null;
  ticked: ExerciseLevel[];
  authoritySplit: string | null;
  duty: string[];
  responsibilities: string[];
  accountability: string[];
  supervisionPhone: string | null;
  remark: string[];
  /** The same item as another level exercises it (rows merged under one name). */
  otherLevels: LevelLine[];
  /** A field the item cannot do without is a formula or an error value. */
  untrusted: boolean;
}

export interface LevelLine {
  row: number;
  level: string;
  body: string | null;
  office: string | null;
  authoritySplit: string | null;
}
