import {
  emptyPostgresDatabase,
  openAiChunks,
  openAiCompletion,
  openAiError,
  requireTool,
  startRedis,
  startScriptedUpstream,
  type Behaviour,
  type ScriptedUpstream,
} from '@showrunner/testkit';
import { expect, onTestFinished, test, vi } from 'vitest';
import { manager } from '../../testing/manage.ts';
import { ask, MASTER_KEY, openAiModel, startGateway, type StartedGateway } from '../../testing/start-gateway.ts';

// Each starts servers, and waits for what they tell.
vi.setConfig({ testTimeout: 90_000 });
const wait = { timeout: 30_000 };

async function started(script: Parameters<typeof startScriptedUpstream>[0]): Promise<ScriptedUpstream> {
  const upstream = await startScriptedUpstream(script);
  onTestFinished(() => upstream.close());
  return upstream;
}

/** A vendor whose models behave as they are called. */
const behaviours: Readonly<Record<string, Behaviour>> = {
  quick: { json: openAiCompletion({ usage: { promptTokens: 3, completionTokens: 4 } }) },
  slow: { delayMs: 4_000, json: openAiCompletion() },
  broken: { status: 500, json: openAiError('it broke over MARKER-9') },
  moving: { sse: openAiChunks('one two three four five six seven'), gapMs: 500 },
};

async function gatewayWith(general: object, env: Record<string, string>, more: object = {}): Promise<StartedGateway> {
  const vendor = await started(({ body }) => behaviours[(body as { model: string }).model] ?? { hang: true });
  const models = Object.keys(behaviours).map((name) =>
    openAiModel(name, vendor.url, {
      model: `openai/${name}`,
      num_retries: 0,
      input_cost_per_token: 0.01,
      output_cost_per_token: 0.01,
    }),
  );
  const settings = { master_key: MASTER_KEY, ...general };
  const gateway = await startGateway({ model_list: models, general_settings: settings, ...more }, env);
  onTestFinished(async () => void (await gateway.stop()));
  return gateway;
}

const texts = (sink: ScriptedUpstream): string[] => sink.requests.map(({ body }) => (body as { text: string }).text);

test('what hangs is told once, when it has hung too long; nothing of what was quick, failed, left, or moves', async () => {
  const slack = await started([{ json: {} }]);
  const types = ['llm_requests_hanging', 'llm_too_slow'];
  const gateway = await gatewayWith(
    { alerting: ['slack'], alerting_threshold: 2, alert_types: types },
    { SLACK_WEBHOOK_URL: slack.url },
  );
  const leaving = new AbortController();
  const left = fetch(`${gateway.url}/v1/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${MASTER_KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify(ask('slow')),
    signal: leaving.signal,
  }).catch(() => 'left');
  const slow = gateway.post(ask('slow'));
  const moving = gateway.post(ask('moving', { stream: true })).then((response) => response.text());
  await gateway.post(ask('quick'));
  await gateway.post(ask('broken'));
  leaving.abort();
  await Promise.all([left, slow, moving]);
  await expect.poll(() => texts(slack).length, wait).toBe(1);
  expect(texts(slack)[0]).toMatch(
    /^Alert type: `llm_requests_hanging`\nLevel: `Medium`\nTimestamp: `\d\d:\d\d:\d\d`\n\nMessage: `Requests are hanging - 2s\+ request time`\nRequest Model: `slow`/,
  );
  // What comes after it would have come behind all that is not told.
  await gateway.stop();
  expect(slack.requests).toHaveLength(1);
});

test('nothing hangs that moves through, is made in the background, or was refused before it was called', async () => {
  const slack = await started([{ json: {} }]);
  const vendor = await started(() => behaviours.moving ?? { hang: true });
  const late = await started(({ body }) => behaviours[(body as { model: string }).model] ?? { hang: true });
  const types = ['llm_requests_hanging', 'llm_too_slow'];
  const gateway = await gatewayWith(
    {
      alerting: ['slack'],
      alerting_threshold: 2,
      alert_types: types,
      pass_through_endpoints: [{ path: '/through', target: vendor.url, auth: true }],
    },
    { SLACK_WEBHOOK_URL: slack.url, OPENAI_API_KEY: 'k', OPENAI_BASE_URL: `${vendor.url}/v1` },
    { model_list: ['slow', 'quick'].map((name) => openAiModel(name, late.url, { model: `mistral/${name}` })) },
  );
  const moving = gateway.postTo('/through', {}).then((response) => response.text());
  const { status } = await gateway.postTo('/v1/responses', { model: 'slow', input: 'hello', background: true });
  expect(status).toBe(200);
  expect((await gateway.post(ask('quick', { guardrails: ['nobody’s'] }))).status).toBe(400);
  const poor = await manager(() => gateway).key({ max_budget: 0 });
  const refused = await gateway.postTo(
    '/v1/batches',
    { input_file_id: 'file-of-nobody', endpoint: '/v1/chat/completions', completion_window: '24h' },
    { authorization: `Bearer ${poor}` },
  );
  expect(refused.status).toBe(404);
  await gateway.post(ask('slow'));
  await moving;
  await expect.poll(() => texts(slack).length, wait).toBe(1);
  await gateway.stop();
  expect(texts(slack)).toMatchObject([expect.stringContaining('Request Model: `slow`')]);
});

test('without that kind, a slow answer is told when it is there', async () => {
  const slack = await started([{ json: {} }]);
  const gateway = await gatewayWith(
    {
      alerting: ['slack'],
      alerting_threshold: 2,
      alert_types: ['llm_too_slow'],
      alert_to_webhook_url: { llm_too_slow: `${slack.url}/slow` },
    },
    { PROXY_BASE_URL: 'https://llm.example.com' },
  );
  await gateway.post(ask('slow'));
  await expect.poll(() => slack.requests.length, wait).toBe(1);
  expect(slack.requests[0]?.path).toBe('/slow');
  expect(texts(slack)[0]).toMatch(
    /`Responses are slow - [4-9]\.\d\ds response time > Alerting threshold: 2s`\nRequest Model: `slow`\nAPI Base: `http/,
  );
  expect(texts(slack)[0]).toContain('Proxy URL: `https://llm.example.com`');
});

