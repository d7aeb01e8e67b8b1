import { readFileSync } from 'node:fs';
import { servePeer } from './serve-peer';

/** The least a Node server can do: take the request in, find its answer's bytes, send them. */
async function main(): Promise<void> {
  const kept = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as [question: string, answer: string][];
  const answers = new Map(kept.map(([question, answer]) => [question, Buffer.from(answer)]));
  await servePeer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const bytes = answers.get(request.method === 'GET' ? request.url! : Buffer.concat(chunks).toString('latin1'));
      if (bytes === undefined) {
        response.writeHead(404).end();
        return;
      }
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length });
      response.end(bytes);
    });
  });
}

void main();
