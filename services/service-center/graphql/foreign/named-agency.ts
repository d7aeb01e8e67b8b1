import type { LinkedItem } from '../../rules/link-coverage';
import type { KnownAgency } from '../../rules/link-status';

/** An agency that a list names, as it is shown: one that is not registered has no name of its own. */
export const namedAgency = ({ name, ...agency }: LinkedItem['agency']): KnownAgency => ({ ...agency, name: name ?? `未登记的机构 ${agency.code}` });
