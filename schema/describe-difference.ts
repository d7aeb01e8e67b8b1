const MOST_LINES = 20;

/** A summary for people of how a printed schema changed: lines gone and lines come, the type they stand in before them. */
export function describeDifference(file: string, before: string, after: string): string {
  const [old, current] = [placed(before), placed(after)];
  const lines = [
    ...[...old].filter((line) => !current.has(line)).map((line) => `  - ${line}`),
    ...[...current].filter((line) => !old.has(line)).map((line) => `  + ${line}`),
  ];
  const rest = lines.length - MOST_LINES;
  return [`${file}: ${lines.length} lines differ`, ...lines.slice(0, MOST_LINES), ...(rest > 0 ? [`  … ${rest} more`] : [])].join('\n');
}

/** Each line of a definition with the definition's name, so that equal fields of two types are two lines. */
function placed(sdl: string): Set<string> {
  const lines = new Set<string>();
  let place = '';
  for (const line of sdl.split('\n')) {
    const [, name] = /^(?:extend )?(?:type|input|enum|union|interface|scalar|directive) (@?\w+)/.exec(line) ?? [];
    if (name) place = name;
    if (line.trim() !== '' && line.trim() !== '}' && line.trim() !== '"""') lines.add(line.startsWith(' ') ? `${place}: ${line.trim()}` : line);
  }
  return lines;
}
