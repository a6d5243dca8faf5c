import {
  openAiCompletion,
  startScriptedUpstream,
  type RecordedRequest,
  type ScriptedUpstream,
} from '@showrunner/testkit';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { manager, type Answer } from '../../testing/manage.ts';
import { ask, openAiModel, startGateway, type StartedGateway } from '../../testing/start-gateway.ts';

// Each waits for what is told behind the answers.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
const wait = { timeout: 60_000 };

const SECRET = 'sk-lf-of-a-team';
let sink: ScriptedUpstream;
let upstream: ScriptedUpstream;
let gateway: StartedGateway;

beforeAll(async () => {
  sink = await startScriptedUpstream(() => ({ json: {} }));
  upstream = await startScriptedUpstream(({ body }: RecordedRequest) =>
    JSON.stringify(body).includes('[fail]')
      ? { status: 400, json: { error: { message: 'no' } } }
      : { json: openAiCompletion({ text: 'Hello' }) },
  );
  gateway = await startGateway(
    {
      model_list: [openAiModel('gpt', upstream.url, { num_retries: 0 })],
      litellm_settings: {
        success_callback: ['langfuse', 'mine'],
        default_team_settings: [
          {
            team_id: 'of-file',
            success_callback: ['langfuse'],
            langfuse_host: `${sink.url}/of-file`,
            langfuse_public_key: 'pk-of-file',
            langfuse_secret: 'os.environ/OF_FILE_SECRET',
            max_budget: 77,
          },
        ],
      },
      callback_settings: { mine: { callback_type: 'generic_api', endpoint: `${sink.url}/of-all` } },
    },
    {
      OF_FILE_SECRET: 'sk-of-file',
      LANGFUSE_HOST: `${sink.url}/operator`,
      LANGFUSE_PUBLIC_KEY: 'pk-operator',
      LANGFUSE_SECRET_KEY: 'sk-operator',
    },
  );
});
afterAll(async () => {
  await gateway.stop();
  await Promise.all([sink.close(), upstream.close()]);
});

const { post, get, done, key } = manager(() => gateway);
let names = 0;
const newName = (): string => `n${++names}`;

function langfuse(place: string, more: object = {}): object {
  return {
    callback_name: 'langfuse',
    callback_vars: {
      langfuse_host: `${sink.url}/${place}`,
      langfuse_public_key: `pk-${place}`,
      langfuse_secret_key: SECRET,
    },
    ...more,
  };
}

/** What came to a place below the sink, whose text holds a marker. */
function at(place: string, marker: string): RecordedRequest[] {
  return sink.requests.filter(
    ({ path, body }) => path.startsWith(`/${place}`) && JSON.stringify(body).includes(marker),
  );
}

const FITTING = {
  callback_name: 'langfuse',
  callback_vars: { langfuse_public_key: 'pk', langfuse_secret_key: SECRET },
};

const said = (marker: string): object => ({ messages: [{ role: 'user', content: marker }] });

test('a team’s calls are told to its own account, in place of the gateway’s of that name and beside all others', async () => {
  const { team_id: team } = await done('/team/new', {});
  await done(`/team/${String(team)}/callback`, langfuse('of-team'));
  const holder = await key({ team_id: team });
  const marker = newName();
  await post('/v1/chat/completions', ask('gpt', said(marker)), holder);
  await expect.poll(() => [at('of-team', marker).length, at('of-all', marker).length], wait).toEqual([1, 1]);
  const proof = Buffer.from(`pk-of-team:${SECRET}`).toString('base64');
  expect(at('of-team', marker)[0]).toMatchObject({
    path: '/of-team/api/public/ingestion',
    headers: { authorization: `Basic ${proof}` },
    body: { batch: [{ type: 'trace-create' }, { type: 'generation-create', body: { usage: { total: 21 } } }] },
  });
  expect(at('operator', marker)).toEqual([]);
  const other = newName();
  await post('/v1/chat/completions', ask('gpt', said(other)), await key());
  await expect.poll(() => at('operator', other).length, wait).toBe(1);
  expect(at('of-team', other)).toEqual([]);
});

