// Stands for both servers: answers every path, plays recorded answers for /generate and one for /export, logs JSON lines, drains on SIGTERM
// and when its stdin closes.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ strict: false, options: { port: { type: 'string' }, config: { type: 'string' } } });

// Asked to check a configuration, it finds fault with one that calls itself broken.
if (values['check'] === true) {
  const isBroken = readFileSync(String(values['config']), 'utf8').includes('broken');
  console.log(JSON.stringify({ findings: isBroken ? [{ level: 'error', path: 'model_list', message: 'is broken' }] : [] }));
  process.exit();
}

/** A file of two lines, about which there is something to say; its query is told as its text. */
const exported = (url: string) => ({
  success: true,
  message: 'Shot list made.',
  data: {
    format: 'csv',
    media_type: 'text/csv; charset=utf-8',
    filename: '../Espresso.csv',
    text: `scene\r\n${url}\r\n`,
    byte_order_mark: true,
    parts: null,
  },
  meta: { checks: [{ name: 'search_terms', ok: false, message: 'A scene has no footage query.' }], ignored: [] },
  timestamp: '2026-11-29T00:00:00.000Z',
});

const envelope = (data: unknown, meta: object) => ({
  success: true,
  message: 'Here it is.',
  data,
  meta,
  timestamp: '2026-11-29T00:00:00.000Z',
});

const key = {
  id: 'key_1',
  name: 'n8n',
  hint: 'x9Zq',
  workspace: 'studio',
  scopes: ['generate:*'],
  priority: 5,
  limits: { requests_per_minute: 60, max_parallel: null, daily_cost_usd: 5 },
  created_at: '2026-11-29T00:00:00.000Z',
  created_by: 'administrator',
  rotated_at: null,
  expires_at: null,
};

const job = {
  id: 'job_1',
  recipe: 'script',
  state: 'running',
  run: 1,
  attempts: 1,
  progress: { done: 2, total: 6, label: 'Writing scene 3' },
  label: 'Espresso',
  created_at: '2026-11-29T09:30:00.000Z',
  result: null,
  meta: null,
  error: null,
};

const failed = {
  ...job,
  id: 'job_2',
  state: 'failed',
  error: { code: 'LLM_ERROR', message: 'No credit left', statusCode: 502, timestamp: '', details: {} },
};

const batch = {
  id: 'batch_1',
  state: 'completed',
  counts: { queued: 0, running: 0, succeeded: 1, failed: 1, cancelled: 0 },
  created_at: '2026-11-29T09:30:00.000Z',
  completed_at: '2026-11-29T09:31:00.000Z',
  items: [
    { index: 0, job_id: 'job_1', client_ref: 'video 1', recipe: 'script', state: 'succeeded' },
    { index: 1, job_id: 'job_2', client_ref: null, recipe: 'script', state: 'failed' },
  ],
};

const used = { tokens: { input: 100, output: 200, total: 300 }, cost_usd: 0.0123, count: 2, unpriced: 0 };

/** Answers without a story: what there is to ask for, and what an answer would take. */
const plainAnswers: readonly (readonly [RegExp, object])[] = [
  [
    /^\/recipes$/,
    envelope([{ name: 'script', path: '/generate/script', description: 'Writes a script.', version: '2' }], {}),
  ],
  [/^\/jobs(\?|$)/, envelope([job, failed], { next_cursor: null })],
  [/^\/jobs\/job_2/, envelope(failed, {})],
  [/^\/jobs\/job_1(\/(cancel|retry))?$/, envelope(job, {})],
  [/^\/batch\?/, envelope([batch], { next_cursor: null })],
  [/^\/batch/, envelope(batch, { ignored: [] })],
  [/^\/keys\?/, envelope([key], { next_cursor: null })],
  [/^\/keys/, envelope({ ...key, key: 'sk-shown-once' }, { ignored: [] })],
  [/^\/usage/, envelope({ rows: [{ day: '2026-11-29', recipe: 'script', ...used }], total: used }, {})],
  [
    /^\/generate\/.*\/estimate$/,
    envelope(
      { asks: 3, tokens: { input: 3100, output: 1800 }, cost_usd: 0.0067, seconds: 42 },
      { model_requested: 'default', recipe: 'package' },
    ),
  ],
];

/** What is told once, and then no more. */
const toldOfJobs = [
  'event: job\ndata: {"job_id":"job_1","recipe":"script","state":"running"}',
  'id: 7\nevent: progress\ndata: {"job_id":"job_1","done":3,"total":6,"label":"Scene 3 of 6 written"}',
  'id: 8\nevent: result\ndata: {"data":{"title":"Espresso"},"meta":{"job_id":"job_1"}}',
]
  .map((block) => `${block}\n\n`)
  .join('');
const noMore = {
  error: { code: 'FORBIDDEN', message: 'The key was removed.', statusCode: 403, timestamp: '', details: {} },
};

const server = createServer(async (request, response) => {
  if (request.url?.startsWith('/export/')) {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(exported(request.url)));
    return;
  }
  if (request.url?.startsWith('/jobs/events')) {
    if (request.headers['last-event-id'] === undefined)
      response.setHeader('content-type', 'text/event-stream').end(toldOfJobs);
    else response.writeHead(403, { 'content-type': 'application/json' }).end(JSON.stringify(noMore));
    return;
  }
  const plain = plainAnswers.find(([path]) => path.test(request.url ?? ''))?.[1];
  if (plain !== undefined) {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(plain));
    return;
  }
  const [, recipe] = /^\/generate\/(.+)$/.exec(request.url ?? '') ?? [];
  if (recipe === undefined) {
    response.end('{"status":"ok"}');
    return;
  }
  console.log(JSON.stringify({ level: 30, msg: 'asked', recipe, body: JSON.parse(await text(request)) }));
  const answer = JSON.parse(readFileSync(process.env.ANSWERS ?? '', 'utf8'))[recipe];
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const tell = (event: string, data: unknown) => response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  tell('progress', { done: 0, total: 1, label: 'Writing scene 1' });
  for (const scene of answer.data.scenes ?? []) tell('scene', scene);
  tell('result', answer);
  response.end();
});
const internal = createServer((_, response) => {
  // Where a file says so, something that it can do without is away.
  const isWell = !existsSync(join(process.env.DATA_DIR ?? '', 'degraded'));
  response.end(JSON.stringify({ status: isWell ? 'ok' : 'degraded', checks: { store: { ok: isWell } } }));
});
internal.listen(Number(process.env.INTERNAL_PORT), '127.0.0.1');
server.listen(Number(values.port), '127.0.0.1', () => {
  console.log(JSON.stringify({ level: 30, msg: 'listening', port: values.port, config: values.config }));
});

const end = () => {
  server.close(() => process.exit());
  server.closeAllConnections();
};
process.on('SIGTERM', end);
process.stdin.resume().on('end', end);
