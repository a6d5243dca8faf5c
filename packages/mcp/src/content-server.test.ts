import { join } from 'node:path';
import { Client, InMemoryTransport, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { Showrunner } from '@showrunner/client';
import {
  openAiCompletion,
  startScriptedUpstream,
  startServer,
  type Behaviour,
  type RecordedRequest,
  type ScriptedUpstream,
  type StartedServer,
} from '@showrunner/testkit';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { contentServer } from './content-server.ts';

// The official client against the real server; behind that a gateway that plays a script.

const KEY = 'sk-test-key';
let gateway: ScriptedUpstream;
let server: StartedServer;
let answer: (request: RecordedRequest) => Behaviour = writes;
let topics = 0;

beforeAll(async () => {
  gateway = await startScriptedUpstream((request) =>
    request.method === 'GET' ? { json: { data: [model] } } : answer(request),
  );
  server = await startServer(join(import.meta.dirname, '../../../apps/mpc-api/src/main.ts'), {
    args: ['--port', '0'],
    env: { LITELLM_BASE_URL: gateway.url, MPC_API_KEY: KEY, MPC_BODY_LIMIT: '20000' },
  });
});
afterAll(async () => {
  await server.stop();
  await gateway.close();
});
beforeEach(() => {
  answer = writes;
  topics += 1;
});

/** Another one in each test, so that none meets the work of another. */
const tea = () => ({ prompt: `tea ${topics}`, duration: 22 });

const questions = () => gateway.requests.filter(({ method }) => method === 'POST').length;

describe('over HTTP', () => {
  it('lists a tool for each recipe, for jobs and for batches, whose schemas all validators and importers read', async () => {
    await using client = await connected();
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name).sort()).toEqual([
      'cancel_batch',
      'cancel_job',
      'generate_batch',
      'generate_metadata',
      'generate_package',
      'generate_script',
      'generate_thumbnail_prompt',
      'get_batch',
      'get_job',
      'revise_metadata',
      'revise_script',
      'revise_thumbnail_prompt',
    ]);
    for (const { inputSchema, outputSchema = {}, annotations } of tools) {
      for (const schema of [inputSchema, outputSchema] as object[]) {
        new Ajv({ strict: false, validateFormats: false }).compile(schema);
        new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
      }
      expect(Object.keys(inputSchema)).not.toContain('anyOf');
      expect(JSON.stringify(inputSchema)).not.toMatch(/"null"|\$ref|"stream"|"webhook_url"/);
      expect(annotations).toHaveProperty('readOnlyHint');
    }
  });

  it('gives a result as data that fits its schema, and as text', async () => {
    await using client = await connected();
    const { structuredContent, content, isError } = await client.callTool({
      name: 'generate_script',
      arguments: tea(),
    });
    expect(isError).not.toBe(true);
    expect(structuredContent).toMatchObject({ state: 'succeeded', result: { title: 'On tea' }, findings: [] });
    expect(content).toEqual([{ type: 'text', text: JSON.stringify(structuredContent) }]);
  });

  it('gives several whole scripts, which fit the schema too', async () => {
    await using client = await connected();
    const { structuredContent } = await client.callTool({
      name: 'generate_script',
      arguments: { ...tea(), variants: 2 },
    });
    expect(structuredContent).toHaveProperty('result.variants.length', 2);
  });

  it('tells with a token how far it is, by figures that always rise', async () => {
    await using client = await connected();
    const told: number[] = [];
    answer = (request) => ({ ...writes(request), delayMs: 300 });
    await client.callTool(
      { name: 'generate_script', arguments: tea() },
      { onprogress: ({ progress }) => told.push(progress) },
    );
    expect(told.length).toBeGreaterThan(0);
    expect(told).toEqual([...new Set(told)].sort((one, other) => one - other));
  });

  it('answers refused arguments and failures as results, with the member and what to do', async () => {
    await using client = await connected();
    const refused = await client.callTool({ name: 'generate_script', arguments: { prompt: 'tea', duration: 4 } });
    expect(refused).toMatchObject({
      isError: true,
      content: [{ text: expect.stringMatching(/duration: [^]*Put these arguments right/) }],
    });
    expect(await client.callTool({ name: 'get_job', arguments: {} })).toMatchObject({
      isError: true,
      content: [{ text: expect.stringContaining('job_id: is missing') }],
    });
    answer = () => ({ json: openAiCompletion({ text: 'I cannot help with that.' }) });
    expect(await client.callTool({ name: 'generate_script', arguments: tea() })).toMatchObject({
      isError: true,
      content: [{ text: expect.stringMatching(/^GENERATION_FAILED: [^]*job_id: job_[^]*larger model/) }],
    });
    await expect(client.callTool({ name: 'write_poem', arguments: {} })).rejects.toMatchObject({ code: -32602 });
  });

  it('meets the same work when a call is made again, in any order of arguments', async () => {
    await using client = await connected();
    const { prompt, duration } = tea();
    const first = await client.callTool({ name: 'generate_script', arguments: { prompt, duration, cache: false } });
    const asked = questions();
    const again = await client.callTool({ name: 'generate_script', arguments: { cache: false, duration, prompt } });
    expect(again.structuredContent).toEqual(first.structuredContent);
    expect(questions()).toBe(asked);
  });

  it('accepts many at once, whole or not at all, once for the same arguments', async () => {
    await using client = await connected();
    const items = [
      { recipe: 'script', input: tea(), client_ref: 'one' },
      { recipe: 'script', input: { ...tea(), seed: 2 } },
    ];
    const call = (name: string, input: object) => client.callTool({ name, arguments: { ...input } });
    const bad = await call('generate_batch', { items: [...items, { recipe: 'script', input: { duration: 4 } }] });
    expect(bad).toMatchObject({ isError: true, content: [{ text: expect.stringContaining('items[2].input') }] });
    const { structuredContent } = await call('generate_batch', { items });
    expect(structuredContent).toMatchObject({ items: [{ client_ref: 'one', recipe: 'script' }, {}] });
    const { batch_id } = structuredContent as { batch_id: string };
    expect((await call('generate_batch', { items })).structuredContent).toMatchObject({ batch_id });
    const followed = async () => (await call('get_batch', { batch_id })).structuredContent;
    await expect.poll(followed, { timeout: 20_000 }).toMatchObject({ state: 'completed', counts: { succeeded: 2 } });
    expect((await call('cancel_batch', { batch_id })).structuredContent).toMatchObject({ counts: { succeeded: 2 } });
    expect(await call('get_batch', { batch_id: ' ' })).toMatchObject({ isError: true });
  });

  it('ends the work when a call is cancelled, and only that of this client', async () => {
    await using client = await connected();
    await using other = await connected();
    answer = () => ({ hang: true });
    const asked = questions();
    const caller = new AbortController();
    const calling = client.callTool({ name: 'generate_script', arguments: tea() }, { signal: caller.signal });
    await expect.poll(questions, { timeout: 10_000 }).toBe(asked + 1);
    const beside = new AbortController();
    const second = { ...tea(), prompt: `coffee ${topics}` };
    const going = other.callTool({ name: 'generate_script', arguments: second }, { signal: beside.signal });
    await expect.poll(questions, { timeout: 10_000 }).toBe(asked + 2);
    caller.abort('no longer wanted');
    await expect(calling).rejects.toThrow('no longer wanted');
    await expect.poll(() => statesOf(2), { timeout: 10_000 }).toEqual(['cancelled', 'running']);
    beside.abort('enough');
    await expect(going).rejects.toThrow('enough');
    await expect.poll(() => statesOf(2), { timeout: 10_000 }).toEqual(['cancelled', 'cancelled']);
  });

  it('lets the work go on when the connection closes', async () => {
    const client = await connected();
    answer = (request) => ({ ...writes(request), delayMs: 1_500 });
    const asked = questions();
    const going = client.callTool({ name: 'generate_script', arguments: tea() });
    going.catch(() => undefined);
    await expect.poll(questions, { timeout: 10_000 }).toBe(asked + 1);
    await client.close();
    await expect.poll(() => statesOf(1), { timeout: 10_000 }).toEqual(['succeeded']);
  });

  it('needs a key, no session, and no page of another origin', async () => {
    const ask = (headers: Record<string, string>, method = 'POST') =>
      fetch(`${server.url}/mcp`, {
        method,
        headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream', ...headers },
        ...(method === 'POST' ? { body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' }) } : {}),
      });
    expect((await ask({})).status).toBe(401);
    expect((await ask({ 'x-api-key': KEY, origin: 'https://evil.example' })).status).toBe(403);
    expect((await ask({ 'x-api-key': KEY, origin: 'null' })).status).toBe(403);
    expect((await ask({ 'x-api-key': KEY, origin: server.url })).status).toBe(200);
    const listed = await ask({ authorization: `Bearer ${KEY}`, 'mcp-session-id': 'of-another-process' });
    expect([listed.status, await listed.text()]).toEqual([200, expect.stringContaining('generate_script')]);
    for (const [accept, status] of [
      ['*/*', 200],
      ['text/html, */*', 200],
      ['application/json', 406],
    ] as const)
      expect([accept, (await ask({ 'x-api-key': KEY, accept })).status]).toEqual([accept, status]);
    for (const method of ['GET', 'DELETE']) {
      const refused = await ask({ 'x-api-key': KEY }, method);
      expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'POST']);
    }
  });

  it('holds a key to its scopes, tool by tool', async () => {
    const admin = new Showrunner({ baseUrl: server.url, apiKey: KEY });
    const { data } = await admin.keys.create({ name: 'agent', scopes: ['generate:script', 'jobs:read'] });
    await using client = await connected(data.key);
    expect((await client.callTool({ name: 'generate_script', arguments: tea() })).isError).not.toBe(true);
    expect(await client.callTool({ name: 'generate_metadata', arguments: { content: 'tea' } })).toMatchObject({
      isError: true,
      content: [{ text: expect.stringMatching(/^FORBIDDEN/) }],
    });
  });
});