test('a key’s own list stands over its team’s, an empty one as well, and each is told of what it wants', async () => {
  const { team_id: team } = await done('/team/new', { metadata: { logging: [langfuse('over')] } });
  const [own, none, failing] = [
    await key({ team_id: team, metadata: { logging: [langfuse('of-key')] } }),
    await key({ team_id: team, metadata: { logging: [] } }),
    await key({
      metadata: {
        logging: [
          {
            callback_name: 'generic_api',
            callback_type: 'failure',
            callback_vars: {
              generic_api_endpoint: `${sink.url}/failures`,
              generic_api_headers: 'Authorization=Bearer of-key',
            },
          },
        ],
      },
    }),
  ];
  const [first, second, third] = [newName(), newName(), newName()];
  await post('/v1/chat/completions', ask('gpt', said(first)), own);
  await post('/v1/chat/completions', ask('gpt', said(second)), none);
  await post('/v1/chat/completions', ask('gpt', said(third)), failing);
  await post('/v1/chat/completions', ask('gpt', said(`${third} [fail]`)), failing);
  await expect
    .poll(() => [at('of-key', first).length, at('operator', second).length, at('failures', third).length], wait)
    .toEqual([1, 1, 1]);
  expect([...at('over', first), ...at('over', second)]).toEqual([]);
  expect(at('failures', third)[0]).toMatchObject({
    headers: { authorization: 'Bearer of-key' },
    body: [{ status: 'failure', error_information: { error_code: '400' } }],
  });
});

test('a team that the file names is told to the account that stands there, unless it has one of its own', async () => {
  const { team_id: team, max_budget: budget } = await done('/team/new', { team_id: 'of-file' });
  expect(budget).toBe(77);
  const marker = newName();
  await post('/v1/chat/completions', ask('gpt', said(marker)), await key({ team_id: team }));
  await expect.poll(() => [at('of-file', marker).length, at('of-all', marker).length], wait).toEqual([1, 1]);
  const proof = Buffer.from('pk-of-file:sk-of-file').toString('base64');
  expect(at('of-file', marker)[0]?.headers.authorization).toBe(`Basic ${proof}`);
  expect(at('operator', marker)).toEqual([]);
  const own = newName();
  const holder = await key({ team_id: team, metadata: { logging: [langfuse('its-own')] } });
  await post('/v1/chat/completions', ask('gpt', said(own)), holder);
  await expect.poll(() => at('its-own', own).length, wait).toBe(1);
  expect(at('of-file', own)).toEqual([]);
});

test('a key and a request turn callbacks off by their names, the request before the key', async () => {
  const holder = await key({ metadata: { litellm_disabled_callbacks: ['Langfuse'] } });
  const [ofKey, ofRequest] = [newName(), newName()];
  await post('/v1/chat/completions', ask('gpt', said(ofKey)), holder);
  await expect.poll(() => at('of-all', ofKey).length, wait).toBe(1);
  const headers = { authorization: `Bearer ${holder}`, 'x-litellm-disable-callbacks': 'mine, datadog' };
  expect((await gateway.post(ask('gpt', said(ofRequest)), headers)).status).toBe(200);
  await expect.poll(() => at('operator', ofRequest).length, wait).toBe(1);
  expect([...at('operator', ofKey), ...at('of-all', ofRequest)]).toEqual([]);
});

