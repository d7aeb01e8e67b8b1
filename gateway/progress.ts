/** Progress of a run of several files: a bar at the bottom of a terminal, plain lines anywhere else. */
export interface Progress {
  begin(name: string): void;
  say(line: string): void;
  end(): void;
}

const WIDTH = 24;
const CLEAR = '\r\x1B[K';

export function progressOf(stream: NodeJS.WriteStream, total: number): Progress {
  let begun = 0;
  let bar = '';
  const draw = (): void => void (stream.isTTY && stream.write(CLEAR + bar));
  return {
    begin(name) {
      const filled = Math.round((begun / total) * WIDTH);
      begun += 1;
      bar = `[${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}] ${begun}/${total} ${name}`;
      draw();
    },
    say(line) {
      stream.write(stream.isTTY ? `${CLEAR}${line}\n` : `${line}\n`);
      draw();
    },
    end: () => void (stream.isTTY && stream.write(CLEAR)),
  };
}
