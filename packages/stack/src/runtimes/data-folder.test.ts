import { spawnSync } from 'node:child_process';
import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@showrunner/testkit';
import { afterEach, describe, expect, test } from 'vitest';
import { fixtureService } from '../__fixtures__/fixture-service.ts';
import { controlAddress } from '../control/address.ts';
import {
  DEADLINE_MS,
  becomes,
  endRuntimes,
  pidOf,
  problemOf,
  runtimeFor,
  twoServers,
  up,
} from '../testing/local-runtimes.ts';

afterEach(endRuntimes);

describe('the logs', () => {
  test('come as one stream in the order of writing, and follow what is written later', async () => {
    const { runtime } = runtimeFor(await twoServers());
    await up(runtime);
    const ending = new AbortController();
    const seen: string[] = [];
    const following = (async () => {
      for await (const line of runtime.logs({ services: ['gateway', 'api'], follow: true }, ending.signal)) {
        seen.push(`${line.service}: ${line.text}`);
      }
    })().catch(() => {});
    await runtime.restart({ names: ['api'], deadlineMs: DEADLINE_MS });
    await becomes(runtime, 'api', { status: 'healthy' });
    ending.abort();
    await following;
    expect(seen.filter((line) => line.startsWith('api: listening'))).toHaveLength(2);
    expect(seen.filter((line) => line.startsWith('gateway: listening'))).toHaveLength(1);
  });
});

describe('a data folder', () => {
  test.each(['garbage{', '{}', 'null', '{"supervisor":null,"services":[{"name":1}]}'])(
    'whose state.json holds %s is one where nothing ran',
    async (text) => {
      const { runtime, dataFolder } = runtimeFor(await twoServers());
      writeFileSync(join(dataFolder, 'state.json'), text);
      expect((await runtime.ps()).supervisor.status).toBe('stopped');
      await runtime.down();
      expect((await up(runtime)).every(({ state }) => state.status === 'healthy')).toBe(true);
    },
  );

  test('that cannot be written is named with the reason', async () => {
    const place = join(mkdtempSync(join(tmpdir(), 'stack-')), 'file');
    writeFileSync(place, '');
    const { runtime } = runtimeFor(await twoServers(), place);
    const problem = await problemOf(up(runtime));
    expect(problem).toMatchObject({ what: expect.stringContaining('is a file'), where: place });
  });

  test.runIf(mayMount())('on a disk that fills up keeps its services running and restarted', async () => {
    const disk = mkdtempSync(join(tmpdir(), 'disk-'));
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', disk]);
    try {
      const { runtime } = runtimeFor(await twoServers(), join(disk, 'data'));
      await up(runtime);
      spawnSync('dd', ['if=/dev/zero', `of=${join(disk, 'filling')}`, 'bs=64k']);
      process.kill(await pidOf(runtime, 'api'), 'SIGKILL');
      await becomes(runtime, 'api', { status: 'healthy', restarts: 1 });
      await runtime.down();
      expect((await problemOf(up(runtime))).what).toContain('the disk is full');
    } finally {
      spawnSync('umount', ['--lazy', disk]);
    }
  });
});

test('state and logs are for their owner alone and hold no environment', async () => {
  const { runtime, dataFolder } = runtimeFor([
    fixtureService('server', { port: await freePort(), environment: { MPC_API_KEY: 'hidden-value' } }),
  ]);
  await up(runtime);
  const ours = ['state.json', 'logs/server.log', 'supervisor.lock'].map((path) => join(dataFolder, path));
  const openToOthers = [...ours, controlAddress(dataFolder)].filter((path) => statSync(path).mode & 0o077);
  expect(openToOthers).toEqual([]);
  const NOTHING_FOUND = 1;
  expect(spawnSync('grep', ['-r', 'hidden-value', dataFolder]).status).toBe(NOTHING_FOUND);
});

/** Mounting a small disk takes root, and a container may lack the right all the same. */
function mayMount(): boolean {
  const probe = mkdtempSync(join(tmpdir(), 'disk-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', probe]);
  if (status === 0) spawnSync('umount', [probe]);
  return status === 0;
}
