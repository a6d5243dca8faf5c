import {
  openAiChunks,
  openAiCompletion,
  openAiError,
  requireTool,
  startPrometheus,
  startScriptedUpstream,
  type Behaviour,
  type RecordedRequest,
} from '@showrunner/testkit';
import { expect, onTestFinished, test } from 'vitest';
import { manager } from '../../testing/manage.ts';
import { ask, MASTER_KEY, openAiModel, startGateway, type StartedGateway } from '../../testing/start-gateway.ts';
import { panels, queriesOf } from './__fixtures__/litellm-panels.ts';

const LEFT = { 'x-ratelimit-remaining-requests': '99', 'x-ratelimit-remaining-tokens': '9900' };

/** A vendor that tells all it can of what was used. */
function play({ method, path, body }: RecordedRequest): Behaviour {
  const thing = playThings(method, path);
  if (thing) return thing;
  if (path.includes('refused')) return { status: 401, json: {} };
  if (path.includes('images')) return { json: { created: 1, data: [{ b64_json: 'aGk=' }] } };
  const { model, stream } = body as { model: string; stream?: boolean };
  if (model === 'refused') return { status: 401, json: openAiError('no', 'invalid_request_error') };
  if (model === 'broken') return { status: 500, json: openAiError('no') };
  if (stream === true) return { headers: LEFT, sse: openAiChunks('Hello there') };
  const usage = {
    prompt_tokens: 40,
    completion_tokens: 9,
    total_tokens: 49,
    prompt_tokens_details: { cached_tokens: 10, cache_creation_tokens: 5, audio_tokens: 4 },
    completion_tokens_details: { reasoning_tokens: 3, audio_tokens: 2 },
  };
  return { headers: LEFT, json: { ...openAiCompletion(), usage } };
}

/** Its files and batches: each is over at once, but for the second, of which nobody says how far it is. */
let batches = 0;
function playThings(method: string, path: string): Behaviour | undefined {
  const [, thing, id] = /^\/v1\/(files|batches)(?:\/([^/?]+))?/.exec(path) ?? [];
  if (path.endsWith('/content')) {
    const usage = { prompt_tokens: 9, completion_tokens: 1, total_tokens: 10 };
    return { raw: JSON.stringify({ response: { body: { object: 'chat.completion', model: 'm', usage } } }) };
  }
  if (thing === 'files') {
    const file = { id: `file-${path.length}`, object: 'file', purpose: 'batch', bytes: 120, created_at: 1_700_000_000 };
    return { json: method === 'DELETE' ? { id, deleted: true } : file };
  }
  if (thing !== 'batches') return undefined;
  if (method === 'POST') batches++;
  if (id === 'batch-2') return { status: 500, json: openAiError('no') };
  const times = { created_at: 1_700_000_000, completed_at: 1_700_000_600 };
  const made = { object: 'batch', input_file_id: 'file-1', output_file_id: 'file-2', ...times };
  return { json: { ...made, id: id ?? `batch-${batches}`, status: 'completed' } };
}

async function startAll(): Promise<StartedGateway> {
  const vendor = await startScriptedUpstream(play);
  onTestFinished(() => vendor.close());
  const prices = { input_cost_per_token: 0.001, output_cost_per_token: 0.001 };
  const blocked = [{ keyword: 'persimmon', action: 'BLOCK' }];
  const gateway = await startGateway(
    {
      model_list: [
        openAiModel('m', vendor.url, { ...prices, rpm: 600, tpm: 60_000 }),
        openAiModel('free', vendor.url, { model: 'openai/nobody-knows-its-price' }),
        openAiModel('refused', vendor.url, { model: 'openai/refused', num_retries: 0 }),
        openAiModel('broken', vendor.url, { model: 'openai/broken', num_retries: 0 }),
        openAiModel('pictures', vendor.url, { model: 'openai/dall-e-3' }),
      ],
      router_settings: {
        fallbacks: [{ refused: ['m'] }, { broken: ['refused'] }],
        provider_budget_config: { openai: { budget_limit: 100, time_period: '1d' } },
      },
      litellm_settings: {
        cache: true,
        cache_params: { type: 'local' },
        callbacks: ['generic_api'],
        enable_end_user_cost_tracking_prometheus_only: true,
      },
      guardrails: [
        {
          guardrail_name: 'words',
          litellm_params: {
            guardrail: 'litellm_content_filter',
            mode: 'pre_call',
            blocked_words: blocked,
          },
        },
      ],
    },
    { GENERIC_LOGGER_ENDPOINT: `${vendor.url}/refused`, PROXY_BATCH_POLLING_INTERVAL: '1' },
  );
  onTestFinished(async () => void (await gateway.stop()));
  return gateway;
}

