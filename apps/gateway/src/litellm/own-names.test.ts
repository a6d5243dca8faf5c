import { openAiCompletion, startScriptedUpstream, type ScriptedUpstream } from '@showrunner/testkit';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { actedOnParams } from '../config/sections/model-list/litellm-params.ts';
import { mockMembers } from '../exchange/asked/mock-controls.ts';
import { ask, openAiModel, startGateway, type StartedGateway } from '../testing/start-gateway.ts';
import { openAiChatMembers, OWN_PREFIX, ownParameters, ownRequestControls } from './own-names.ts';

/** As strict as OpenAI: one member that its API does not have, and the request is refused. */
let strict: ScriptedUpstream;
beforeAll(async () => {
  strict = await startScriptedUpstream(({ body }) => {
    const stray = Object.keys(body as object).filter((member) => !openAiChatMembers.has(member));
    return stray.length === 0
      ? { json: openAiCompletion({ text: 'fine' }) }
      : { status: 400, json: { error: { message: `Unrecognized request argument supplied: ${stray.join(', ')}` } } };
  });
});
afterAll(() => strict.close());

async function start(params: object = {}, more: object = {}): Promise<StartedGateway> {
  const gateway = await startGateway({
    model_list: [openAiModel('m', strict.url, params)],
    router_settings: { num_retries: 0 },
    ...more,
  });
  onTestFinished(async () => void (await gateway.stop()));
  return gateway;
}

const byText = (one: string, other: string): number => (one < other ? -1 : 1);

interface LogLine {
  readonly path?: string;
  readonly msg: string;
  readonly fix?: string;
}

function findings(gateway: StartedGateway): LogLine[] {
  return gateway.logs.map((line) => JSON.parse(line) as LogLine).filter(({ path }) => path !== undefined);
}

describe("LiteLLM's own parameters of a deployment", () => {
  const notActedOn = [...ownParameters].filter((name) => !actedOnParams.includes(name));

  test('reach no vendor, no log and no error, and each is reported once', async () => {
    const gateway = await start(Object.fromEntries(notActedOn.map((name) => [name, `leaks-${name}`])));
    const answer = await gateway.post(ask('m'));
    expect(await answer.json()).toMatchObject({ model: 'm' });
    const sent = strict.requests.at(-1);
    expect(JSON.stringify([sent?.body, sent?.headers])).not.toContain('leaks-');
    expect(gateway.logs.join('\n')).not.toContain('leaks-');
    const refused = await gateway.post(ask('nobody'));
    expect(await refused.text()).not.toContain('leaks-');
    const reported = findings(gateway).map(({ path }) => path?.split('.').at(-1) ?? '');
    expect(reported.toSorted(byText)).toEqual(notActedOn.toSorted(byText));
  });

  test('are told by /model/info without those that are secrets', async () => {
    const secrets = [
      'langfuse_secret_key',
      'langfuse_secret',
      'azure_password',
      'azure_ad_token',
      'aws_secret_access_key',
      'aws_access_key_id',
      'aws_session_token',
      'client_secret',
      'vertex_credentials',
      'dd_api_key',
      'valkey_password',
      'slack_webhook_url',
      'github_copilot_user_session',
    ];
    expect(secrets.filter((name) => !ownParameters.has(name))).toEqual([]);
    const gateway = await start({
      ...Object.fromEntries(secrets.map((name) => [name, `leaks-${name}`])),
      api_base: `${strict.url.replace('//', '//user:leaks-userinfo@')}/v1?key=leaks-query`,
      extra_headers: { 'x-own': 'leaks-header' },
      model_config: { nested: [{ api_key: 'leaks-nested' }] },
      max_tokens: 5,
      input_cost_per_token: 0.1,
      langfuse_host: 'https://langfuse.example',
    });
    const told = await (await gateway.get('/model/info')).text();
    expect(told).not.toContain('leaks-');
    expect(JSON.parse(told).data[0].litellm_params).toMatchObject({
      max_tokens: 5,
      input_cost_per_token: 0.1,
      langfuse_host: 'https://langfuse.example',
    });
  });

  test('come from credential_list as well, and are as secret there', async () => {
    const gateway = await start(
      { litellm_credential_name: 'mine' },
      {
        credential_list: [{ credential_name: 'mine', credential_values: { langfuse_secret_key: 'leaks-credential' } }],
      },
    );
    expect((await gateway.post(ask('m'))).status).toBe(200);
    expect(await (await gateway.get('/model/info')).text()).not.toContain('leaks-');
    expect(JSON.stringify(strict.requests.at(-1)?.body)).not.toContain('leaks-');
  });

  test('that tell prices and the model behind a name are acted on', async () => {
    const usage = {
      prompt_tokens: 100,
      completion_tokens: 10,
      total_tokens: 110,
      prompt_tokens_details: { cached_tokens: 60 },
    };
    const json = { ...openAiCompletion(), usage };
    await using upstream = await startScriptedUpstream([{ json }]);
    const own = { model: 'openai/own-name' };
    await using gateway = await startGateway({
      model_list: [
        openAiModel('priced', upstream.url, {
          ...own,
          input_cost_per_token: 0.01,
          output_cost_per_token: 0.1,
          cache_read_input_token_cost: 0.001,
        }),
        openAiModel('based', upstream.url, { ...own, base_model: 'openai/gpt-5.4' }),
      ],
    });
    const priced = await gateway.post(ask('priced'));
    expect(Number(priced.headers.get('x-litellm-response-cost'))).toBeCloseTo(40 * 0.01 + 60 * 0.001 + 10 * 0.1);
    const based = await gateway.post(ask('based'));
    expect(Number(based.headers.get('x-litellm-response-cost'))).toBeGreaterThan(0);
    expect(findings(gateway)).toEqual([]);
  });
});

