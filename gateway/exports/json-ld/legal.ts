import type { ExportedCitation } from '../exported-item';
import { conceptIri } from './concepts';
import type { Iris } from './iris';
import { type Node, said } from './node';

/** A law, regulation or document (eli:LegalResource): one for all items that rest on it. */
export const legalResource = (iris: Iris, { instrumentId, title }: Pick<ExportedCitation, 'instrumentId' | 'title'>): Node => ({ '@id': iris.instrument(instrumentId), '@type': 'LegalResource', name: title });

/** The clause an item rests on (cpsv:Rule), as its list cites it. */
export const rule = (iris: Iris, itemCode: string, { instrumentId, text, quoted, level, documentNumber }: ExportedCitation, place: number): Node =>
  said({
    '@id': iris.part(itemCode, 'basis', place),
    '@type': 'Rule',
    identifier: `${itemCode}#basis-${place}`,
    name: text,
    description: quoted ?? text,
    implements: iris.instrument(instrumentId),
    level: level === null ? null : conceptIri('instrument-level', level),
    documentNumber,
  });
