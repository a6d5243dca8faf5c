import {
  openAiCompletion,
  startScriptedUpstream,
  type RecordedRequest,
  type ScriptedUpstream,
} from '@showrunner/testkit';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { manager } from '../testing/manage.ts';
import { ask, openAiModel, startGateway, type StartedGateway } from '../testing/start-gateway.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
const wait = { timeout: 60_000 };

let upstream: ScriptedUpstream;
let sink: ScriptedUpstream;
let gateway: StartedGateway;
beforeAll(async () => {
  upstream = await startScriptedUpstream(({ body }: RecordedRequest) => {
    const said = JSON.stringify((body as { messages: unknown }).messages);
    if (said.includes('[fail]')) return { status: 400, json: { error: { message: `no: ${said}` } } };
    return { json: openAiCompletion({ text: `you said ${said}` }) };
  });
  sink = await startScriptedUpstream(() => ({ json: {} }));
  const words = (name: string, [keyword, action]: [string, string], mode: string, more: object = {}): object => ({
    guardrail_name: name,
    litellm_params: {
      guardrail: 'litellm_content_filter',
      mode,
      blocked_words: [{ keyword, action }],
      ...more,
    },
  });
  gateway = await startGateway({
    model_list: [openAiModel('gpt', upstream.url, { num_retries: 0 })],
    litellm_settings: { callbacks: ['sink'] },
    callback_settings: { sink: { callback_type: 'generic_api', endpoint: sink.url } },
    guardrails: [
      words('fruit', ['persimmon', 'BLOCK'], 'pre_call', { default_on: true }),
      words('tool', ['hammer', 'BLOCK'], 'pre_call', { default_on: true }),
      words('told', ['marigold', 'MASK'], 'logging_only', { default_on: true }),
      words('strict', ['orchid', 'BLOCK'], 'logging_only', { default_on: true }),
    ],
  });
});
afterAll(async () => {
  await gateway.stop();
  await Promise.all([upstream.close(), sink.close()]);
});

const { post, get, done, key } = manager(() => gateway);
const says = async (holder: string, words: string, members: object = {}): Promise<number> =>
  (await post('/v1/chat/completions', ask('gpt', { messages: [{ role: 'user', content: words }], ...members }), holder))
    .status;

describe('an administrator takes out of guardrails that everybody meets', () => {
  test.each([
    ['a key', async () => key({ disable_global_guardrails: true })],
    ['a key, in its metadata', async () => key({ metadata: { disable_global_guardrails: true } })],
    ['a team', async () => key({ team_id: (await done('/team/new', { disable_global_guardrails: true })).team_id })],
  ])('%s, out of all', async (_, make) => {
    const holder = await make();
    expect(await says(holder, 'a persimmon')).toBe(200);
    // What is asked for is met all the same.
    expect(await says(holder, 'a persimmon', { guardrails: ['fruit'] })).toBe(400);
  });

  test('a key of such a team may be held to them, and one to which they are named meets those', async () => {
    const { team_id: team } = await done('/team/new', { disable_global_guardrails: true });
    expect(await says(await key({ team_id: team, disable_global_guardrails: false }), 'a persimmon')).toBe(400);
    expect(await says(await key({ team_id: team, guardrails: ['fruit'] }), 'a persimmon')).toBe(400);
  });

  test('out of some', async () => {
    const holder = await key({ metadata: { opted_out_global_guardrails: ['fruit'] } });
    expect(await says(holder, 'a persimmon')).toBe(200);
    expect(await says(holder, 'a hammer')).toBe(400);
  });

  test('nobody else does, in any way, and no word of a request does', async () => {
    const { team_id: team } = await done('/team/new', {
      members_with_roles: [{ role: 'admin', user_id: 'guarded' }],
    });
    const admin = await key({ user_id: 'guarded' });
    const own = await key({ user_id: 'guarded' });
    const ways: readonly [string, object][] = [
      ['/key/generate', {}],
      ['/key/generate', { team_id: team }],
      ['/key/update', { key: own }],
      ['/key/regenerate', { key: own }],
      ['/team/update', { team_id: team }],
    ];
    for (const [path, body] of ways) {
      for (const opens of [
        { disable_global_guardrails: true },
        { metadata: { disable_global_guardrails: true } },
        { metadata: { opted_out_global_guardrails: ['fruit'] } },
      ]) {
        expect([path, opens, (await post(path, { ...body, ...opens }, admin)).status]).toEqual([path, opens, 403]);
      }
      expect((await post(path, { ...body, disable_global_guardrails: false }, admin)).status).not.toBe(403);
    }
    const open = await key({ user_id: 'guarded', disable_global_guardrails: true });
    expect((await post('/key/update', { key: open, key_alias: 'renamed', metadata: { note: 1 } }, admin)).status).toBe(
      200,
    );
    expect(await says(open, 'a persimmon')).toBe(200);
    for (const said of [{ disable_global_guardrails: true }, { metadata: { disable_global_guardrails: true } }]) {
      expect(await says(await key({ user_id: 'guarded' }), 'a persimmon', said)).toBe(400);
    }
  });
});

describe('a guardrail that is logging_only', () => {
  const told = (marker: string): string =>
    JSON.stringify(
      sink.requests.flatMap(({ body }) => body as object[]).filter((event) => JSON.stringify(event).includes(marker)),
    );

  test('masks what is told, and neither what is sent nor what is answered', async () => {
    const holder = await key({ key_alias: 'told-1' });
    const asked = ask('gpt', { messages: [{ role: 'user', content: 'a marigold here' }] });
    const answer = await post('/v1/chat/completions', asked, holder);
    expect(JSON.stringify(answer.body)).toContain('marigold');
    await expect.poll(() => told('told-1'), wait).toContain('here');
    expect(JSON.stringify(upstream.requests.at(-1)?.body)).toContain('marigold');
    expect(told('told-1')).not.toContain('marigold');
    expect(told('told-1')).toContain('[KEYWORD_REDACTED] here');
    expect(told('told-1')).toContain('"guardrail_mode":"logging_only"');
  });

  test('masks what a vendor quotes in its error', async () => {
    const holder = await key({ key_alias: 'told-2' });
    expect(await says(holder, '[fail] a marigold there')).toBe(400);
    await expect.poll(() => told('told-2'), wait).toContain('there');
    expect(told('told-2')).not.toContain('marigold');
  });

  test('that refuses has nothing of it told', async () => {
    const holder = await key({ key_alias: 'told-3' });
    expect(await says(holder, 'an orchid elsewhere')).toBe(200);
    await expect.poll(() => told('told-3'), wait).toContain('redacted-by-litellm');
    expect(told('told-3')).not.toContain('elsewhere');
  });

  test('is counted, and shown where guardrails are', async () => {
    expect((await get('/guardrails/list')).status).toBe(200);
    const page = await (await gateway.get('/metrics')).text();
    expect(page).toMatch(/litellm_guardrail_requests_total\{[^}]*guardrail_name="told"[^}]*hook_type="logging_only"/);
  });
});