describe('when it takes longer than clients wait', () => {
  it('answers with the job and the tool that fetches it; the call again meets it, and it is paid once', async () => {
    await using client = await connectedWithin(400);
    let isHeld = true;
    answer = (request) => (isHeld ? { ...writes(request), delayMs: 2_000 } : writes(request));
    const asked = questions();
    const first = await client.callTool({ name: 'generate_script', arguments: tea() });
    expect(first.structuredContent).toMatchObject({ state: 'running', next: expect.stringContaining('get_job') });
    const { job_id } = first.structuredContent as { job_id: string };
    const again = await client.callTool({ name: 'generate_script', arguments: tea() });
    expect(again.structuredContent).toMatchObject({ job_id });
    const streamed = await client.callTool({ name: 'generate_script', arguments: { ...tea(), seed: 2, stream: true } });
    expect(streamed.structuredContent).toMatchObject({ state: 'running' });
    isHeld = false;
    const fetched = async () => (await client.callTool({ name: 'get_job', arguments: { job_id } })).structuredContent;
    await expect.poll(fetched, { timeout: 10_000 }).toMatchObject({ state: 'succeeded', result: { title: 'On tea' } });
    expect(questions()).toBe(asked + 2);
  });

  it('shows a failed job as what it is, and cancels one as often as one likes', async () => {
    await using client = await connectedWithin(5_000);
    answer = () => ({ json: openAiCompletion({ text: 'I cannot help with that.' }) });
    const { content } = await client.callTool({ name: 'generate_script', arguments: tea() });
    const [job_id] = /job_[\da-z]{20,}/.exec(JSON.stringify(content)) ?? [];
    const looked = await client.callTool({ name: 'get_job', arguments: { job_id } });
    expect(looked.isError).not.toBe(true);
    expect(looked.structuredContent).toMatchObject({
      state: 'failed',
      error: expect.stringMatching(/^GENERATION_FAILED/),
    });
    for (let times = 0; times < 2; times += 1)
      expect((await client.callTool({ name: 'cancel_job', arguments: { job_id } })).structuredContent).toEqual({
        job_id,
        state: 'failed',
      });
  });
});

