// The floor: what the least server would cost that reads a JSON body and answers with the same bytes. Bare node:http
// and undici; nothing is checked, counted, logged or kept.
//   floor.ts ask GATEWAY FILE   puts the prepared question in FILE to the gateway and passes its answer on
//   floor.ts kept FILE          answers with what is in FILE
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { Pool } from 'undici';

const [kind, ...rest] = process.argv.slice(2);
const answer = kind === 'ask' ? askingAnswer(rest) : keptAnswer(rest);

const server = createServer((request, response) => void serve(request, response));

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  JSON.parse(await text(request));
  response.setHeader('content-type', 'application/json').end(await answer());
}

function askingAnswer([gatewayUrl = '', askFile = '']: readonly string[]): () => Promise<string> {
  const ask = readFileSync(askFile, 'utf8');
  const pool = new Pool(gatewayUrl);
  return async () => {
    const asked = await pool.request({
      method: 'POST',
      path: '/v1/chat/completions',
      headers: { 'content-type': 'application/json' },
      body: ask,
    });
    const completion = JSON.parse(await asked.body.text()) as { choices: { message: { content: string } }[] };
    return JSON.stringify({ data: JSON.parse(completion.choices[0]?.message.content ?? '') });
  };
}

function keptAnswer([file = '']: readonly string[]): () => Promise<Buffer> {
  const kept = readFileSync(file);
  return async () => kept;
}

server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as { port: number };
  console.log(JSON.stringify({ msg: 'listening', url: `http://127.0.0.1:${port}` }));
});
process.stdin.on('end', () => process.exit(0)).resume();
process.on('SIGTERM', () => process.exit(0));
