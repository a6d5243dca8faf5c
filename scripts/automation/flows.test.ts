import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KEY, startApi, wellBehaved, type RunningApi } from '../../apps/mpc-api/src/testing/start-api.ts';
import type { Run, SentRequest } from './flow.ts';
import { difyTools, flows } from './read-flows.ts';

// The requests of the flows that docs/guides/automation offers, as their programs send them, to the real server.

let api: RunningApi;
let delayMs = 0;
beforeAll(async () => {
  api = await startApi((request) => ({ ...wellBehaved(request), delayMs }));
});
afterAll(() => api[Symbol.asyncDispose]());

describe.each(flows)('$file', ({ file, requests }) => {
  const runOf = (run: string): Run => ({ server: api.url, key: KEY, topic: 'How espresso works', seconds: 45, run });

  it('gives a package, by one job however often it asks, and by another in the next run', async () => {
    const before = await countOf(api);
    for (const request of requests(runOf('first')))
      // Its program sends it again where an answer was lost.
      for (let tries = 0; tries < 2; tries += 1)
        expect(await send(request)).toMatchObject({ success: true, data: { script: {}, thumbnail: {}, metadata: {} } });
    const after = await countOf(api);
    expect(after - before).toBe(1);
    for (const request of requests(runOf('second'))) await send(request);
    expect(await countOf(api)).toBe(after + 1);
  });

  it('finds what goes on by asking again, where that takes longer than its program waits', async () => {
    delayMs = 1_200;
    const before = await countOf(api);
    const asked = requests({ ...runOf('slow'), topic: `How espresso works, as told to ${file}` });
    const impatient = asked.map((request) => ({ ...request, headers: { ...request.headers, Prefer: 'wait=1' } }));
    const [first] = impatient;
    if (first === undefined) throw new Error('There is no request.');
    expect(await send(first)).toMatchObject({ data: { state: 'running', result: null } });
    const last = impatient.at(-1) ?? first;
    await expect.poll(() => send(last), { timeout: 30_000 }).toMatchObject({ data: { script: {}, missing: [] } });
    expect(await countOf(api)).toBe(before + 1);
    delayMs = 0;
  });

  it('names a key of its run, and waits for less than its program does', () => {
    for (const { headers, timeoutMs } of requests(runOf('run-7'))) {
      expect(headers['Idempotency-Key']).toMatch(new RegExp(`^${file.split('-')[0]}-.*run-7$`));
      const [, seconds] = /^wait=(\d+)$/.exec(headers.Prefer ?? '') ?? [];
      expect(Number(seconds)).toBeGreaterThan(0);
      expect(Number(seconds) * 1_000).toBeLessThanOrEqual(timeoutMs - 10_000);
    }
  });
});

async function send({ url, method, headers, body, timeoutMs }: SentRequest): Promise<unknown> {
  const response = await fetch(url, { method, headers, body, signal: AbortSignal.timeout(timeoutMs) });
  return response.json();
}

/** Packages that were asked for, whose parts are jobs of their own. */
async function countOf(one: RunningApi): Promise<number> {
  const { data } = (await (await one.get('/jobs?recipe=package&limit=200')).json()) as { data: unknown[] };
  return data.length;
}

it('the tools for Dify are what its parser takes: an address, a name for each, and defaults that are single values', () => {
  const { openapi, servers, paths, components } = JSON.parse(difyTools) as DifyDocument;
  expect([openapi, servers[0]?.url]).toEqual(['3.0.3', expect.stringMatching(/^http/)]);
  const tools = Object.values(paths).flatMap((path) => Object.values(path));
  expect(tools.map(({ operationId }) => operationId)).toContain('generatePackage');
  for (const { operationId, requestBody } of tools) {
    expect(operationId).toMatch(/^[\w-]{1,64}$/);
    const name = requestBody?.content['application/json'].schema.$ref.split('/').at(-1) ?? '';
    for (const member of Object.values(components.schemas[name]?.properties ?? {}))
      expect(typeof member.default).not.toBe('object');
  }
});

interface DifyDocument {
  readonly openapi: string;
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, DifyTool>>>>;
  readonly components: {
    readonly schemas: Readonly<
      Record<string, { readonly properties: Readonly<Record<string, { readonly default?: unknown }>> }>
    >;
  };
}

interface DifyTool {
  readonly operationId: string;
  readonly requestBody?: {
    readonly content: { readonly 'application/json': { readonly schema: { readonly $ref: string } } };
  };
}
