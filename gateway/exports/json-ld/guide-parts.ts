import type { ExportedGuide, ExportedMaterial } from '../exported-item';
import { conceptIri } from './concepts';
import type { Iris } from './iris';
import { type Node, said } from './node';

/** What a part of an item's guide is made of: the item it belongs to, and its place in the guide, from 1. */
type Part<Said> = (iris: Iris, itemCode: string, part: Said, place: number) => Node;

const lines = (parts: readonly (string | null)[]): string | null => parts.filter((part) => part).join('\n') || null;

/** An application material (申请材料). */
export const evidence: Part<ExportedMaterial> = (iris, itemCode, { name, kind, requirement, originals, copies, acceptance, basis }, place) =>
  said({
    '@id': iris.part(itemCode, 'material', place),
    '@type': 'Evidence',
    identifier: `${itemCode}#material-${place}`,
    name,
    description: lines([acceptance, basis]),
    type: conceptIri('material-kind', kind),
    requirement: conceptIri('material-requirement', requirement),
    originals,
    copies,
  });

/** A condition (受理条件). */
export const requirement: Part<string> = (iris, itemCode, condition, place) => ({
  '@id': iris.part(itemCode, 'condition', place),
  '@type': 'Requirement',
  identifier: `${itemCode}#condition-${place}`,
  name: condition,
});

/** A fee. Its standard is words more often than a sum, so that no amount is read out of it. */
export const cost: Part<ExportedGuide['fees'][number]> = (iris, itemCode, { name, standard, legalBasis }, place) => ({
  '@id': iris.part(itemCode, 'fee', place),
  '@type': 'Cost',
  identifier: `${itemCode}#fee-${place}`,
  description: lines([`${name}：${standard}`, legalBasis])!,
});

/** A result (办理结果). */
export const output: Part<ExportedGuide['results'][number]> = (iris, itemCode, { name, kind, validity }, place) =>
  said({
    '@id': iris.part(itemCode, 'result', place),
    '@type': 'Output',
    identifier: `${itemCode}#result-${place}`,
    name,
    description: validity,
    type: kind === null ? null : conceptIri('result-kind', kind),
  });

/** A way to apply (办理形式), named by its code. */
export const channel = (iris: Iris, itemCode: string, code: string): Node => ({
  '@id': iris.part(itemCode, 'channel', code),
  '@type': 'Channel',
  identifier: `${itemCode}#channel-${code}`,
  type: conceptIri('channel', code),
});
