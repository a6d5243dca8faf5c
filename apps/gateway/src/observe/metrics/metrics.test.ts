import { readFileSync } from 'node:fs';
import { openAiCompletion, openAiError, startScriptedUpstream } from '@showrunner/testkit';
import { expect, onTestFinished, test, vi } from 'vitest';
import { metricLabels } from '../../litellm/metric-labels.ts';
import { manager } from '../../testing/manage.ts';
import { ask, MASTER_KEY, openAiModel, startGateway, type StartedGateway } from '../../testing/start-gateway.ts';

// Each starts a server and makes a database.
vi.setConfig({ testTimeout: 90_000 });

interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** The series of a metric, as they are told. */
async function samples(gateway: StartedGateway, metric: string): Promise<readonly Sample[]> {
  const text = await (await gateway.get('/metrics')).text();
  return text.split('\n').flatMap((line): Sample[] => {
    const [, name, labels = '', value] = /^(\w+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
    if (name !== metric) return [];
    const pairs = [...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, label, said]) => [label, said]);
    return [
      { labels: Object.fromEntries(pairs) as Record<string, string>, value: Number(value?.replace('Inf', 'Infinity')) },
    ];
  });
}

const byText = (one: unknown, other: unknown): number => JSON.stringify(one).localeCompare(JSON.stringify(other));

async function gatewayWith(litellm: object = {}, models: readonly string[] = ['m']): Promise<StartedGateway> {
  const upstream = await startScriptedUpstream(({ body }) =>
    (body as { model: string }).model === 'busy'
      ? { status: 429, json: openAiError('slow down') }
      : { json: openAiCompletion({ usage: { promptTokens: 3, completionTokens: 4 } }) },
  );
  onTestFinished(() => upstream.close());
  const prices = { input_cost_per_token: 0.01, output_cost_per_token: 0.01 };
  const gateway = await startGateway({
    model_list: [
      ...models.map((name) => openAiModel(name, upstream.url, prices)),
      openAiModel('busy', upstream.url, { model: 'openai/busy', num_retries: 0 }),
    ],
    litellm_settings: litellm,
  });
  onTestFinished(async () => void (await gateway.stop()));
  return gateway;
}

test('metrics have the labels that LiteLLM’s were seen with', () => {
  const file = readFileSync(new URL('./__fixtures__/litellm-labels.tsv', import.meta.url), 'utf8');
  const seen = file.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  expect(seen.length).toBeGreaterThan(20);
  for (const line of seen) {
    const [name = '', type, labels = ''] = line.split('\t');
    const known = metricLabels as Readonly<Record<string, readonly string[]>>;
    const own = known[name] ?? (type === 'counter' ? known[name.replace(/_total$/, '')] : undefined);
    expect([name, own?.toSorted()]).toEqual([name, labels.split(',').toSorted()]);
  }
});

test('a call is told with its key, team, user and organization, and what is left of their budgets', async () => {
  const gateway = await gatewayWith();
  const { done, key } = manager(() => gateway);
  const { organization_id: organization } = await done('/organization/new', { organization_alias: 'acme', models: [] });
  const { team_id: team } = await done('/team/new', {
    team_alias: 'blue',
    organization_id: organization,
    max_budget: 1,
  });
  const { user_id: user } = await done('/user/new', { user_email: 'ann@example.com', auto_create_key: false });
  const secret = await key({
    key_alias: 'ann-blue',
    team_id: team,
    user_id: user,
    max_budget: 0.5,
    budget_duration: '1d',
  });
  await gateway.post(ask('m'), { authorization: `Bearer ${secret}`, 'user-agent': 'agent/1' });
  const [spend, ...others] = await samples(gateway, 'litellm_spend_metric_total');
  const { token } = (await done('/key/update', { key: secret })) as { token: string };
  expect(others).toEqual([]);
  expect(spend).toEqual({
    value: 0.07,
    labels: {
      requested_model: 'm',
      model: 'gpt-5.4',
      model_id: expect.stringMatching(/./),
      api_provider: 'openai',
      hashed_api_key: token,
      api_key_alias: 'ann-blue',
      team,
      team_alias: 'blue',
      user,
      user_email: 'ann@example.com',
      org_id: organization,
      org_alias: 'acme',
      end_user: 'None',
      client_ip: '127.0.0.1',
      user_agent: 'agent/1',
      service_tier: 'default',
    },
  });
  const figure = async (name: string) => (await samples(gateway, name))[0];
  expect(await figure('litellm_remaining_api_key_budget_metric')).toMatchObject({
    labels: { hashed_api_key: token, api_key_alias: 'ann-blue' },
    value: 0.43,
  });
  expect(await figure('litellm_remaining_team_budget_metric')).toMatchObject({
    labels: { team_alias: 'blue' },
    value: 0.93,
  });
  expect((await figure('litellm_api_key_budget_remaining_hours_metric'))?.value).toBeLessThanOrEqual(24);
  expect(await samples(gateway, 'litellm_remaining_user_budget_metric')).toMatchObject([
    { labels: { user }, value: Infinity },
  ]);
  expect(await (await gateway.get('/metrics')).text()).not.toContain(secret);
});

