import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort, startServer, temporaryFolder, waitUntil, type StartedServer } from '@showrunner/testkit';
import { describe, expect, it } from 'vitest';

const fixture = join(import.meta.dirname, '../__fixtures__/server.ts');

async function ready(url: string): Promise<number> {
  return (await fetch(`${url}/health/ready`)).status;
}

/** Waits for the end that was already asked for. */
async function logged({ logs }: StartedServer, message: string): Promise<void> {
  await waitUntil(() => logs.some((line) => line.includes(`"msg":"${message}"`)), { what: message, output: logs });
}

async function exitCode({ process }: StartedServer): Promise<number | null> {
  if (process.exitCode === null) await once(process, 'exit');
  return process.exitCode;
}

/** What a server answers to bytes of any kind, until it closes the connection. */
async function rawAnswer(url: string, bytes: string): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  let answer = '';
  socket.setEncoding('utf8').on('data', (text: string) => (answer += text));
  socket.write(bytes);
  await once(socket, 'close');
  return answer;
}

describe('a server', () => {
  it('echoes a sane request id, makes one otherwise, and answers errors in the envelope', async () => {
    await using server = await startServer(fixture);
    const answer = await fetch(`${server.url}/nothing`, { headers: { 'x-request-id': 'mine-1' } });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('x-request-id')).toBe('mine-1');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await answer.json()).toMatchObject({ error: { code: 'NOT_FOUND' } });
    const strange = await fetch(`${server.url}/health/live`, { headers: { 'x-request-id': '<script>' } });
    expect(strange.headers.get('x-request-id')).toMatch(/^req_/);
  });

  it('refuses compressed bodies and all but one Host, ignores expectations it does not know, and names even what is no request', async () => {
    await using server = await startServer(fixture);
    const packed = await fetch(`${server.url}/health/live`, { headers: { 'content-encoding': 'gzip' } });
    expect(packed.status).toBe(415);
    expect(await packed.json()).toMatchObject({ error: { details: { allowed: ['identity'] } } });
    const head = 'GET /nothing HTTP/1.1\r\nhost: x\r\nconnection: close\r\n';
    expect(await rawAnswer(server.url, `${head}expect: a-miracle\r\n\r\n`)).toMatch(/^HTTP\/1\.1 404 .*"NOT_FOUND"/s);
    for (const hosts of ['', 'host: x\r\nHost: y\r\n']) {
      const request = `GET /health/live HTTP/1.1\r\nconnection: close\r\n${hosts}\r\n`;
      expect(await rawAnswer(server.url, request)).toMatch(/^HTTP\/1\.1 400 .*"BAD_REQUEST".*Host header/s);
    }
    expect(await rawAnswer(server.url, 'GET /health/live HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 200 /);
    expect(await rawAnswer(server.url, 'no HTTP\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 .*x-request-id: req_/s);
  });

  it('logs each request once, without query, and no probe', async () => {
    await using server = await startServer(fixture);
    await fetch(`${server.url}/nothing?key=hidden`);
    await ready(server.url);
    await server.stop();
    const lines = server.logs.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.filter(({ msg }) => msg === 'request')).toMatchObject([
      { method: 'GET', path: '/nothing', status: 404 },
    ]);
    expect(server.logs.join('')).not.toContain('hidden');
  });

  it('refuses headers that dribble in', async () => {
    await using server = await startServer(fixture);
    expect(await rawAnswer(server.url, 'GET / HTTP/1.1\r\nhost: x\r\n')).toMatch(
      /^HTTP\/1\.1 408 .*"request_timeout"/s,
    );
  });

  it('answers probes and metrics on the internal listener', async () => {
    const port = await freePort();
    await using server = await startServer(fixture, { env: { INTERNAL_PORT: String(port) } });
    expect(await ready(`http://127.0.0.1:${port}`)).toBe(200);
    expect(await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()).toContain('process_cpu_seconds_total');
    expect((await fetch(`${server.url}/metrics`)).status).toBe(404);
  });

  it.skipIf(process.platform === 'win32')('keeps its data folder for its user alone', async () => {
    await using folder = await temporaryFolder();
    const data = join(folder.path, 'deep', 'data');
    await using _server = await startServer(fixture, { env: { DATA_DIR: data } });
    expect(statSync(data).mode & 0o777).toBe(0o700);
  });
});

describe('a stop', () => {
  it('lets requests in flight end, is not ready meanwhile, and exits with 0', async () => {
    const port = await freePort();
    await using server = await startServer(fixture, { env: { INTERNAL_PORT: String(port) } });
    const slow = fetch(`${server.url}/slow`);
    await logged(server, 'slow');
    server.process.kill('SIGTERM');
    await logged(server, 'draining');
    const report = await fetch(`http://127.0.0.1:${port}/health/ready`);
    expect(report.status).toBe(503);
    expect(await report.json()).toMatchObject({ status: 'draining' });
    await expect(fetch(`${server.url}/health/live`)).rejects.toThrow('fetch failed');
    expect(await (await slow).json()).toEqual({ done: true });
    expect(await exitCode(server)).toBe(0);
    expect(server.logs.join('\n')).toMatch(/drained[^]*stopped/);
  });

  it('gives what is still running at the deadline time for its last words', async () => {
    await using server = await startServer(fixture);
    const stuck = fetch(`${server.url}/stuck`).then((answer) => answer.text());
    await logged(server, 'stuck');
    server.process.kill('SIGTERM');
    expect(await stuck).toBe('first last words');
    expect(await exitCode(server)).toBe(0);
  });

  it('is immediate while only idle connections are open', async () => {
    // Whoever waited for a connection until then would be killed before.
    await using server = await startServer(fixture, { env: { DEADLINE_MS: '600000' } });
    await ready(server.url);
    expect(await server.stop()).toBe(0);
  });

  it('is at once at the second signal', async () => {
    await using server = await startServer(fixture);
    const stuck = fetch(`${server.url}/stuck`).then((answer) => answer.text());
    stuck.catch(() => undefined);
    await logged(server, 'stuck');
    server.process.kill('SIGTERM');
    // Two signals at once are one: a terminal sends to all of its processes, and a parent passes it on.
    await wait(400);
    server.process.kill('SIGINT');
    expect(await exitCode(server)).toBe(130);
    await expect(stuck).rejects.toThrow('terminated');
  });

  it('comes with the end of standard input when supervised, although nobody reads the log any more', async () => {
    await using server = await startServer(fixture);
    server.process.stdout?.destroy();
    server.process.stderr?.destroy();
    server.process.stdin?.end();
    expect(await exitCode(server)).toBe(0);
  });
});

describe('a server that cannot go on', () => {
  it('names the taken port and the fix in one line', async () => {
    await using server: StartedServer = await startServer(fixture);
    const port = new URL(server.url).port;
    expect(await run({ PORT: port })).toEqual({
      code: 1,
      stderr: `Port ${port} on 127.0.0.1 is taken (EADDRINUSE). Stop what listens there, or choose another port with --port or FIXTURE_PORT.\n`,
    });
  });

  it('names all that is wrong with its environment, and a data folder that cannot be used', async () => {
    expect(await run({ PORT: 'x', LOG_LEVEL: 'loud' })).toMatchObject({
      code: 78,
      stderr: expect.stringMatching(/^LOG_LEVEL is "loud".*\nPORT is "x".*\n$/) as unknown,
    });
    expect(await run({ DATA_DIR: '/dev/null/data' })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('/dev/null/data cannot be used (ENOTDIR)') as unknown,
    });
  });

  it('writes an error that nobody caught once and ends with 70', async () => {
    await using server = await startServer(fixture);
    await fetch(`${server.url}/crash`).catch(() => undefined);
    expect(await exitCode(server)).toBe(70);
    expect(server.logs.join('\n').match(/nobody caught this/g)).toHaveLength(1);
  });
});

async function run(env: Record<string, string>): Promise<{ readonly code: unknown; readonly stderr: string }> {
  await using folder = await temporaryFolder();
  return new Promise((resolve) => {
    execFile(process.execPath, [fixture], { env: { DATA_DIR: folder.path, ...env } }, (error, _stdout, stderr) => {
      resolve({ code: error?.code ?? 0, stderr });
    });
  });
}
