// npm run showrunner -- run apps/gateway/src/testing/keep-data.ts: makes a fixture of what this version keeps.
import { join } from 'node:path';
import {
  anthropicMessage,
  keepData,
  openAiChunks,
  openAiCompletion,
  openAiError,
  startScriptedUpstream,
  type DataPlace,
  type RecordedRequest,
  type Behaviour,
} from '@showrunner/testkit';
import { toFile } from 'openai';
import manifest from '../../package.json' with { type: 'json' };
import { migrations } from '../stored/migrations/migrations.ts';
import { ask, KEPT_KEY, MASTER_KEY, openAiModel, startGateway, type StartedGateway } from './start-gateway.ts';

/** More than 32 bits hold, as a month’s sum would be. */
const MANY = { promptTokens: 3_000_000_000, completionTokens: 2_000_000_000 };

/** When the vendor's files and batches were made. */
const CREATED = { created_at: 1_763_856_000 };

const BROKEN = 'A sentence that nobody ends';

const name = `data-of-${manifest.version}-${migrations.at(-1)?.id}`;
await keepData(join(import.meta.dirname, '../__fixtures__', name), 'gateway.sqlite', spend);

/** Has something of everything spent: priced and unpriced models, whole, streamed, repeated by the cache, failed. */
async function spend({ folder, url }: DataPlace): Promise<readonly unknown[]> {
  await using vendor = await startScriptedUpstream(answer);
  await using gateway = await startGateway(configuration(vendor.url), {
    DATA_DIR: folder,
    OPENAI_API_KEY: 'sk-upstream',
    OPENAI_BASE_URL: `${vendor.url}/v1`,
    ...(url !== undefined && { LITELLM_DATABASE_URL: url }),
  });
  const call = async (id: string, model: string, members: object = {}, status = 200): Promise<void> => {
    const response = await gateway.post(ask(model, members), { 'x-litellm-call-id': id });
    const text = await response.text();
    if (response.status !== status) throw new Error(`${id}: ${response.status} ${text}`);
  };
  await call('whole', 'gpt');
  await call('whole-again', 'gpt');
  await call('streamed', 'gpt', { stream: true });
  await call('streamed-again', 'gpt', { stream: true });
  await call('another-vendor', 'claude');
  await call('many-tokens', 'gpt', { user: 'many' });
  await call('without-a-price', '自前/モデル 🎬');
  await call('by-a-wildcard', 'openai/gpt-5.4-mini');
  await call('broken-off', 'gpt', { user: 'broken', stream: true });
  await call('failed', 'gpt', { user: 'failed' }, 500);
  await keepConversation(gateway);
  await keepFiles(gateway);
  await keepHolder(gateway);
  return (await (await gateway.get('/spend/logs')).json()) as unknown[];
}

/** Two responses, the second of which goes on from the first. */
async function keepConversation(gateway: StartedGateway): Promise<void> {
  let previous_response_id: string | undefined;
  for (const input of ['Wie hoch ist der Turm?', '東京では？']) {
    const response = await gateway.postTo('/v1/responses', { model: 'claude', input, previous_response_id });
    const { id } = (await response.json()) as { id?: string };
    if (response.status !== 200 || id === undefined) throw new Error(`a response: ${response.status}`);
    previous_response_id = id;
  }
}

/** A file, and a batch of what stands in it. */
async function keepFiles({ openai }: StartedGateway): Promise<void> {
  const file = await toFile(Buffer.from('{"custom_id":"größe"}\n'), 'größe.jsonl');
  const { id } = await openai.files.create({ file, purpose: 'batch' });
  const batch = { input_file_id: id, endpoint: '/v1/chat/completions', completion_window: '24h' } as const;
  await openai.batches.create(batch);
}

/** A key of a team's member that has spent half of what it may. */
async function keepHolder(gateway: StartedGateway): Promise<void> {
  const done = async (path: string, body: object): Promise<void> => {
    const response = await gateway.postTo(path, body);
    if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    await response.arrayBuffer();
  };
  await done('/user/new', { user_id: 'jürgen', user_email: 'juergen@example.com', auto_create_key: false });
  await done('/team/new', { team_id: 'blau', team_alias: 'Blau', max_budget: 100, members: ['jürgen'] });
  const limits = { max_budget: 10, spend: 5, rpm_limit: 100, models: ['now', 'gpt'] };
  await done('/key/generate', { key: KEPT_KEY, key_alias: '鍵', team_id: 'blau', user_id: 'jürgen', ...limits });
}

function configuration(vendor: string): object {
  const claude = { model: 'anthropic/claude-sonnet-4-5', api_key: 'sk-upstream', api_base: vendor };
  const ours = openAiModel('自前/モデル 🎬', vendor, { model: 'openai/own-model' });
  return {
    model_list: [
      openAiModel('gpt', vendor),
      { model_name: 'claude', litellm_params: claude },
      ours,
      openAiModel('openai/*', vendor, { model: 'openai/*' }),
    ],
    router_settings: { num_retries: 0 },
    litellm_settings: { cache: true },
    // What is kept is looked at for years.
    general_settings: { master_key: MASTER_KEY, maximum_stored_responses_retention_period: '3650d' },
  };
}

function answer({ path, body }: RecordedRequest): Behaviour {
  if (path.endsWith('/files')) return { json: { id: 'file-1', object: 'file', purpose: 'batch', ...CREATED } };
  if (path.endsWith('/batches')) return { json: { id: 'batch_1', object: 'batch', status: 'validating', ...CREATED } };
  const { stream, user } = body as { stream?: boolean; user?: string };
  if (path.endsWith('/messages')) return { json: anthropicMessage() };
  if (user === 'failed') return { status: 500, json: openAiError('The model is broken.', 'server_error') };
  if (user === 'broken') return { sse: openAiChunks(BROKEN, { charactersPerChunk: 12 }), cutAfter: 'nobody' };
  if (stream) return { sse: openAiChunks('Streamed', { usage: { promptTokens: 7, completionTokens: 3 } }) };
  return { json: openAiCompletion({ ...(user === 'many' && { usage: MANY }) }) };
}