async function connected(key = KEY) {
  const client = new Client({ name: 'test', version: '1' });
  const requestInit = { headers: { authorization: `Bearer ${key}` } };
  await client.connect(new StreamableHTTPClientTransport(new URL(`${server.url}/mcp`), { requestInit }));
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.close() });
}

/** A server in this process, in front of the same API. */
async function connectedWithin(patienceMs: number) {
  const api = new Showrunner({ baseUrl: server.url, apiKey: KEY });
  const [near, far] = InMemoryTransport.createLinkedPair();
  await contentServer({ client: api, version: '1', patienceMs }).connect(far);
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(near);
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.close() });
}

/** Of the newest jobs, the oldest of them first. */
async function statesOf(count: number): Promise<string[]> {
  const { data } = await new Showrunner({ baseUrl: server.url, apiKey: KEY }).jobs.list({ limit: count });
  return data.map(({ state }) => state).toReversed();
}

const model = { model_name: 'default', litellm_params: { model: 'openai/gpt-test' }, model_info: { mode: 'chat' } };

function writes({ body }: RecordedRequest): Behaviour {
  const isAnother = JSON.stringify(body).includes('fourth minute');
  return { json: openAiCompletion({ text: JSON.stringify(isAnother ? anotherScript : script) }) };
}

const script = scriptOf('On tea', 'Why tea turns bitter.', [
  'Your tea turns bitter in the fourth minute, and the leaves are not to blame.',
  'Hot water pulls the sweet parts out first. Tannins need longer, and heat gives them the time that they want.',
  'So pour it off early, or let the kettle cool a little. Taste it at three minutes.',
]);

const anotherScript = scriptOf('Cold leaves', 'What cold water does to a leaf over one night.', [
  'Forget the kettle tonight, because cold water makes a gentler cup than steam ever did.',
  'Overnight the leaves give away sugar and scent, while most of what bites stays where it is, locked inside.',
  'Fill a jar before bed and strain it at breakfast. Taste it at three minutes.',
]);

function scriptOf(title: string, logline: string, narrations: readonly string[]) {
  return {
    title,
    logline,
    cta: 'Taste it at three minutes.',
    scenes: narrations.map((narration, index) => ({
      narration,
      on_screen_text: '',
      visual: ['glass cup of black tea', 'kettle on a stove', 'clock on a wall'][index],
      broll: [
        { query_en: 'tea cup window', description: 'a cup of tea', image_prompt: 'glass cup of tea, soft light' },
      ],
      pace: 'normal',
      emphasis: [],
    })),
    claims: [],
  };
}