test('Datadog and Langfuse’s spans go to a key’s own place, with its own proof', async () => {
  const { hostname, port } = new URL(sink.url);
  const datadog = {
    callback_name: 'datadog',
    callback_vars: { dd_api_key: 'dd-of-key', dd_agent_host: hostname, dd_agent_port: port },
  };
  const spans = { ...langfuse('spans'), callback_name: 'langfuse_otel' };
  const marker = newName();
  await post('/v1/chat/completions', ask('gpt', said(marker)), await key({ metadata: { logging: [datadog, spans] } }));
  const cameTo = (path: string): RecordedRequest[] => sink.requests.filter((one) => one.path.startsWith(path));
  await expect.poll(() => cameTo('/api/v2/logs').length, wait).toBe(1);
  expect(cameTo('/api/v2/logs')[0]?.headers['dd-api-key']).toBe('dd-of-key');
  await expect.poll(() => cameTo('/spans/').length, wait).toBe(1);
  const proof = Buffer.from(`pk-spans:${SECRET}`).toString('base64');
  expect(cameTo('/spans/')[0]).toMatchObject({ headers: { authorization: `Basic ${proof}` } });
  expect(cameTo('/spans/')[0]?.path).toMatch(/\/api\/public\/otel\/v1\/traces$/);
  expect(cameTo('/spans/')[0]?.bytes.toString('latin1')).toContain(marker);
});

test('LangSmith gets runs with the key’s own proof and project', async () => {
  const variables = { langsmith_api_key: 'ls-key', langsmith_project: 'p', langsmith_base_url: `${sink.url}/smith` };
  const metadata = { logging: [{ callback_name: 'langsmith', callback_vars: variables }] };
  const marker = newName();
  await post('/v1/chat/completions', ask('gpt', said(marker)), await key({ metadata }));
  await expect.poll(() => at('smith', marker).length, wait).toBe(1);
  const [run] = at('smith', marker);
  expect(run).toMatchObject({
    path: '/smith/api/v1/runs/batch',
    headers: { 'x-api-key': 'ls-key' },
    body: { post: [{ run_type: 'llm', session_name: 'p', outputs: { usage_metadata: { total_tokens: 21 } } }] },
  });
  const { post: runs } = (run as RecordedRequest).body as {
    post: { id: string; trace_id: string; dotted_order: string }[];
  };
  const [posted] = runs;
  expect(posted?.trace_id).toBe(posted?.id);
  expect(posted?.dotted_order).toMatch(new RegExp(`^\\d{8}T\\d{12}Z${posted?.id}$`));
});

test('turn_off_message_logging of a key tells nobody of its words, the gateway’s callbacks as well', async () => {
  const logging = [langfuse('quiet', {})].map((one) => ({
    ...one,
    callback_vars: { ...(one as { callback_vars: object }).callback_vars, turn_off_message_logging: true },
  }));
  const alias = newName();
  const holder = await key({ key_alias: alias, metadata: { logging } });
  await post('/v1/chat/completions', ask('gpt', said('WORDS')), holder);
  await expect.poll(() => [at('quiet', alias).length, at('of-all', alias).length], wait).toEqual([1, 1]);
  expect([...at('quiet', 'WORDS'), ...at('of-all', 'WORDS')]).toEqual([]);
});

test('secrets are shown to nobody, and what comes back masked is what is kept', async () => {
  const { team_id: team } = await done('/team/new', { metadata: { logging: [langfuse('kept')] } });
  const holder = await key({ team_id: team, metadata: { logging: [langfuse('kept-key')] } });
  const shown = [
    await get(`/team/info?team_id=${String(team)}`),
    await get(`/team/${String(team)}/callback`),
    await get(`/key/info?key=${holder}`),
    await get(`/key/list?return_full_object=true&size=100`),
    await post('/team/update', { team_id: team, team_alias: 'renamed' }),
    await post('/key/update', { key: holder, key_alias: newName() }),
  ];
  for (const answer of shown) {
    expect(answer.status).toBe(200);
    expect(JSON.stringify(answer)).not.toContain(SECRET);
    expect(JSON.stringify(answer)).not.toContain('sealed:');
  }
  expect(shown[1]?.body).toMatchObject({
    data: { success_callbacks: ['langfuse'], callback_vars: { langfuse_host: `${sink.url}/kept` } },
  });
  const { info } = (shown[2] as Answer).body as { info: { metadata: object } };
  const { metadata } = info;
  await done('/key/update', { key: holder, metadata: { ...metadata, note: 'x' } });
  const marker = newName();
  await post('/v1/chat/completions', ask('gpt', said(marker)), holder);
  await expect.poll(() => at('kept-key', marker).length, wait).toBe(1);
  expect(at('kept-key', marker)[0]?.headers.authorization).toBe(
    `Basic ${Buffer.from(`pk-kept-key:${SECRET}`).toString('base64')}`,
  );
  expect(gateway.logs.join('\n')).not.toContain(SECRET);
});

