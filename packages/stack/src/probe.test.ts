import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { freePort } from '@showrunner/testkit';
import { afterEach, describe, expect, test } from 'vitest';
import { ask } from './probe.ts';

const closings: (() => void)[] = [];
afterEach(() => {
  for (const close of closings.splice(0)) close();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  closings.push(() => {
    server.close();
    server.closeAllConnections();
  });
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/ready`;
}

describe('an HTTP probe', () => {
  test('passes on 2xx and keeps what was answered', async () => {
    const url = await serve((_, response) => response.end('{"status":"ok"}'));
    expect(await ask({ kind: 'http', url }, 1_000)).toEqual({ ok: true, output: '{"status":"ok"}' });
  });

  test('that is told no has been answered, with status and reason', async () => {
    const url = await serve((_, response) => {
      response.statusCode = 503;
      response.end('the store is not reachable');
    });
    const result = await ask({ kind: 'http', url }, 1_000);
    expect(result).toEqual({ ok: false, answered: true, output: `GET ${url}: status 503 the store is not reachable` });
  });

  test('that nobody answers in time has not been answered', async () => {
    const url = await serve(() => {});
    const result = await ask({ kind: 'http', url }, 100);
    expect(result).toEqual({ ok: false, answered: false, output: `GET ${url}: no answer within 100 ms` });
  });

  test('gives up an answer that never ends', async () => {
    const url = await serve((_, response) => void response.write('{'));
    expect(await ask({ kind: 'http', url }, 100)).toMatchObject({ ok: false, answered: false });
  });
});

test('a TCP probe passes where somebody listens and says why where nobody does', async () => {
  const { port } = new URL(await serve(() => {}));
  expect(await ask({ kind: 'tcp', host: '127.0.0.1', port: Number(port) }, 1_000)).toMatchObject({ ok: true });
  const closed = await ask({ kind: 'tcp', host: '127.0.0.1', port: await freePort() }, 1_000);
  expect(closed).toMatchObject({ ok: false, answered: false });
  expect(closed.output).toContain('ECONNREFUSED');
});

describe('an exec probe', () => {
  const node = (code: string, environment = {}) =>
    ({ kind: 'exec', command: process.execPath, args: ['-e', code], environment }) as const;

  test('runs without a shell: what a shell would read stays an argument', async () => {
    const probe = {
      kind: 'exec',
      command: process.execPath,
      args: ['-p', 'process.argv[1]', '$(echo no); `id`'],
    } as const;
    expect(await ask(probe, 5_000)).toEqual({ ok: true, output: '$(echo no); `id`\n' });
  });

  test('fails with the exit code and what was said', async () => {
    const result = await ask(node("console.error('NOAUTH'); process.exitCode = 1"), 5_000);
    expect(result).toMatchObject({ ok: false, answered: true });
    expect(result.output).toMatch(/exit 1 NOAUTH$/);
  });

  test('is killed when it takes too long', async () => {
    expect(await ask(node('setInterval(() => {}, 1000)'), 300)).toMatchObject({ ok: false, answered: false });
  });
});
