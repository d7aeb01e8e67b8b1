import { createHash } from 'node:crypto';
import type { Database } from '../../shared/database';
import { accept, refuse, type Outcome } from '../../shared/outcome';
import { keepsScheme } from '../rules/list-scheme';
import type { PowerCategory } from '../rules/vocabulary';
import { parseCitations } from './citations';
import type { ParsedList } from './parsed-list';
import { readListFile } from './read-list-file';

/** A list file as it arrives. */
export interface ListFile {
  regionCode: string;
  scheme: string;
  fileName: string;
  /** The file, base64. */
  content: string;
}

/** A body and the offices named beside it. */
export interface NamedBody {
  name: string;
  offices: string[];
  /** Where the hub's form states them: the agency's code, and the ids of its offices, in the order of `offices` where as many. */
  code: string | null;
  officeIds: string[];
}

/** The importer asks twice for the same file (what bodies? then: record it); the second time it is already read. */
const lastRead = new Map<string, ParsedList>();
const KEPT = 2;

/** Reads a list file under a category scheme; refused when the scheme is unknown or not the list's, or the file is none. */
export async function readForScheme(database: Database, { regionCode, scheme, fileName, content }: ListFile): Promise<Outcome<ParsedList>> {
  const categories = await categoriesOf(database, scheme);
  if (categories.length === 0)
    return refuse('UNKNOWN_SCHEME', 'P1', `没有名为 ${scheme} 的类别体系`, [{ path: 'scheme', value: scheme }]);
  const kept = keepsScheme(await schemeOf(database, regionCode), scheme);
  if (!kept.ok) return kept;
  const key = createHash('sha256').update(`${scheme}\n${fileName}\n`).update(content).digest('base64');
  const before = lastRead.get(key);
  if (before) return accept(before);
  const read = readListFile({ fileName, bytes: Buffer.from(content, 'base64'), categories }, parseCitations);
  if (!read.ok) return refuse(read.code, null, read.message, [{ path: 'file', value: fileName }]);
  lastRead.set(key, read.list);
  if (lastRead.size > KEPT) lastRead.delete(lastRead.keys().next().value!);
  return accept(read.list);
}

/** The scheme a region's list uses: asked before bodies are registered for a file that could not be taken. */
async function schemeOf(database: Database, regionCode: string): Promise<string | null> {
  const [list] = await database.rows<{ scheme: string }>(
    { name: 'scheme-of-list', text: 'SELECT scheme_code AS scheme FROM catalog.power_list WHERE region_code = $1' },
    [regionCode],
  );
  return list?.scheme ?? null;
}

async function categoriesOf(database: Database, scheme: string): Promise<PowerCategory[]> {
  const rows = await database.rows<{ category: PowerCategory }>(
    { name: 'categories-of-scheme', text: 'SELECT category FROM catalog.scheme_category WHERE scheme_code = $1 ORDER BY ordinal' },
    [scheme],
  );
  return rows.map((row) => row.category);
}

/** Every body a list names, once, with all the offices named beside it; bodies stated by code apart from those named alone. */
export function bodiesOf(list: ParsedList): NamedBody[] {
  const bodies = new Map<string, { name: string; code: string | null; offices: Set<string>; ids: Map<string, string> }>();
  for (const { body: name, offices, form } of list.sheets.flatMap((sheet) => sheet.powers)) {
    const code = form?.agencyCode ?? null;
    const key = `${code ?? ''} ${name}`;
    const body = bodies.get(key) ?? { name, code, offices: new Set(), ids: new Map() };
    bodies.set(key, body);
    if (code === null) offices.forEach((office) => body.offices.add(office));
    else form!.officeIds.forEach((id, index) => body.ids.set(id, form!.officeIds.length === offices.length ? offices[index]! : (body.ids.get(id) ?? '')));
  }
  return [...bodies.values()].map(({ name, code, offices, ids }) => ({ name, code, offices: code === null ? [...offices] : [...ids.values()], officeIds: [...ids.keys()] }));
}
