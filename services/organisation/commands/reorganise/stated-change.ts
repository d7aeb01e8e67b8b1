import type { ChangeKind, ChangeSubject } from '../../rules/reorganisation/change-kinds';
import type { ChangeDocument, Reorganisation } from '../../rules/reorganisation/reorganisation';

/** A change as a caller states it: of agencies of a region or of offices of an agency. */
export interface StatedChange<Successor> {
  kind: ChangeKind;
  effectiveOn: string;
  document: ChangeDocument;
  /** Codes or ids before. */
  from: readonly string[];
  to: readonly Successor[];
}

/** A body after a change: one the register has, by code or id alone, or a new one, by name. */
export type Stated<Draft> = { [Field in keyof Draft]?: Draft[Field] | null };

/** The same as the rules judge it. Who is renamed keeps its code, so that it need not be said. */
export function toReorganisation<Successor extends { name?: string | null }>(
  subject: ChangeSubject,
  { kind, effectiveOn, document, from, to }: StatedChange<Successor>,
  idOf: (successor: Successor) => string | null | undefined,
): Reorganisation {
  const before = from.map((id) => id.trim());
  return {
    subject,
    kind,
    effectiveOn,
    document,
    from: before,
    to: to.map((successor) => ({
      id: idOf(successor)?.trim() || (kind === 'RENAME' ? (before[0] ?? null) : null),
      name: successor.name?.trim() ? successor.name : null,
    })),
  };
}
