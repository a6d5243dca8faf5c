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
import manifest from '../../package.json' with { type: 'json' };
import { migrations } from '../stored/migrations/migrations.ts';
import { ask, openAiModel, startGateway } from './start-gateway.ts';

/** More than 32 bits hold, as a month’s sum would be. */
const MANY = { promptTokens: 3_000_000_000, completionTokens: 2_000_000_000 };

const BROKEN = 'A sentence that nobody ends';

const name = `data-of-${manifest.version}-${migrations.at(-1)?.id}`;
await keepData(join(import.meta.dirname, '../__fixtures__', name), 'gateway.sqlite', spend);

/** Has something of everything spent: priced and unpriced models, whole, streamed, repeated by the cache, failed. */
async function spend({ folder, url }: DataPlace): Promise<readonly unknown[]> {
  await using vendor = await startScriptedUpstream(answer);
  await using gateway = await startGateway(configuration(vendor.url), {
    DATA_DIR: folder,
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
  return (await (await gateway.get('/spend/logs')).json()) as unknown[];
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
  };
}

function answer({ path, body }: RecordedRequest): Behaviour {
  const { stream, user } = body as { stream?: boolean; user?: string };
  if (path.endsWith('/messages')) return { json: anthropicMessage() };
  if (user === 'failed') return { status: 500, json: openAiError('The model is broken.', 'server_error') };
  if (user === 'broken') return { sse: openAiChunks(BROKEN, { charactersPerChunk: 12 }), cutAfter: 'nobody' };
  if (stream) return { sse: openAiChunks('Streamed', { usage: { promptTokens: 7, completionTokens: 3 } }) };
  return { json: openAiCompletion({ ...(user === 'many' && { usage: MANY }) }) };
}
