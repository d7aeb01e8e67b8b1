import type { Json } from '../../../shared/journal';
import type { ExceptionRecord } from '../../rules/adjustments/exception';

/** What the record of an addition keeps of its exception (P6). */
export const exceptionDetails = ({ superiorLaw, approval }: ExceptionRecord): { [key: string]: Json } => ({
  superiorLaw,
  approval: approval && { ...approval },
});