test('failures of vendors are told, and an outage once there are as many as make one', async () => {
  const slack = await started([{ json: {} }]);
  const alerting = { alerting: ['slack'], alert_types: ['llm_exceptions', 'outage_alerts'] };
  const args = { minor_outage_alert_threshold: 2, major_outage_alert_threshold: 3 };
  const gateway = await gatewayWith({ ...alerting, alerting_args: args }, { SLACK_WEBHOOK_URL: slack.url });
  for (let call = 0; call < 3; call++) await gateway.post(ask('broken'));
  await gateway.post(ask('nobody'));
  await gateway.stop();
  const told = texts(slack);
  const failures = told.filter((text) => text.includes('`llm_exceptions`'));
  const counted = failures.map((text) => Number(/^\[Num Alerts: (\d+)\]/.exec(text)?.[1] ?? 1));
  expect(counted.reduce((sum, count) => sum + count, 0)).toBe(3);
  expect(failures[0]).toContain(
    'LLM API call failed: `litellm.InternalServerError: openai - OpenAI: it broke over MARKER-9',
  );
  expect(told.filter((text) => text.includes('Minor Service Outage'))).toHaveLength(1);
  expect(told.filter((text) => text.includes('Major Service Outage'))).toHaveLength(1);
});

test('what vendors quote is not told where content is not to be', async () => {
  const slack = await started([{ json: {} }]);
  const redacted = { litellm_settings: { turn_off_message_logging: true } };
  const gateway = await gatewayWith({ alerting: ['slack'] }, { SLACK_WEBHOOK_URL: slack.url }, redacted);
  await gateway.post(ask('broken'));
  await gateway.stop();
  expect(texts(slack).join()).toContain('LLM API call failed: `status 500 of openai`');
  expect(texts(slack).join()).not.toContain('MARKER-9');
});

test(
  'a budget is told of once at each of its thresholds, whichever replica meets it',
  requireTool('redis', 'postgres'),
  async () => {
    const [slack, webhook] = [await started([{ json: {} }]), await started([{ json: {} }])];
    const redis = await startRedis();
    onTestFinished(() => redis.close());
    const env = {
      SLACK_WEBHOOK_URL: slack.url,
      WEBHOOK_URL: webhook.url,
      REDIS_URL: redis.url,
      LITELLM_DATABASE_URL: await emptyPostgresDatabase(),
    };
    const general = { alerting: ['slack', 'webhook'], alert_types: ['budget_alerts'] };
    const one = await gatewayWith(general, env);
    const other = await gatewayWith(general, env);
    const secret = await manager(() => one).key({ key_alias: 'editor', max_budget: 0.3, soft_budget: 0.1 });
    const authorization = { authorization: `Bearer ${secret}` };
    // What the call before reserved is given back behind its answer.
    for (const gateway of [one, other, one, other, one]) {
      await expect.poll(async () => (await gateway.post(ask('quick'), authorization)).status, wait).toBe(200);
    }
    await Promise.all([one.stop(), other.stop()]);
    const events = webhook.requests.map(({ body }) => body as { event: string; [member: string]: unknown });
    expect(events.map(({ event }) => event).toSorted()).toEqual([
      'budget_crossed',
      'soft_budget_crossed',
      'threshold_crossed',
    ]);
    expect(events.find(({ event }) => event === 'soft_budget_crossed')).toEqual({
      spend: 0.14,
      max_budget: 0.3,
      soft_budget: 0.1,
      token: expect.stringMatching(/^[0-9a-f]{64}$/),
      customer_id: null,
      user_id: null,
      team_id: null,
      team_alias: null,
      organization_id: null,
      user_email: null,
      key_alias: 'editor',
      projected_exceeded_date: null,
      projected_spend: null,
      event_group: 'key',
      alert_emails: null,
      max_budget_alert_emails: null,
      event: 'soft_budget_crossed',
      event_message: 'Soft Budget Crossed: Total Soft Budget:`0.1`',
    });
    expect(texts(slack).some((text) => text.includes('*key_alias:* `editor`'))).toBe(true);
    expect(JSON.stringify([...events, ...texts(slack)])).not.toContain(secret);
  },
);
