// npm run showrunner -- run apps/mpc-api/src/testing/keep-data.ts: makes a fixture of what this version keeps.
import { join } from 'node:path';
import { keepData, type DataPlace } from '@showrunner/testkit';
import manifest from '../../package.json' with { type: 'json' };
import { migrations } from '../jobs/migrations/migrations.ts';
import { startApi, type Envelope, type RunningApi } from './start-api.ts';
import { storyteller } from './stories.ts';

const name = `data-of-${manifest.version}-${migrations.at(-1)?.id}`;
await keepData(join(import.meta.dirname, '../__fixtures__', name), 'mpc-api.sqlite', writeContent);

/** Has something of everything made: each kind of content, each way to ask for it and each way to fail. */
async function writeContent({ folder, url }: DataPlace): Promise<readonly unknown[]> {
  await using api = await startApi(storyteller, {
    env: { DATA_DIR: folder, ...(url !== undefined && { DATABASE_URL: url }) },
  });
  const espresso = await make(api, 'script', { prompt: 'How espresso works', client_ref: 'Küche ☕ / 台所 №1' });
  await make(api, 'script', { prompt: 'Kaffee aus der Mokkakanne', duration: 30, scenes: 3, variants: 2 });
  const matcha = { prompt: '抹茶はなぜ泡立つのか 🍵', language: 'ja', duration: '20 seconds', scenes: 3 };
  await (await api.post('/generate/script', { ...matcha, stream: true })).text();
  await make(api, 'metadata', { script_id: espresso });
  await make(api, 'metadata', { content: 'Kaffee aus der Mokkakanne schmeckt mit heißem Wasser nie verbrannt.' });
  await make(api, 'thumbnail-prompt', { content: '抹茶の泡は、飾りではありません。', variants: 1, client_ref: '👩‍🍳' });
  await reviseInTurn(api);
  await api.post('/generate/script', { prompt: 'Tea [busy]' });
  await api.post('/generate/script', { prompt: 'How espresso works', duration: 600, strict: true });
  // Lists leave out what can be long.
  const { data } = (await (await api.get('/jobs?limit=100')).json()) as { data: { id: string }[] };
  const read = async ({ id }: { id: string }): Promise<unknown> =>
    ((await (await api.get(`/jobs/${id}`)).json()) as { data: unknown }).data;
  return await Promise.all(data.map(read));
}

/** A package, and a chain of revisions of its script: by an instruction, by a patch, and one in the place of the last. */
async function reviseInTurn(api: RunningApi): Promise<void> {
  const whole = await envelope(api, 'package', { prompt: 'How espresso works', platforms: ['youtube', 'x'] });
  const { script } = whole.data.jobs as Readonly<Record<string, string>>;
  const told = await envelope(api, 'script/revise', { job_id: script, instruction: 'Another title' });
  const title = (value: string) => [{ op: 'replace', path: '/title', value }];
  const patched = await envelope(api, 'script/revise', { job_id: told.meta.job_id, patch: title('Neun Bar ☕') });
  const replaces = patched.meta.job_id;
  await envelope(api, 'script/revise', { job_id: replaces, replaces, patch: title('九気圧のエスプレッソ') });
}

async function make(api: RunningApi, kind: string, body: object): Promise<string> {
  const { data } = await envelope(api, kind, body);
  return data.id;
}

async function envelope(api: RunningApi, path: string, body: object): Promise<Envelope> {
  const response = await api.post(`/generate/${path}`, body);
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  return (await response.json()) as Envelope;
}
