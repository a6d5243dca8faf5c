import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder, waitUntil } from '@showrunner/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { docker, output } from './docker.ts';
import { answersAgain, openTestStack, STREAM_PIECES, type TestStack } from './test-stack.ts';

const HEALTHY_WITHIN_MS = 120_000;
const services = ['gateway', 'mpc-api', 'redis'];

let stack: TestStack;
let healthyAfterMs: number;
beforeAll(async () => {
  stack = await openTestStack();
  await stack.compose('build');
  const startedAt = performance.now();
  await stack.compose('up', '--detach', '--wait', '--wait-timeout', '300');
  healthyAfterMs = performance.now() - startedAt;
});
afterAll(() => stack[Symbol.asyncDispose]());

interface Inspected {
  readonly Path: string;
  readonly Args: readonly string[];
  readonly RestartCount: number;
  readonly Config: { readonly Cmd: readonly string[] };
  readonly State: { readonly Status: string; readonly ExitCode: number; readonly Health: { readonly Status: string } };
  readonly HostConfig: {
    readonly PortBindings: Readonly<Record<string, readonly { readonly HostIp: string }[]>>;
    readonly Memory: number;
    readonly PidsLimit: number;
    readonly RestartPolicy: { readonly Name: string };
  };
}

async function inspect(service: string): Promise<Inspected> {
  const [container] = JSON.parse(await docker('inspect', await stack.container(service))) as [Inspected];
  return container;
}

describe('the stack', () => {
  test(`is healthy within ${HEALTHY_WITHIN_MS / 1000} s, by its own health checks`, async () => {
    const engine = await docker('version', '--format', '{{.Server.Version}}');
    console.log(`healthy after ${(healthyAfterMs / 1000).toFixed(1)} s on Engine ${engine}`);
    expect(healthyAfterMs).toBeLessThan(HEALTHY_WITHIN_MS);
    for (const service of services) expect((await inspect(service)).State.Health.Status).toBe('healthy');
  });

  test('publishes the two servers on 127.0.0.1 and Redis nowhere', async () => {
    const published = await Promise.all(
      services.map(async (name) => (await inspect(name)).HostConfig.PortBindings ?? {}),
    );
    const addresses = published.map((bindings) =>
      Object.values(bindings)
        .flat()
        .map(({ HostIp }) => HostIp),
    );
    expect(addresses).toEqual([['127.0.0.1'], ['127.0.0.1'], []]);
  });

  test('holds every container to limits and starts it again by itself', async () => {
    for (const service of services) {
      const { HostConfig } = await inspect(service);
      expect(HostConfig.Memory).toBeGreaterThan(0);
      expect(HostConfig.PidsLimit).toBeGreaterThan(0);
      expect(HostConfig.RestartPolicy.Name).toBe('unless-stopped');
    }
  });

  test.each(services)('%s runs without rights on a root that it cannot write', async (service) => {
    const { stdout: id } = await stack.inside(service, 'id', '-u');
    expect(Number(id)).toBeGreaterThan(0);
    const { stdout: status } = await stack.inside(service, 'cat', '/proc/self/status');
    expect(status).toMatch(/^CapEff:\s+0+$/m);
    expect(status).toMatch(/^CapBnd:\s+0+$/m);
    expect(status).toMatch(/^NoNewPrivs:\s+1$/m);
    for (const path of ['/app/x', '/etc/x', '/usr/x']) {
      expect((await stack.inside(service, 'touch', path)).stderr).toMatch(/Read-only file system|No such file/);
    }
    expect(await stack.inside(service, 'touch', '/data/x', '/tmp/x')).toMatchObject({ exitCode: 0 });
    await stack.inside(service, 'rm', '/data/x', '/tmp/x');
  });

  test('writes a script, with the key of the provider at the provider alone', async () => {
    const answer = await stack.generateScript('How espresso works');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ success: true, data: { title: 'How Espresso Works' } });
    expect(stack.provider.requests.at(-1)?.headers.authorization).toBe(`Bearer ${stack.environment.OPENAI_API_KEY}`);
    expect((await inspect('mpc-api')).Args.join(' ')).not.toContain('sk-');
    expect(await docker('exec', await stack.container('mpc-api'), 'env')).not.toContain('sk-provider');
  });

  test("shows Redis' password neither in its command nor in its processes", async () => {
    const password = stack.environment.REDIS_PASSWORD ?? '';
    const { Path, Args } = await inspect('redis');
    const processes = await docker('top', await stack.container('redis'), '-eo', 'pid,args');
    expect([Path, ...Args].join(' ') + processes).not.toContain(password.slice(0, 36));
    expect(processes).toContain('redis-server');
  });

  test("Redis' health check passes with the password alone", async () => {
    const id = await stack.container('redis');
    const ping = ['redis-cli', '-e', '-h', '127.0.0.1', 'ping'];
    expect((await output('docker', ['exec', id, ...ping])).stdout.trim()).toBe('PONG');
    for (const wrong of ['', 'wrong']) {
      const refused = await output('docker', ['exec', '--env', `REDISCLI_AUTH=${wrong}`, id, ...ping]);
      expect(refused.exitCode, `with the password "${wrong}"`).not.toBe(0);
    }
  });

  test('both servers keep their shared state in Redis', async () => {
    const { stdout } = await stack.inside('redis', 'redis-cli', '-e', 'client', 'list');
    const clients = new Set(Array.from(stdout.matchAll(/ addr=([\d.]+):/g), ([, address]) => address));
    clients.delete('127.0.0.1');
    expect(clients.size).toBe(2);
  });
});

