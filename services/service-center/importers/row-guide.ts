import type { Field } from './column-labels';
import {
  isNone,
  line,
  readChannels,
  readCount,
  readFee,
  readHandlingKind,
  readLimit,
  readList,
  readMaterialKind,
  readMaterialSource,
  readMedium,
  readRequirement,
  readServiceObjects,
} from './guide-words';
import type { ReadGuide, ReadPlace, ReadStep } from './read-guide';

/** What a row says, by the meaning of its columns. */
export type Cells = Partial<Record<Field, string>>;

/** Gathers the guide of one item from its rows. */
export function createRowReader(place: ReadPlace, itemCode: string | null, itemName: string | null) {
  const rows: number[] = [];
  const notes: string[] = [];
  const materials: NonNullable<ReadGuide['document']['materials']> = [];
  const steps: ReadStep[] = [];
  const whole: Cells = {};

  const limit = (term: string, text: string | undefined) => {
    if (text === undefined || isNone(text)) return null;
    const read = readLimit(text);
    if (read === null) notes.push(`${term}“${line(text).slice(0, 60)}”读不出唯一的数值，未填`);
    return read;
  };

  function addMaterial(name: string, cells: Cells): void {
    materials.push({
      name,
      requirement: readRequirement(cells.requirement ?? ''),
      kind: readMaterialKind(cells.materialKind ?? '', name),
      originals: cells.originals === undefined ? null : readCount(cells.originals),
      copies: cells.copies === undefined ? null : readCount(cells.copies),
      medium: readMedium(cells.medium ?? ''),
      source: readMaterialSource(cells.source ?? ''),
      form: cells.form ?? null,
      sample: cells.sample ?? null,
      howToFill: cells.howToFill ?? null,
      acceptance: cells.acceptance ?? null,
      basis: cells.materialBasis ?? null,
    });
  }

  function addStep(name: string, cells: Cells): void {
    const order = (cells.stepOrder === undefined ? null : readCount(cells.stepOrder)) ?? Math.max(0, ...steps.map((step) => step.order)) + 1;
    const next = cells.next === undefined ? null : readNext(cells.next);
    if (next === null && cells.next !== undefined) notes.push(`第 ${order} 环节的后续环节“${line(cells.next).slice(0, 60)}”读不出，未填`);
    steps.push({
      order,
      name,
      limit: limit(`第 ${order} 环节时限`, cells.stepLimit),
      standard: cells.standard ?? null,
      result: cells.stepResult ?? null,
      ...(next === null ? {} : { next }),
      officeName: cells.stepOffice ?? null,
      officerName: cells.stepOfficer ?? null,
      jointOfficeNames: cells.jointOffice === undefined ? [] : cells.jointOffice.split(/[、;；\n]/).map(line).filter((one) => one !== ''),
    });
  }

  return {
    add(row: number, cells: Cells): void {
      rows.push(row);
      const [material, step] = [line(cells.materialName ?? ''), line(cells.stepName ?? '')];
      if (material !== '' && !isNone(material)) addMaterial(material, cells);
      if (step !== '' && !isNone(step)) addStep(step, cells);
      for (const [field, text] of Object.entries(cells) as [Field, string][]) {
        if (whole[field] === undefined) whole[field] = text;
        else if (OF_THE_WHOLE.has(field) && line(whole[field]) !== line(text)) notes.push(`第 ${row} 行的“${line(text).slice(0, 40)}”与上文不同，以先出现的为准`);
      }
    },
    done: (): ReadGuide => ({
      place,
      rows,
      itemCode,
      itemName,
      effectiveOn: whole.effectiveOn === undefined ? null : readDay(whole.effectiveOn),
      document: {
        conditions: whole.conditions === undefined ? [] : readList(whole.conditions),
        materials,
        statutoryLimit: limit('法定期限', whole.statutoryLimit),
        promisedLimit: limit('承诺期限', whole.promisedLimit),
        handlingKind: readHandlingKind(whole.handlingKind ?? ''),
        serviceObjects: readServiceObjects(whole.serviceObjects ?? ''),
        channels: readChannels(whole.channels ?? ''),
        visits: whole.visits === undefined ? null : readCount(whole.visits),
        fees: whole.fee === undefined ? [] : [readFee(whole.fee, whole.feeBasis ?? '')],
        results: whole.result === undefined || isNone(whole.result) ? [] : readList(whole.result).map((name) => ({ name })),
        venues: whole.venue === undefined && whole.address === undefined ? [] : [{ name: line(whole.venue ?? whole.address!), address: whole.address ?? null, hours: whole.hours ?? null }],
        enquiryPhone: whole.enquiryPhone ?? null,
        supervisionPhone: whole.supervisionPhone ?? null,
        quantityLimit: whole.quantityLimit ?? null,
      },
      steps,
      officeName: whole.office ?? null,
      officerName: whole.officer ?? null,
      notes,
    }),
  };
}

/** Said once for the whole guide: a second, different word is told. */
const OF_THE_WHOLE: ReadonlySet<Field> = new Set([
  'effectiveOn', 'conditions', 'statutoryLimit', 'promisedLimit', 'handlingKind', 'serviceObjects', 'channels', 'visits', 'fee', 'feeBasis', 'result',
  'venue', 'address', 'hours', 'office', 'officer', 'enquiryPhone', 'supervisionPhone', 'quantityLimit',
]);

/** `3（需要勘验）；4（其他）`, `5`, or `结束`: the steps a step leads to. Null where it cannot be read. */
function readNext(text: string): { to: number; when: string | null }[] | null {
  if (/^(?:结束|办结|无)$/.test(line(text))) return [];
  const ways = text.split(/[;；\n]/).map(line).filter((part) => part !== '').map((part) => /^第?(\d{1,3})(?:环节|步)?[(（:：]?\s*(.*?)[)）]?$/.exec(part));
  return ways.every((way) => way !== null) ? ways.map(([, to, when]) => ({ to: Number(to), when: when || null })) : null;
}

/** `2014-09-10`, `2014年9月10日`, `2014/9/10`; null for anything else. */
function readDay(text: string): string | null {
  const [, year, month, day] = /^(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})\D?$/.exec(line(text)) ?? [];
  if (year === undefined) return null;
  const read = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
  return new Date(`${read}T00:00:00Z`).toJSON()?.startsWith(read) ? read : null;
}
