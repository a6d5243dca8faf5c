import { once } from 'node:events';
import { createServer } from 'node:http';
import { openAiChunks, requireTool, startFaultProxy, testChromium } from '@showrunner/testkit';
import { chromium, type Browser, type Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { espressoAnswer } from '../testing/espresso.ts';
import { startApi, type RunningApi } from '../testing/start-api.ts';

// An open server on loopback and the pages of a real browser: its own, and those of others on the same machine.

const slowly = { sse: openAiChunks(JSON.stringify(espressoAnswer), { charactersPerChunk: 60 }), gapMs: 120 } as const;
const NAMES = ['start', 'outline', 'progress', 'scene', 'check', 'part', 'result', 'failed', 'cancelled'];

describe('an open server', { timeout: 180_000, ...requireTool('chromium') }, () => {
  let api: RunningApi;
  let browser: Browser;
  beforeAll(async () => {
    api = await startApi([slowly], { env: { MPC_API_KEY: '', MPC_WORKERS: '2' } });
    browser = await chromium.launch({
      executablePath: testChromium() ?? 'chromium',
      // Its own sandbox needs more than containers and root give it. A name of somebody else's leads to this machine.
      args: ['--no-sandbox', '--host-resolver-rules=MAP *.example 127.0.0.1'],
    });
    return async () => {
      await browser.close();
      await api[Symbol.asyncDispose]();
    };
  });

  test('tells two tabs of its own all events once and in order, however often their streams are cut', async () => {
    await using proxy = await startFaultProxy({ port: Number(new URL(api.url).port) });
    const own = `http://127.0.0.1:${proxy.port}`;
    const tabs = [await openTab(browser, `${own}/health/live`), await openTab(browser, `${own}/health/live`)];
    const [first] = tabs;
    if (first === undefined) throw new Error('There is no tab.');
    const begun = await accept(first, 'begun');
    for (const tab of tabs) await tab.evaluate(`(${FOLLOW})(${JSON.stringify(NAMES)})`);
    for (const tab of tabs) await expect.poll(() => seenBy(tab), { timeout: 30_000 }).not.toEqual([]);
    const jobs = [begun];
    for (let cut = 0; cut < 4; cut += 1) {
      const before = (await seenBy(first)).length;
      // There has to be more to tell, however long a browser takes to come again.
      jobs.push(await accept(first, `later ${cut}`));
      await expect.poll(async () => (await seenBy(first)).length, { timeout: 30_000 }).toBeGreaterThan(before);
      proxy.resetConnections();
    }
    const told = (await Promise.all(jobs.map(idsOf))).flat().toSorted((one, other) => one - other);
    for (const tab of tabs) {
      await expect.poll(async () => (await seenBy(tab)).at(-1), { timeout: 60_000 }).toBe(told.at(-1));
      const seen = await seenBy(tab);
      expect(seen).toEqual(told.slice(told.indexOf(seen[0] ?? -1)));
    }
  });

  test.each(['http://127.0.0.1', 'http://localhost', 'http://evil.example'])(
    'lets a page of %s neither read nor spend',
    async (origin) => {
      await using foreign = await startForeignServer();
      const page = await openTab(browser, `${origin}:${foreign.port}/`);
      const before = await figuresOf(api);
      const { port } = new URL(api.url);
      for (const target of [`http://127.0.0.1:${port}`, `http://localhost:${port}`, `http://evil.example:${port}`])
        expect(await page.evaluate(`(${ATTACK})(${JSON.stringify(target)})`)).toEqual([]);
      expect(await figuresOf(api)).toEqual(before);
    },
  );

  test('is read by nobody under a name that is not its own', async () => {
    const page = await browser.newPage();
    const answered = await page.goto(`http://evil.example:${new URL(api.url).port}/jobs`);
    expect(answered?.status()).toBe(403);
  });

  async function idsOf(job: string): Promise<number[]> {
    const text = await (await fetch(`${api.url}/jobs/${job}/events`)).text();
    return [...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));
  }
});

async function openTab(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(url);
  return page;
}

async function accept(tab: Page, part: string): Promise<string> {
  return tab.evaluate(`(${ACCEPT})(${JSON.stringify(part)})`);
}

function seenBy(tab: Page): Promise<number[]> {
  return tab.evaluate('globalThis.seen');
}

async function figuresOf(api: RunningApi): Promise<object> {
  const { data } = (await (await fetch(`${api.url}/jobs?limit=200`)).json()) as { data: unknown[] };
  const keys = (await (await fetch(`${api.url}/keys`)).json()) as { data: unknown[] };
  return { jobs: data.length, keys: keys.data.length, asks: api.provider.requests.length };
}

async function startForeignServer() {
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end('<p>Hello</p>'));
  server.listen(0, '::');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return {
    port,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

// What follows runs in pages.

const ACCEPT = `async (part) => {
  const response = await fetch('/generate/script', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ prompt: 'How espresso works, ' + part, async: true, cache: false }),
  });
  return (await response.json()).data.id;
}`;

/** Notes the ids of stored events; a snapshot has none. */
const FOLLOW = `(names) => {
  globalThis.seen = [];
  const source = new EventSource('/jobs/events');
  for (const name of names)
    source.addEventListener(name, ({ lastEventId }) => {
      if (lastEventId !== '') globalThis.seen.push(Number(lastEventId));
    });
}`;

/** Whatever a page can send without asking first, and what it may hope to read; gives what it could read. */
const ATTACK = `async (target) => {
  const read = [];
  const body = '{"prompt":"How espresso works","scopes":["admin"],"name":"mine","url":"' + target + '"}';
  const look = async (how, path, init) => {
    try {
      const response = await fetch(target + path, init);
      const text = await response.text();
      if (text !== '') read.push([how, path, response.status, text.slice(0, 80)]);
    } catch {}
  };
  for (const path of ['/generate/script', '/batch', '/keys', '/webhooks/test', '/mcp']) {
    await look('simple', path, { method: 'POST', mode: 'no-cors', headers: { 'content-type': 'text/plain' }, body });
    await look('form', path, { method: 'POST', mode: 'no-cors', body: new URLSearchParams({ [body]: '' }) });
    await look('json', path, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    await look('async', path, { method: 'POST', mode: 'no-cors', credentials: 'include', body: body.replace('}', ',"async":true}') });
  }
  for (const path of ['/jobs', '/keys', '/usage', '/openapi.json', '/jobs/events', '/health', '/metrics'])
    await look('get', path, {});
  const form = document.createElement('form');
  const frame = document.createElement('iframe');
  frame.name = 'sink';
  Object.assign(form, { action: target + '/generate/script', method: 'post', enctype: 'text/plain', target: 'sink' });
  const field = document.createElement('input');
  Object.assign(field, { name: body.slice(0, -1) + ',"a":"', value: '"}' });
  form.append(field);
  document.body.append(frame, form);
  const loaded = new Promise((resolve) => { frame.onload = resolve; });
  form.submit();
  await Promise.race([loaded, new Promise((resolve) => setTimeout(resolve, 3000))]);
  const source = new EventSource(target + '/jobs/events');
  const opened = await new Promise((resolve) => {
    source.onopen = () => resolve(true);
    source.onerror = () => resolve(false);
  });
  source.close();
  if (opened) read.push(['stream']);
  return read;
}`;
