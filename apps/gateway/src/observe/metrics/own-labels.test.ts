import {
  openAiCompletion,
  startScriptedUpstream,
  type RecordedRequest,
  type ScriptedUpstream,
} from '@showrunner/testkit';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { manager } from '../../testing/manage.ts';
import { ask, openAiModel, startGateway, type StartedGateway } from '../../testing/start-gateway.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
const wait = { timeout: 60_000 };

let upstream: ScriptedUpstream;
let gateway: StartedGateway;
beforeAll(async () => {
  upstream = await startScriptedUpstream(({ body }: RecordedRequest) =>
    JSON.stringify(body).includes('[fail]') ? { status: 400, json: {} } : { json: openAiCompletion() },
  );
  gateway = await startGateway({
    model_list: [
      openAiModel('gpt', upstream.url, { num_retries: 0, input_cost_per_token: 0.01, output_cost_per_token: 0 }),
    ],
    litellm_settings: {
      custom_prometheus_metadata_labels: ['metadata.department', 'project.name', 'user_api_key_team_alias', 'team'],
      custom_prometheus_tags: ['prod', 'User-Agent: curl/*'],
      prometheus_initialize_budget_metrics: true,
      enable_end_user_cost_tracking_prometheus_only: true,
      prometheus_metrics_max_series_per_metric: 60,
    },
  });
});
afterAll(async () => {
  await gateway.stop();
  await upstream.close();
});

const { post, done, key } = manager(() => gateway);
const metrics = async (): Promise<string[]> => (await (await gateway.get('/metrics')).text()).split('\n');

/** The lines of a metric that have these labels. */
async function lines(metric: string, ...labels: string[]): Promise<string[]> {
  return (await metrics()).filter(
    (line) => line.startsWith(`${metric}{`) && labels.every((label) => line.includes(label)),
  );
}

// First, because what the database says is read once in five minutes.
test('budgets are told of whoever has one, before they have called', async () => {
  await done('/key/generate', { key_alias: 'quiet', max_budget: 5, budget_duration: '30d' });
  await done('/team/new', { team_alias: 'quiet', max_budget: 6 });
  await done('/user/new', { user_id: 'quiet', max_budget: 7, auto_create_key: false });
  await done('/organization/new', { organization_alias: 'quiet', max_budget: 8 });
  await done('/customer/new', { user_id: 'quiet-customer', max_budget: 9 });
  const page = (await metrics()).join('\n');
  for (const line of [
    /litellm_remaining_api_key_budget_metric\{[^}]*api_key_alias="quiet"[^}]*\} 5/,
    /litellm_api_key_budget_remaining_hours_metric\{[^}]*api_key_alias="quiet"[^}]*\} \d/,
    /litellm_team_max_budget_metric\{[^}]*team_alias="quiet"[^}]*\} 6/,
    /litellm_remaining_user_budget_metric\{user="quiet"\} 7/,
    /litellm_org_max_budget_metric\{[^}]*org_alias="quiet"[^}]*\} 8/,
    /litellm_remaining_customer_budget_metric\{end_user="quiet-customer"\} 9/,
  ]) {
    expect(page).toMatch(line);
  }
});

test('what is noted of requests and keys, and their tags, are labels of the metrics of requests', async () => {
  const { team_id: team } = await done('/team/new', { team_alias: 'red' });
  const holder = await key({ team_id: team, metadata: { department: 'sales', tags: ['prod'] } });
  const call = (metadata: object, words = 'x') =>
    post('/v1/chat/completions', ask('gpt', { metadata, messages: [{ role: 'user', content: words }] }), holder);
  await call({ project: { name: 'apollo' }, department: 'made up', user_api_key_team_alias: 'made up' });
  await call({ project: { name: 'apollo' } }, '[fail]');
  await call({ project: { name: 7 } });
  const own = [
    'metadata_department="sales"',
    'user_api_key_team_alias="red"',
    'tag_prod="true"',
    'tag_User_Agent__curl__="false"',
  ];
  const apollo = [...own, 'project_name="apollo"'];
  await expect.poll(() => lines('litellm_spend_metric_total', ...apollo), wait).toHaveLength(1);
  await expect.poll(() => lines('litellm_proxy_failed_requests_metric_total', ...apollo), wait).toHaveLength(1);
  await expect.poll(() => lines('litellm_deployment_success_responses_total', ...apollo), wait).toHaveLength(1);
  await expect
    .poll(() => lines('litellm_request_total_latency_metric_bucket', ...apollo, 'le="+Inf"'), wait)
    .toHaveLength(1);
  expect(await lines('litellm_spend_metric_total', ...own, 'project_name="None"')).toHaveLength(1);
  expect((await metrics()).join('\n')).not.toContain('made up');
  expect(gateway.logs.join('\n')).toContain('"team\\" is a label already');
});

test('a tag with a star is whatever begins so', async () => {
  const holder = await key();
  await gateway.postTo('/v1/chat/completions', ask('gpt'), {
    authorization: `Bearer ${holder}`,
    'user-agent': 'curl/8.5.0',
  });
  await expect
    .poll(() => lines('litellm_requests_metric_total', 'tag_User_Agent__curl__="true"', 'tag_prod="false"'), wait)
    .toHaveLength(1);
});

test('a customer’s budget falls with what is spent for them, and is no series where customers are not told apart', async () => {
  await done('/customer/new', { user_id: 'buyer', max_budget: 1, budget_duration: '1d' });
  await post('/v1/chat/completions', ask('gpt', { user: 'buyer' }), await key());
  await expect
    .poll(() => lines('litellm_remaining_customer_budget_metric', 'end_user="buyer"'), wait)
    .toEqual([expect.stringMatching(/ 0\.9\d*$/)]);
  await expect
    .poll(() => lines('litellm_customer_max_budget_metric', 'end_user="buyer"'), wait)
    .toEqual([expect.stringMatching(/ 1(\.0)?$/)]);
  await expect
    .poll(() => lines('litellm_customer_budget_remaining_hours_metric', 'end_user="buyer"'), wait)
    .toHaveLength(1);
});

test('what callers make up is bounded: beyond it they count among others', async () => {
  const holder = await key();
  for (let made = 0; made < 100; made++) {
    await post('/v1/chat/completions', ask('gpt', { metadata: { project: { name: `made-${made}` } } }), holder);
  }
  await expect.poll(() => lines('litellm_requests_metric_total', 'project_name="other"'), wait).toHaveLength(1);
  expect((await lines('litellm_requests_metric_total')).length).toBeLessThanOrEqual(61);
});