test('one that is taken away is told no longer, and disable_logging takes all', async () => {
  const { team_id: team } = await done('/team/new', {});
  const path = `/team/${String(team)}/callback`;
  await done(path, langfuse('going'));
  await done(path, { callback_name: 'langsmith', callback_vars: { langsmith_api_key: 'ls' } });
  expect(await post(path, langfuse('going'))).toMatchObject({
    status: 400,
    body: { error: { param: 'callback_name' } },
  });
  const removed = await fetch(`${gateway.url}${path}/langfuse`, {
    method: 'DELETE',
    headers: { authorization: 'Bearer sk-test-master' },
  });
  expect(await removed.json()).toMatchObject({ data: { success_callbacks: ['langsmith'] } });
  const holder = await key({ team_id: team });
  const marker = newName();
  await post('/v1/chat/completions', ask('gpt', said(marker)), holder);
  await expect.poll(() => at('operator', marker).length, wait).toBe(1);
  expect(at('going', marker)).toEqual([]);
  expect(await done(`/team/${String(team)}/disable_logging`, {})).toMatchObject({
    status: 'success',
    data: { success_callbacks: [], failure_callbacks: [] },
  });
  expect((await get(path)).body).toMatchObject({ data: { success_callbacks: [], callback_vars: {} } });
});

test.each<[string, object, string]>([
  ['an unknown one', { callback_name: 'arize', callback_vars: {} }, 'callback_name'],
  ['none', { callback_vars: {} }, 'callback_name'],
  ['a type that is none', { ...FITTING, callback_type: 'sometimes' }, 'callback_type'],
  ['a variable that is none', { callback_name: 'langfuse', callback_vars: { langfuse_x: '1' } }, 'callback_vars'],
  ['another’s variable', { callback_name: 'langfuse', callback_vars: { langsmith_api_key: '1' } }, 'callback_vars'],
  ['half a proof', { callback_name: 'langfuse', callback_vars: { langfuse_public_key: 'pk' } }, 'callback_name'],
  [
    'a place and no proof',
    { callback_name: 'langfuse', callback_vars: { langfuse_host: 'https://x.test' } },
    'callback',
  ],
  [
    'the environment',
    { callback_name: 'langsmith', callback_vars: { langsmith_api_key: 'os.environ/X' } },
    'langsmith',
  ],
  ['the mask', { callback_name: 'langsmith', callback_vars: { langsmith_api_key: '********' } }, 'langsmith_api_key'],
  ['what is sealed', { callback_name: 'langsmith', callback_vars: { langsmith_api_key: 'sealed:1:x' } }, 'langsmith'],
  ['a text over lines', { callback_name: 'langsmith', callback_vars: { langsmith_api_key: 'a\nb' } }, 'langsmith'],
  ['a member too many', { ...FITTING, enabled: true }, 'enabled'],
])('%s is a 400 that names what is wrong, on each of the ways', async (_what, callback, named) => {
  const { team_id: team } = await done('/team/new', {});
  const metadata = { logging: [callback] };
  for (const answer of [
    await post(`/team/${String(team)}/callback`, callback),
    await post('/key/generate', { metadata }),
    await post('/team/new', { metadata }),
    await post('/team/update', { team_id: team, metadata }),
    await post('/key/update', { key: await key(), metadata }),
  ]) {
    expect(answer.status).toBe(400);
    expect((answer.body.error as { param: string }).param).toContain(named);
  }
});