test(
  'every panel of LiteLLM’s dashboards that it fills itself has something to show in Prometheus',
  { ...requireTool('prometheus'), timeout: 90_000 },
  async () => {
    const gateway = await startAll();
    const { done, key } = manager(() => gateway);
    const budget = { max_budget: 50, budget_duration: '30d' };
    const limits = { rpm_limit: 500, tpm_limit: 50_000 };
    const { organization_id: organization } = await done('/organization/new', {
      organization_alias: 'acme',
      models: [],
      ...budget,
    });
    const { user_id: user } = await done('/user/new', {
      user_email: 'ann@example.com',
      ...budget,
      auto_create_key: false,
    });
    const { team_id: team } = await done('/team/new', {
      team_alias: 'blue',
      organization_id: organization,
      ...budget,
      ...limits,
    });
    const secret = await key({
      key_alias: 'ann-blue',
      team_id: team,
      user_id: user,
      ...budget,
      ...limits,
      model_rpm_limit: { m: 100 },
      model_tpm_limit: { m: 9_000 },
    });
    await done('/customer/new', { user_id: 'shop', ...budget });
    const as = { authorization: `Bearer ${secret}` };
    await using prometheus = await startPrometheus({ url: gateway.url, bearer: MASTER_KEY });
    const traffic = async (round: number): Promise<void> => {
      const asked = (model: string, members: object = {}) =>
        gateway.post(ask(model, { guardrails: ['words'], ...members, seed: round }), as);
      await asked('m');
      await asked('m');
      await asked('m', { user: 'shop' });
      await (await asked('m', { stream: true })).text();
      for (const model of ['free', 'refused', 'broken', 'nobody']) await asked(model);
      await gateway.post(ask('m', { guardrails: ['words'], messages: [{ role: 'user', content: 'a persimmon' }] }), as);
      await gateway.postTo(
        '/v1/images/generations',
        { model: 'pictures', prompt: `a cat ${round}`, size: '1024x1024' },
        as,
      );
      await gateway.post(ask('m'), { authorization: 'Bearer sk-nobody-has-this-key' });
      const { files, batches: made } = gateway.openai;
      const extra = { query: { model: 'm' } };
      const file = await files.create({ file: new File(['{}'], 'f.jsonl'), purpose: 'batch' }, extra);
      const batch = { input_file_id: file.id, endpoint: '/v1/chat/completions', completion_window: '24h' } as const;
      await made.create(batch);
      await made.create(batch);
      await files.delete(file.id);
    };
    await traffic(1);
    await prometheus.scraped(2);
    await traffic(2);
    const empty = async (): Promise<readonly string[]> => {
      const queries = panels.flatMap(queriesOf);
      const answers = await Promise.all(queries.map(async (query) => [query, await prometheus.query(query)] as const));
      return answers.flatMap(([query, samples]) => (samples.length === 0 ? [query] : []));
    };
    await expect.poll(empty, { timeout: 40_000, interval: 500 }).toEqual([]);
    expect(await prometheus.query('litellm_team_max_budget_metric')).toMatchObject([
      { metric: { team: String(team), team_alias: 'blue' }, value: 50 },
    ]);
    expect(
      await prometheus.query('sum by (status_code) (litellm_proxy_total_requests_metric_total{status_code="401"})'),
    ).toMatchObject([{ value: 2 }]);
  },
);
