// A gateway that answers at once: prepared bytes, chosen by the name of the schema that is asked for. Its own process,
// so that its CPU time is nobody else's.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { openAiChunks, openAiCompletion } from '@showrunner/testkit';
import { answers } from './answers.ts';

/** A streamed answer comes in pieces over about two seconds, as a fast model's does; with a gap of 0 at once. */
const STREAM_PIECES = 40;
const STREAM_GAP_MS = Number(process.env.STREAM_GAP_MS ?? 50);

const usage = { promptTokens: 900, completionTokens: 700 };
const plain = new Map<string, Buffer>();
const streamed = new Map<string, string[]>();
for (const [name, answer] of Object.entries(answers)) {
  const text = JSON.stringify(answer);
  plain.set(name, Buffer.from(JSON.stringify(openAiCompletion({ text, usage }))));
  const frames = openAiChunks(text, { usage }).map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`);
  streamed.set(name, [...frames, 'data: [DONE]\n\n']);
}

const modelInfo = JSON.stringify({
  data: [
    {
      model_name: 'default',
      litellm_params: { model: 'openai/gpt-test' },
      model_info: { mode: 'chat', input_cost_per_token: 1e-6, output_cost_per_token: 2e-6 },
    },
  ],
});
const lastAsks = new Map<string, Buffer>();
let asks = 0;

const server = createServer((request, response) => void serve(request, response));

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://gateway');
  if (pathname === '/model/info') return void response.setHeader('content-type', 'application/json').end(modelInfo);
  if (pathname === '/asks') return void response.end(JSON.stringify({ asks }));
  if (pathname === '/last-ask') return void response.end(lastAsks.get(searchParams.get('name') ?? ''));
  if (request.method !== 'POST') return void response.end('{}');

  const body = await buffer(request);
  const text = body.toString('latin1');
  const name = /"json_schema":\{"name":"([^"]+)"/.exec(text)?.[1] ?? '';
  const prepared = plain.get(name);
  if (!prepared)
    return void response.writeHead(500).end(JSON.stringify({ error: { message: `no answer for ${name}` } }));
  lastAsks.set(name, body);
  asks += 1;
  response.setHeader('x-litellm-response-cost', '0.0023').setHeader('x-showrunner-model', 'openai/gpt-test');
  if (!text.includes('"stream":true')) return void response.setHeader('content-type', 'application/json').end(prepared);

  response.setHeader('content-type', 'text/event-stream');
  const frames = streamed.get(name) ?? [];
  const size = Math.ceil(frames.length / STREAM_PIECES);
  for (let start = 0; start < frames.length; start += size) {
    response.write(frames.slice(start, start + size).join(''));
    if (STREAM_GAP_MS > 0) await sleep(STREAM_GAP_MS);
  }
  response.end();
}

server.keepAliveTimeout = 72_000;
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as { port: number };
  console.log(JSON.stringify({ msg: 'listening', url: `http://127.0.0.1:${port}` }));
});
process.stdin.on('end', () => process.exit(0)).resume();
process.on('SIGTERM', () => process.exit(0));
