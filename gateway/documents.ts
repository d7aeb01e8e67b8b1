import type { Actor } from '../services/shared/actor';
import type { Outcome } from '../services/shared/outcome';
import type { AskSubgraph } from './ask-subgraph';
import { isRefusal, type OrRefusal, REFUSAL, refused } from './imports';

/** A file of mandates (三定) or of guides (办事指南) on its way into a service. */
export type DocumentFile = { regionCode: string; fileName: string; bytes: Uint8Array; /** First day they hold where the file names none, `YYYY-MM-DD`. */ effectiveOn: string } & (
  | { kind: 'mandates' }
  | { kind: 'guides'; /** Drafts for the service center to check, or facts as they are. */ as: 'DRAFT' | 'RECORD'; agencyCode: string | null }
);
export type DocumentKind = DocumentFile['kind'];

/** A row that was not taken, or was taken in part. */
export interface RowRemark {
  sheet: string | null;
  row: number;
  reason: string;
}

/** What became of a file; `answer` is the service's own report, whole. */
export interface DocumentReport {
  file: string;
  /** One Chinese line for each document in it, and the rows that were not taken. */
  lines: string[];
  remarks: RowRemark[];
  /** Documents that were refused. */
  refusedCount: number;
  answer: object;
}

const IMPORT_MANDATES = `mutation ImportMandates($input: ImportMandatesInput!) { importMandates(input: $input) { __typename ${REFUSAL}
  ... on MandatesImported { fileName rowsRead rowsTaken notTaken { sheet row path code reason text wholeRow }
    mandates { agencyName mandateId unchanged truncated duties suggestedKinds unknownOffices refusal { code rule message details { path value } } } } } }`;

const IMPORT_GUIDES = `mutation ImportGuides($input: ImportGuidesInput!) { importGuides(input: $input) { __typename ${REFUSAL}
  ... on GuideImportReport { file guides sheets { name rowsRead imported unchanged rejected { row code reason } notes { row note } } } } }`;

interface ImportedMandates {
  fileName: string;
  notTaken: { sheet: string | null; row: number; reason: string; text: string }[];
  mandates: { agencyName: string; mandateId: string | null; unchanged: boolean; duties: number; suggestedKinds: number; unknownOffices: string[]; refusal: { code: string; message: string } | null }[];
}
interface ImportedGuides {
  file: string;
  guides: number;
  sheets: { name: string; rowsRead: number; imported: number; unchanged: number; rejected: { row: number; reason: string }[]; notes: { row: number; note: string }[] }[];
}

/** Brings a file in through the service that owns what it holds. Each document is taken whole or not at all. */
export async function importDocument(ask: AskSubgraph, file: DocumentFile, actor: Actor): Promise<Outcome<DocumentReport>> {
  const { regionCode, fileName, effectiveOn } = file;
  const input = { regionCode, fileName, effectiveOn, content: Buffer.from(file.bytes).toString('base64') };
  if (file.kind === 'mandates') {
    const { importMandates } = await ask<{ importMandates: OrRefusal<ImportedMandates> }>('organisation', IMPORT_MANDATES, { input }, actor);
    return isRefusal(importMandates) ? refused(importMandates) : { ok: true, value: ofMandates(importMandates) };
  }
  const { importGuides } = await ask<{ importGuides: OrRefusal<ImportedGuides> }>('service-center', IMPORT_GUIDES, { input: { ...input, as: file.as, agencyCode: file.agencyCode } }, actor);
  return isRefusal(importGuides) ? refused(importGuides) : { ok: true, value: ofGuides(importGuides) };
}

const ofMandates = (answer: ImportedMandates): DocumentReport => ({
  file: answer.fileName,
  lines: answer.mandates.map(({ agencyName, mandateId, unchanged, duties, suggestedKinds, unknownOffices, refusal }) =>
    refusal
      ? `✗ ${agencyName}：${refusal.message}（${refusal.code}）`
      : `${unchanged ? '＝' : '✓'} ${agencyName}：${unchanged ? '与已有三定相同' : '提出草案'} ${mandateId}，职责 ${duties} 项` +
        (suggestedKinds > 0 ? `，其中 ${suggestedKinds} 项的类型由文字推定，请核对` : '') +
        (unknownOffices.length > 0 ? `；未登记的处室：${unknownOffices.join('、')}` : ''),
  ),
  remarks: answer.notTaken.map(({ sheet, row, reason }) => ({ sheet, row, reason })),
  refusedCount: answer.mandates.filter(({ refusal }) => refusal).length,
  answer,
});

const ofGuides = (answer: ImportedGuides): DocumentReport => ({
  file: answer.file,
  lines: answer.sheets.map(({ name, rowsRead, imported, unchanged, rejected }) => `✓ ${name}：读取 ${rowsRead} 行，导入 ${imported}，未变 ${unchanged}，退回 ${rejected.length}`),
  remarks: answer.sheets.flatMap(({ name, rejected, notes }) => [...rejected.map(({ row, reason }) => ({ sheet: name, row, reason })), ...notes.map(({ row, note }) => ({ sheet: name, row, reason: note }))]),
  refusedCount: 0,
  answer,
});
