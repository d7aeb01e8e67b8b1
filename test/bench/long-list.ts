import { serverDatabase } from '../../services/shared/database';

/** Items as long as those of real lists: about 2,000 characters, three citations with their words. */
export async function fillLongList(url: string, items: number): Promise<void> {
  const database = serverDatabase(url, 1);
  const run = (text: string) => database.pool.query(text);
  await run(`INSERT INTO organisation.region (code, name, kind, pilot, sample) VALUES ('140100', '太原市', 'PREFECTURE', false, true)`);
  await run(`INSERT INTO organisation.agency (code, region_code, name, kind) SELECT '140100' || lpad(n::text, 3, '0'), '140100', '太原市第' || n || '局', 'DEPARTMENT' FROM generate_series(1, 50) n`);
  await run(`INSERT INTO organisation.office (id, agency_code, name) SELECT a.code || lpad(n::text, 2, '0'), a.code, '第' || n || '科' FROM organisation.agency a, generate_series(1, 10) n`);
  await run(`INSERT INTO catalog.power_list (region_code, scheme_code) VALUES ('140100', 'NATIONAL_2015')`);
  await run(`INSERT INTO catalog.edition (id, region_code, number, published_on) VALUES ('140100-1', '140100', 1, '2025-01-01')`);
  await run(`INSERT INTO catalog.legal_instrument (key, title, document_number, level) SELECT '法' || n, '关于第' || n || '类事项的规定', '国务院令第' || n || '号', 'ADMINISTRATIVE_REGULATION' FROM generate_series(1, 500) n`);
  const categories = `(ARRAY['LICENSE','PENALTY','PENALTY','PENALTY','PENALTY','COERCION','LEVY','PAYMENT','INSPECTION','CONFIRMATION','REWARD','ADJUDICATION','OTHER'])`;
  await run(`INSERT INTO catalog.power_item (code, code_scheme, region_code, natural_key) SELECT '140100' || lpad((n % 50 + 1)::text, 3, '0') || lpad(n::text, 8, '0'), 'HUB', '140100', 'k' || n FROM generate_series(1, ${items}) n`);
  await run(`INSERT INTO catalog.item_version (code, valid_from, status, region_code, agency_code, category, name, levels, body_name, office_ids, office_names, duty, responsibilities, accountability, basis_text, fingerprint, search_text, grams, edition_id)
    SELECT i.code, '2025-01-01', 'LISTED', '140100', left(i.code, 9), ${categories}[right(i.code, 8)::int % 13 + 1], '对第' || right(i.code, 8)::int || '类行为的管理', ARRAY['MUNICIPAL','COUNTY'], '太原市第' || substr(i.code, 7, 3)::int || '局',
      ARRAY[left(i.code, 9) || '01', left(i.code, 9) || '02'], ARRAY['第1科','第2科'], ${text('职责', 120)}, ${text('责任', 500)}, ${text('追责', 400)}, ${text('依据', 700)}, 'f', i.code, '{}', '140100-1'
    FROM catalog.power_item i`);
  await run(`INSERT INTO catalog.citation (version_id, ordinal, instrument_id, level, document_number, article, quoted)
    SELECT v.id, o, (v.id * 3 + o) % 500 + 1, 'ADMINISTRATIVE_REGULATION', '国务院令第' || o || '号', '第七条', ${text('引文', 150).replaceAll('i.code', 'v.code')} FROM catalog.item_version v, generate_series(1, 3) o`);
  await run('VACUUM ANALYZE');
  await database.close();
}

/** SQL for a text of so many characters that differs from item to item and does not pack to nothing. */
const text = (about: string, length: number): string =>
  `left((SELECT string_agg('${about}' || md5(i.code || '${about}' || s), '，') FROM generate_series(1, ${Math.ceil(length / 35)}) s), ${length})`;
