import { expect, test } from 'vitest';
import { fakeDocker } from './testing/fake-docker.ts';
import type { Container } from './container.ts';
import { readContainerLogs } from './docker-logs.ts';

const at = (id: string, service: string) => ({ id, service }) as Container;

test('lines of several containers are one stream in the order of their times, the last of them where a tail is asked for', async () => {
  const docker = fakeDocker(
    {
      when: ['logs', 'a'],
      stdout: '2026-11-23T05:00:01.000000001Z first\n2026-11-23T05:00:03.000000001Z third\n',
    },
    { when: ['logs', 'b'], stderr: '2026-11-23T05:00:02.000000001Z second\nnot a stamped line\n' },
  );
  const containers = [at('a', 'gateway'), at('b', 'mpc-api')];
  const lines = await readContainerLogs(docker, containers, {});
  expect(lines.map(({ service, stream, text }) => [service, stream, text])).toEqual([
    ['gateway', 'stdout', 'first'],
    ['mpc-api', 'stderr', 'second'],
    ['gateway', 'stdout', 'third'],
  ]);
  expect((await readContainerLogs(docker, containers, { tail: 1 })).map(({ text }) => text)).toEqual(['third']);
});