test('who looks after a team names public servers for it, its members nobody, and no secret goes elsewhere', async () => {
  const [admin, member] = [newName(), newName()];
  const { team_id: team } = await done('/team/new', {
    members_with_roles: [
      { role: 'admin', user_id: admin },
      { role: 'user', user_id: member },
    ],
    team_member_permissions: ['/key/generate', '/key/update'],
    metadata: { logging: [langfuse('secret-of-admin')] },
  });
  const [ofAdmin, ofMember] = [await key({ user_id: admin }), await key({ user_id: member })];
  const path = `/team/${String(team)}/callback`;
  const smith = (url: string): object => ({
    callback_name: 'langsmith',
    callback_vars: { langsmith_api_key: 'ls', langsmith_base_url: url },
  });
  for (const url of [
    'http://smith.example.com',
    'https://10.0.0.1',
    'https://localhost',
    'https://redis',
    'https://[::1]',
  ]) {
    expect([url, (await post(path, smith(url), ofAdmin)).status]).toEqual([url, 400]);
  }
  expect((await post(path, smith('https://smith.example.com'), ofAdmin)).status).toBe(200);
  // The secret that is kept would go where they who cannot read it want.
  const elsewhere = langfuse('x', {
    callback_vars: {
      langfuse_host: 'https://collector.example.com',
      langfuse_public_key: '********',
      langfuse_secret_key: '********',
    },
  });
  expect((await post('/team/update', { team_id: team, metadata: { logging: [elsewhere] } }, ofAdmin)).status).toBe(403);
  const second = { callback_name: 'langfuse', callback_vars: { langfuse_host: 'https://collector.example.com' } };
  expect((await post(path, { ...second, callback_type: 'failure' }, ofAdmin)).status).toBeGreaterThanOrEqual(400);
  for (const metadata of [
    { logging: [] },
    { logging: [smith('https://smith.example.com')] },
    { callback_settings: {} },
  ]) {
    expect((await post('/key/generate', { team_id: team, metadata }, ofMember)).status).toBe(403);
    expect((await post('/key/generate', { metadata }, ofMember)).status).toBe(403);
  }
  const logged = await key({ user_id: member, metadata: { logging: [langfuse('stays')] } });
  expect((await post('/key/update', { key: logged, metadata: { note: 1 } }, ofMember)).status).toBe(200);
  const marker = newName();
  await post('/v1/chat/completions', ask('gpt', said(marker)), logged);
  await expect.poll(() => at('stays', marker).length, wait).toBe(1);
});

test('a key tells whether its own account takes what it is told', async () => {
  const health = async (logging: object): Promise<unknown> =>
    (await post('/key/health', {}, await key({ metadata: { logging: [logging] } }))).body;
  expect(await health(langfuse('health'))).toMatchObject({
    key: 'healthy',
    logging_callbacks: { callbacks: ['langfuse'] },
  });
  const away = { langsmith_api_key: 'ls', langsmith_base_url: 'http://127.0.0.1:9' };
  expect(await health({ callback_name: 'langsmith', callback_vars: away })).toMatchObject({
    key: 'unhealthy',
    logging_callbacks: { status: 'unhealthy', details: 'langsmith: ECONNREFUSED' },
  });
});

test('an account that is away costs its key nothing, and the others of its name get theirs', async () => {
  const away = { langsmith_api_key: 'ls', langsmith_base_url: 'http://127.0.0.1:9' };
  const near = { langsmith_api_key: 'ls', langsmith_base_url: `${sink.url}/near` };
  const logging = (variables: object) => ({ logging: [{ callback_name: 'langsmith', callback_vars: variables }] });
  const [one, other] = [await key({ metadata: logging(away) }), await key({ metadata: logging(near) })];
  const marker = newName();
  for (let round = 0; round < 5; round++) {
    expect((await post('/v1/chat/completions', ask('gpt', said(marker)), one)).status).toBe(200);
  }
  await post('/v1/chat/completions', ask('gpt', said(marker)), other);
  await expect.poll(() => at('near', marker).length, wait).toBe(1);
  const metric = 'litellm_callback_logging_failures_metric_total{callback_name="langsmith"}';
  await expect.poll(async () => (await (await gateway.get('/metrics')).text()).includes(metric), wait).toBe(true);
});