test('failures count by their status and LiteLLM’s class, those of vendors and those at the door', async () => {
  const gateway = await gatewayWith();
  await gateway.post(ask('m'));
  await gateway.post(ask('busy'));
  await gateway.post(ask('nobody'));
  await gateway.post('{', {});
  await gateway.post(ask('m'), { authorization: 'Bearer sk-wrong' });
  const failed = await samples(gateway, 'litellm_proxy_failed_requests_metric_total');
  const told = failed.map(({ labels, value }) => [
    labels.exception_status,
    labels.exception_class,
    labels.requested_model,
    labels.hashed_api_key,
    value,
  ]);
  expect(told.toSorted(byText)).toEqual([
    ['400', 'ProxyException', 'None', 'litellm_proxy_master_key', 1],
    ['400', 'ProxyException', 'other', 'litellm_proxy_master_key', 1],
    ['401', 'ProxyException', 'None', 'None', 1],
    ['429', 'Openai.RateLimitError', 'busy', 'litellm_proxy_master_key', 1],
  ]);
  const total = await samples(gateway, 'litellm_proxy_total_requests_metric_total');
  expect(total.map(({ labels, value }) => [labels.status_code, value]).toSorted(byText)).toEqual([
    ['200', 1],
    ['400', 1],
    ['400', 1],
    ['401', 1],
    ['429', 1],
  ]);
  expect(await samples(gateway, 'litellm_deployment_failure_responses_total')).toMatchObject([
    { labels: { litellm_model_name: 'busy', exception_class: 'Openai.RateLimitError', model_group: 'busy' }, value: 1 },
  ]);
});

test('series are bounded: callers and clients beyond count together, and are counted', async () => {
  const gateway = await gatewayWith({ prometheus_metrics_max_series_per_metric: 3 });
  const { key, call } = manager(() => gateway);
  const keys = await Promise.all(Array.from({ length: 6 }, () => key()));
  for (const one of keys) expect((await call(one, 'm')).status).toBe(200);
  const series = await samples(gateway, 'litellm_input_tokens_metric_total');
  expect(series).toHaveLength(4);
  expect(series.find(({ labels }) => labels.hashed_api_key === 'other')).toMatchObject({
    labels: { requested_model: 'other', team: 'other' },
    value: 9,
  });
  expect((await samples(gateway, 'showrunner_metric_series_folded_total'))[0]?.value).toBeGreaterThan(0);
  for (let agent = 0; agent < 60; agent++) await gateway.post(ask('m'), { 'user-agent': `made-up/${agent}` });
  expect((await samples(gateway, 'litellm_requests_metric_total')).length).toBeLessThanOrEqual(4);
});