describe('what neither LiteLLM nor this gateway knows in litellm_params', () => {
  test('is sent as it stands with a warning, but for what looks like a price or a secret', async () => {
    await using lenient = await startScriptedUpstream([{ json: openAiCompletion() }]);
    await using gateway = await startGateway({
      model_list: [
        openAiModel('m', lenient.url, {
          guided_json: { type: 'object' },
          stop_token_ids: [1],
          input_cost_per_tokken: 1,
          cost_of_nothing: 1,
          vendor_api_key: 'leaks-key',
          [`${OWN_PREFIX}anything`]: 'leaks-own',
        }),
      ],
    });
    expect((await gateway.post(ask('m'))).status).toBe(200);
    const {
      guided_json: guided,
      stop_token_ids: ids,
      ...rest
    } = { ...(lenient.requests[0]?.body as object) } as Record<string, unknown>;
    expect([guided, ids]).toEqual([{ type: 'object' }, [1]]);
    expect(Object.keys(rest).filter((member) => !openAiChatMembers.has(member))).toEqual([]);
    const told = new Map(findings(gateway).map((line) => [line.path?.split('.').at(-1), `${line.msg}; ${line.fix}`]));
    expect([...told.keys()]).toEqual([
      'guided_json',
      'stop_token_ids',
      'input_cost_per_tokken',
      'cost_of_nothing',
      'vendor_api_key',
      `${OWN_PREFIX}anything`,
    ]);
    expect(told.get('guided_json')).toContain('is sent to the provider as it stands');
    for (const price of ['input_cost_per_tokken', 'cost_of_nothing']) {
      expect(told.get(price)).toContain('not sent');
      expect(told.get(price)).not.toContain('write');
    }
    expect(told.get('vendor_api_key')).toContain('not sent');
  });
});

describe("LiteLLM's own members of a request", () => {
  const ofTheDeployment = [
    'api_key',
    'api_base',
    'base_url',
    'api_version',
    'organization',
    'headers',
    'custom_llm_provider',
  ];
  /** What this gateway acts on has to be what it should be. */
  const values: Readonly<Record<string, unknown>> = {
    cache: { 'no-store': true },
    fallbacks: [],
    guardrails: [],
    num_retries: 0,
    max_retries: 0,
    timeout: 9,
    request_timeout: 9,
    stream_timeout: 9,
    max_fallbacks: 5,
    context_window_fallbacks: [],
    content_policy_fallbacks: [],
    allowed_model_region: 'eu',
  };
  const inRegion = { region_name: 'eu' };
  const names = [...ownParameters, ...ownRequestControls, `${OWN_PREFIX}anything`];
  const refused = [...ofTheDeployment, ...mockMembers.filter((name) => names.includes(name))];

  test('are withheld one by one, or refused by the gateway itself, by name', async () => {
    const gateway = await start(inRegion);
    const refusals = new Map<string, string | null>();
    for (const name of names) {
      const answer = await gateway.post(ask('m', { [name]: values[name] ?? `given-${name}` }));
      const { error } = (await answer.json()) as { error?: { param: string | null } };
      if (error) refusals.set(name, error.param);
    }
    expect(Object.fromEntries(refusals)).toEqual(Object.fromEntries(refused.map((name) => [name, name])));
  });

  test('are withheld all together, streamed too, and from the members of a fallback', async () => {
    await using broken = await startScriptedUpstream([{ status: 500, json: { error: { message: 'no' } } }]);
    const gateway = await start(
      {},
      {
        model_list: [openAiModel('m', strict.url, inRegion), openAiModel('broken', broken.url, inRegion)],
      },
    );
    const withheld = names.filter((name) => !refused.includes(name));
    const members = Object.fromEntries(withheld.map((name) => [name, values[name] ?? `given-${name}`]));
    expect((await gateway.post(ask('m', members))).status).toBe(200);
    const { fallbacks: _, ...others } = members;
    const fallback = { model: 'm', ...others, temperature: 0.5 };
    expect((await gateway.post(ask('broken', { fallbacks: [fallback] }))).status).toBe(200);
    expect(strict.requests.at(-1)?.body).toMatchObject({ temperature: 0.5 });
  });

  test('that are headers stay here', async () => {
    const gateway = await start();
    const own = { 'x-litellm-tags': 'a', 'x-litellm-timeout': '9', 'x-litellm-session-id': 's', 'x-litellm-own': 'x' };
    expect((await gateway.post(ask('m'), own)).status).toBe(200);
    expect(Object.keys(strict.requests.at(-1)?.headers ?? {}).filter((name) => name.startsWith('x-'))).toEqual([]);
  });
});
