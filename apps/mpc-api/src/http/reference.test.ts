import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type RunningApi } from '../testing/start-api.ts';

function residentMegabytes({ server }: RunningApi): number {
  const status = readFileSync(`/proc/${server.process.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api[Symbol.asyncDispose]());

describe('the API reference', () => {
  it('is where / leads, without a key', async () => {
    const response = await fetch(api.url, { redirect: 'follow' });
    expect(response.status).toBe(200);
    expect(new URL(response.url).pathname).toBe('/docs');
  });

  it('names no host but this one in its page, and forbids the browser to ask another', async () => {
    const response = await fetch(`${api.url}/docs`);
    const page = await response.text();
    expect(page).not.toMatch(/https?:|\/\/[a-z]/i);
    const sources = [...page.matchAll(/(?:src|href|data-url)="([^"]+)"/g)].map(([, source]) => source);
    expect(sources).toEqual(['/openapi.json', '/docs/reference.js']);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    // No directive may name a host or scheme that leads elsewhere.
    expect(policy.replaceAll(/'self'|'none'|'unsafe-inline'|data:|blob:/g, '')).not.toMatch(/[:.*]/);
  });

  it("has fonts, proxy, telemetry and the vendor's services off", async () => {
    const page = await (await fetch(`${api.url}/docs`)).text();
    const attribute = /data-configuration="([^"]+)"/.exec(page)?.[1]?.replaceAll('&quot;', '"') ?? '';
    expect(JSON.parse(attribute)).toMatchObject({
      withDefaultFonts: false,
      proxyUrl: '',
      telemetry: false,
      agent: { disabled: true },
      mcp: { disabled: true },
    });
  });

  it('serves its script itself', async () => {
    const response = await fetch(`${api.url}/docs/reference.js`);
    expect(response.headers.get('content-type')).toMatch(/^text\/javascript/);
    expect(response.headers.get('content-encoding')).toBe('gzip');
    const script = await response.text();
    expect(script.length).toBeGreaterThan(1_000_000);
    const plain = await fetch(`${api.url}/docs/reference.js`, { headers: { 'accept-encoding': 'gzip;q=0' } });
    expect(plain.headers.has('content-encoding')).toBe(false);
    expect(await plain.text()).toBe(script);
  });

  // Linux alone says how much of a process is in memory.
  it.runIf(process.platform === 'linux')(
    'costs hardly any memory once its script is out',
    async () => {
      await using fresh = await startApi();
      const before = residentMegabytes(fresh);
      await (await fetch(`${fresh.url}/docs/reference.js`)).arrayBuffer();
      await wait(200);
      expect(residentMegabytes(fresh) - before).toBeLessThan(40);
    },
    60_000,
  );

  it('is there in OpenAPI 3.0, with the address that it was asked at', async () => {
    const document: unknown = await (await fetch(`${api.url}/openapi.json?dialect=3.0`)).json();
    expect(document).toMatchObject({ openapi: '3.0.3', servers: [{ url: api.url }] });
    const { status } = await fetch(`${api.url}/openapi.json?dialect=2.0`);
    expect(status).toBe(422);
  });

  it('describes every endpoint that answers', async () => {
    const document = (await (await fetch(`${api.url}/openapi.json`)).json()) as {
      openapi: string;
      paths: Record<string, Record<string, unknown>>;
    };
    expect(document.openapi).toMatch(/^3\.1/);
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => ({ path, method: method.toUpperCase() })),
    );
    const unanswered = await Promise.all(
      operations.map(async ({ path, method }) => {
        const response = await fetch(api.url + path.replaceAll(/\{\w+\}/g, 'x'), { method });
        return response.status === 404 || response.status === 405 ? `${method} ${path}` : undefined;
      }),
    );
    expect(unanswered.filter((one) => one !== undefined)).toEqual([]);
    expect(operations.length).toBeGreaterThanOrEqual(9);
  });
});