test('a page is compressed for who takes that', async () => {
  const gateway = await gatewayWith();
  await gateway.post(ask('m'));
  const [packed, plain] = await Promise.all(
    ['gzip, deflate', 'gzip;q=0, deflate'].map((encoding) =>
      fetch(`${gateway.url}/metrics`, {
        headers: { authorization: `Bearer ${MASTER_KEY}`, 'accept-encoding': encoding },
      }),
    ),
  );
  expect([packed, plain].map((answer) => answer?.headers.get('content-encoding'))).toEqual(['gzip', null]);
  for (const answer of [packed, plain]) expect(await answer?.text()).toContain('litellm_spend_metric_total{');
});

test('customers are told apart where that is wanted', async () => {
  const gateway = await gatewayWith({ enable_end_user_cost_tracking_prometheus_only: true });
  for (const user of ['ann', 'bob', 'ann']) await gateway.post(ask('m', { user }));
  const series = await samples(gateway, 'litellm_requests_metric_total');
  expect(series.map(({ labels, value }) => [labels.end_user, value])).toEqual([
    ['ann', 2],
    ['bob', 1],
  ]);
});

test('one caller cannot take all series by calling itself this and that', async () => {
  const gateway = await gatewayWith();
  for (let agent = 0; agent < 60; agent++) await gateway.post(ask('m'), { 'user-agent': `made-up/${agent}` });
  const series = await samples(gateway, 'litellm_requests_metric_total');
  expect(series).toHaveLength(51);
  expect(series.find(({ labels }) => labels.user_agent === 'other')?.value).toBe(10);
});

test('metrics, labels and bounds are as the configuration wants them, and a reload changes them', async () => {
  const settings = {
    prometheus_latency_buckets: [0.5, 1, 20],
    prometheus_exclude_labels: ['client_ip', 'user_agent'],
    prometheus_exclude_metrics: ['litellm_requests_metric', 'no_such_metric'],
  };
  const gateway = await gatewayWith(settings);
  await gateway.post(ask('m'));
  const [spend] = await samples(gateway, 'litellm_spend_metric_total');
  expect(Object.keys(spend?.labels ?? {})).not.toContain('user_agent');
  expect(await samples(gateway, 'litellm_requests_metric_total')).toEqual([]);
  const buckets = await samples(gateway, 'litellm_request_total_latency_metric_bucket');
  expect(buckets.map(({ labels }) => labels.le)).toEqual(['0.5', '1.0', '20.0', '+Inf']);
  expect(gateway.logs.join('\n')).toContain('\\"no_such_metric\\" is none that this gateway fills');
  const chosen = { group: 'mine', metrics: ['litellm_spend_metric'], include_labels: ['requested_model', 'team'] };
  await gateway.rewriteConfig({
    model_list: [openAiModel('m', 'http://127.0.0.1:9')],
    litellm_settings: {
      prometheus_metrics_config: [chosen],
      prometheus_deployment_and_latency_caller_identity: 'mail',
    },
  });
  await expect.poll(() => gateway.logs.join('\n'), { timeout: 15_000 }).toContain('configuration reloaded');
  await gateway.post(ask('m', { mock_response: 'x' }));
  expect(await samples(gateway, 'litellm_request_total_latency_metric_count')).toEqual([]);
  expect(await samples(gateway, 'litellm_remaining_api_key_budget_metric')).toEqual([]);
  expect(gateway.logs.join('\n')).toContain('is none of api_key_alias, user_email, both');
});

test('what nobody adds to is forgotten after its time', async () => {
  const gateway = await gatewayWith({
    prometheus_metrics_ttl_seconds: 0.5,
    prometheus_metrics_cleanup_interval_seconds: 0.2,
  });
  await gateway.post(ask('m'));
  await gateway.post(ask('busy'));
  expect(await samples(gateway, 'litellm_spend_metric_total')).toHaveLength(1);
  const gone = async (): Promise<number> =>
    (await samples(gateway, 'litellm_spend_metric_total')).length +
    (await samples(gateway, 'litellm_proxy_failed_requests_metric_total')).length;
  await expect.poll(gone, { timeout: 15_000 }).toBe(0);
  await gateway.post(ask('m'));
  expect(await samples(gateway, 'litellm_spend_metric_total')).toMatchObject([{ value: 0.07 }]);
});
