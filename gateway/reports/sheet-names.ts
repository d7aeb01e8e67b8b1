/** What spreadsheet programs allow a sheet's name to hold, in UTF-16 units. */
const LONGEST = 31;

/** Titles as sheet names: without forbidden characters, short enough, no two alike. */
export function sheetNames(titles: readonly string[]): string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    const plain = title.replaceAll(/[:\\/?*[\]]/g, '、').replaceAll(/^'+|'+$/g, '').trim() || '工作表';
    let name = plain.slice(0, LONGEST);
    for (let serial = 2; taken.has(name.toLowerCase()); serial += 1) {
      const mark = `（${serial}）`;
      name = plain.slice(0, LONGEST - mark.length) + mark;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}
