import { z } from 'zod';
import { isNone, line, readCopies, readFee, readHandlingKind, readLimit, readMaterialKind, readRequirement } from './guide-words';
import type { ReadGuide, ReadSheet, RejectedRow } from './read-guide';

const text = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value == null ? '' : line(String(value))));
const listOf = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);

/** A guide of a published collection: everything may be absent but the item; what is not known here is passed over. */
const published = z.object({
  item_code: text,
  item_name: text,
  conditions: listOf(z.string()),
  materials: listOf(z.object({ name: text, form: text, copies: text, note: text })),
  steps: listOf(z.object({ no: text, name: text, desc: text, limit_raw: text, office: text })),
  statutory_limit_raw: text,
  promised_limit_raw: text,
  statutory_limit: z.object({ value: z.number(), unit: z.string() }).nullish(),
  promised_limit: z.object({ value: z.number(), unit: z.string() }).nullish(),
  handling_type: text,
  office: text,
  contact_person: text,
  contact_phone: text,
  supervision_phone: text,
  address: text,
  service_hours: text,
  fee_raw: text,
  fee_basis_raw: text,
  result_name: text,
  truncated: z.boolean().nullish(),
});
type Published = z.output<typeof published>;

/** The most guides one file may hold. */
const MOST = 10_000;

/** Reads a JSON file of guides: a list, or an object that holds one under `guides`. Each entry is a guide, as others publish them or as the hub states them, or rejected. */
export function readJsonGuides(fileName: string, content: string): ReadSheet | { code: string; message: string } {
  let data: unknown;
  try {
    data = JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch {
    return { code: 'NOT_JSON', message: `文件“${fileName}”：不是 JSON` };
  }
  const entries = Array.isArray(data) ? (data as unknown[]) : ((data as { guides?: unknown } | null)?.guides ?? null);
  if (!Array.isArray(entries)) return { code: 'NO_GUIDES', message: `文件“${fileName}”：应是指南的数组，或者含有 guides 数组的对象` };
  if (entries.length > MOST) return { code: 'TOO_MANY_ROWS', message: `文件“${fileName}”：超过 ${MOST} 份指南，请拆分后再导入` };
  const guides: ReadGuide[] = [];
  const rejected: RejectedRow[] = [];
  entries.forEach((entry: unknown, i) => {
    if (isOwn(entry)) return void guides.push(toWholeGuide(fileName, i + 1, entry));
    const read = published.safeParse(entry);
    if (!read.success) {
      const where = read.error.issues.map((issue) => issue.path.join('.') || '整条').join('、');
      rejected.push({ row: i + 1, code: 'NOT_A_GUIDE', reason: `第 ${i + 1} 条不是办事指南：${where} 不合格式` });
    } else if (read.data.item_code === '' && read.data.item_name === '') rejected.push({ row: i + 1, code: 'NO_ITEM', reason: `第 ${i + 1} 条没有事项编码和事项名称` });
    else guides.push(toReadGuide(fileName, i + 1, read.data));
  });
  return { name: fileName, guides, rejected };
}

/** In the hub's own words, as `publishGuide` and the sample guides have them. */
const isOwn = (entry: unknown): entry is { itemCode: string } =>
  typeof entry === 'object' && entry !== null && 'itemCode' in entry && typeof entry.itemCode === 'string' && entry.itemCode.trim() !== '';

const toWholeGuide = (sheet: string, row: number, whole: { itemCode: string }): ReadGuide => ({
  place: { sheet, row },
  rows: [row],
  itemCode: whole.itemCode.trim(),
  itemName: null,
  effectiveOn: null,
  document: {},
  steps: [],
  officeName: null,
  officerName: null,
  whole,
  notes: [],
});

function toReadGuide(sheet: string, row: number, said: Published): ReadGuide {
  const notes: string[] = said.truncated ? ['来源文本不完整'] : [];
  const limit = (term: string, raw: string, parsed: Published['promised_limit']) => {
    const written = raw !== '' || parsed == null ? raw : `${parsed.value}${parsed.unit}`;
    if (written === '' || isNone(written)) return null;
    const read = readLimit(written);
    if (read === null) notes.push(`${term}“${written.slice(0, 60)}”读不出唯一的数值，未填`);
    return read;
  };
  const place = said.address !== '' || said.office !== '' ? [{ name: said.office || said.address, address: said.address || null, hours: said.service_hours || null }] : [];
  return {
    place: { sheet, row },
    rows: [row],
    itemCode: said.item_code || null,
    itemName: said.item_name || null,
    effectiveOn: null,
    document: {
      conditions: said.conditions.map(line).filter((condition) => condition !== ''),
      materials: said.materials
        .filter(({ name }) => name !== '')
        .map(({ name, form, copies, note }) => ({
          name,
          requirement: readRequirement(note),
          kind: readMaterialKind('', name),
          ...readCopies(`${form} ${copies}`),
          acceptance: note || null,
        })),
      statutoryLimit: limit('法定期限', said.statutory_limit_raw, said.statutory_limit),
      promisedLimit: limit('承诺期限', said.promised_limit_raw, said.promised_limit),
      handlingKind: readHandlingKind(said.handling_type),
      fees: said.fee_raw === '' ? [] : [readFee(said.fee_raw, said.fee_basis_raw)],
      results: said.result_name === '' ? [] : [{ name: said.result_name }],
      venues: place,
      enquiryPhone: said.contact_phone || null,
      supervisionPhone: said.supervision_phone || null,
    },
    steps: said.steps
      .filter(({ name }) => name !== '')
      .map(({ name, desc, limit_raw: raw, office }, i) => ({
        order: i + 1,
        name,
        limit: limit(`第 ${i + 1} 环节时限`, raw, null),
        standard: desc || null,
        officeName: office || null,
        officerName: null,
        jointOfficeNames: [],
      })),
    officeName: said.office || null,
    officerName: said.contact_person || null,
    notes,
  };
}
