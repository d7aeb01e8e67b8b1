import type { TimeLimit } from '../guide-document';

const WORDS: Readonly<Record<TimeLimit['unit'], string>> = { WORKING_DAY: '个工作日', CALENDAR_DAY: '日', HOUR: '小时', MONTH: '个月' };

/** A limit as a reader says it: `8 个工作日`. */
export const limitWords = ({ value, unit }: TimeLimit): string => `${value} ${WORDS[unit]}`;
