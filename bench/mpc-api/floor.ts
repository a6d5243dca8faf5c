// The floor: what the least server would cost that reads a JSON body, puts one prepared question to the gateway and
// passes the text of its answer on. Bare node:http and undici; nothing is checked, counted, logged or kept.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { Pool } from 'undici';

const [gatewayUrl = '', askFile = ''] = process.argv.slice(2);
const ask = readFileSync(askFile, 'utf8');
const pool = new Pool(gatewayUrl);

const server = createServer((request, response) => void forward(request, response));

async function forward(request: IncomingMessage, response: ServerResponse): Promise<void> {
  JSON.parse(await text(request));
  const answer = await pool.request({
    method: 'POST',
    path: '/v1/chat/completions',
    headers: { 'content-type': 'application/json' },
    body: ask,
  });
  const completion = JSON.parse(await answer.body.text()) as { choices: { message: { content: string } }[] };
  const content = completion.choices[0]?.message.content;
  response.setHeader('content-type', 'application/json').end(JSON.stringify({ data: JSON.parse(content ?? '') }));
}

server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as { port: number };
  console.log(JSON.stringify({ msg: 'listening', url: `http://127.0.0.1:${port}` }));
});
process.stdin.on('end', () => process.exit(0)).resume();
process.on('SIGTERM', () => process.exit(0));