describe('a fault', () => {
  test('of Redis in mid-traffic leaves everybody served, and is over when it is back', async () => {
    const statuses: number[] = [];
    const over = new AbortController();
    const traffic = (async () => {
      for (let index = 0; !over.signal.aborted; index += 1)
        statuses.push((await stack.generateScript(`Topic ${index}`)).status);
    })();
    await waitUntil(() => statuses.length >= 3, { what: 'traffic' });
    await docker('kill', await stack.container('redis'));
    const killedAt = statuses.length;
    await waitUntil(() => statuses.length >= killedAt + 10, { what: 'traffic without Redis', deadlineMs: 60_000 });
    over.abort();
    await traffic;
    expect(new Set(statuses)).toEqual(new Set([200]));
    const sharedState = async (): Promise<unknown> => {
      const { checks } = (await (await stack.get('/health')).json()) as { checks?: { shared_state?: { ok: boolean } } };
      return checks?.shared_state?.ok;
    };
    expect((await fetch(`${stack.apiUrl}/health/ready`)).status).toBe(200);
    await waitUntil(async () => (await sharedState()) === false, { what: 'health tells that Redis is gone' });
    await docker('start', await stack.container('redis'));
    await waitUntil(async () => (await sharedState()) === true, { what: 'Redis is used again', deadlineMs: 90_000 });
  });

  test.each(services)('that ends %s is started again by the engine', async (service) => {
    const before = (await inspect(service)).RestartCount;
    // From inside and by its own user, everything but the init process: `docker kill` counts as asked for.
    await stack.inside(service, 'sh', '-c', 'kill -9 -1');
    await waitUntil(async () => (await inspect(service)).RestartCount > before, {
      what: 'a restart',
      deadlineMs: 60_000,
    });
    await waitUntil(async () => (await inspect(service)).State.Status === 'running', { what: 'a running container' });
    await answersAgain(`${stack.gatewayUrl}/health/readiness`);
    await answersAgain(`${stack.apiUrl}/health/ready`);
    const answer = await stack.generateScript(`What comes after the restart of ${service}`);
    expect({ status: answer.status, text: await answer.text() }).toMatchObject({ status: 200 });
  });

  test('an operator who kills all three has them back with up', async () => {
    await docker('kill', ...(await Promise.all(services.map((name) => stack.container(name)))));
    await stack.compose('up', '--detach', '--wait', '--wait-timeout', '120');
    expect((await stack.generateScript('After everything')).status).toBe(200);
  });
});

describe('an end', () => {
  test('lets a stream that is open come to its end', async () => {
    const answer = await fetch(`${stack.gatewayUrl}/v1/chat/completions`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${stack.environment.LITELLM_MASTER_KEY}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ model: 'default', stream: true, messages: [{ role: 'user', content: 'Count.' }] }),
    });
    expect(answer.status).toBe(200);
    let text = '';
    let stopping: Promise<string> | undefined;
    for await (const chunk of answer.body ?? []) {
      text += Buffer.from(chunk).toString('utf8');
      stopping ??= stack.compose('stop', 'gateway');
    }
    expect(text.match(/word/g)).toHaveLength(STREAM_PIECES);
    expect(text).toContain('data: [DONE]');
    await stopping;
    expect((await inspect('gateway')).State).toMatchObject({ Status: 'exited', ExitCode: 0 });
  });

  test('keeps the data over down and up', async () => {
    await stack.compose('up', '--detach', '--wait', '--wait-timeout', '120');
    const { meta } = (await (await stack.generateScript('What stays')).json()) as { meta: { job_id: string } };
    await stack.inside('redis', 'redis-cli', '-e', 'set', 'kept', 'yes');
    await stack.compose('down');
    expect(await stack.container('mpc-api')).toBe('');
    await stack.compose('up', '--detach', '--wait', '--wait-timeout', '120');
    expect(await (await stack.get(`/jobs/${meta.job_id}`)).json()).toMatchObject({ data: { state: 'succeeded' } });
    expect((await stack.inside('redis', 'redis-cli', '-e', 'get', 'kept')).stdout.trim()).toBe('yes');
  });

  test('with its volumes leaves nothing behind', async () => {
    await stack.compose('down', '--volumes');
    const mine = ['--filter', `label=com.docker.compose.project=${stack.project}`, '--quiet'];
    for (const kind of [
      ['ps', '--all'],
      ['network', 'ls'],
      ['volume', 'ls'],
    ]) {
      expect(await docker(...kind, ...mine)).toBe('');
    }
  });
});

test('a start that fails tells which service is at fault', async () => {
  await using folder = await temporaryFolder();
  await chmod(folder.path, 0o755);
  await writeFile(join(folder.path, 'scripted.yaml'), 'model_list: broken\n');
  const { exitCode } = await output(
    'docker',
    ['compose', 'up', '--detach', '--wait', '--wait-timeout', '60', 'gateway'],
    {
      ...stack.environment,
      SHOWRUNNER_CONFIG_FOLDER: folder.path,
    },
  );
  expect(exitCode).not.toBe(0);
  expect(await stack.compose('logs', '--no-color', 'gateway')).toContain('model_list');
});
