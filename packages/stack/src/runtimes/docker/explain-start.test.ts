import { expect, test } from 'vitest';
import type { Container } from './container.ts';
import { explainStart } from './explain-start.ts';
import { fakeDocker } from './testing/fake-docker.ts';

const gateway: Container = {
  id: 'c1',
  name: 'showrunner-gateway-1',
  service: 'gateway',
  folder: '/srv/showrunner',
  status: 'running',
  pid: 1,
  startedAt: 0,
  exitCode: 0,
  killedForMemory: false,
  restarts: 0,
  health: { status: 'unhealthy', lastOutput: 'http://127.0.0.1:4001/health/ready: ECONNREFUSED', command: [] },
  publishedPorts: [],
};
const docker = fakeDocker({ when: ['logs', 'c1'], stderr: '2026-11-23T05:00:00.1Z model_list: is text, not a list\n' });
const failed = { output: 'dependency failed to start', tookMs: 90_400 };

test.each<[string, Partial<Container>, string, readonly string[]]>([
  [
    'never got healthy',
    {},
    'gateway did not become healthy within 90 s',
    ['model_list: is text, not a list', 'health check: http://127.0.0.1:4001/health/ready: ECONNREFUSED'],
  ],
  [
    'waits for its next try',
    { status: 'restarting', exitCode: 1, restarts: 3 },
    'gateway does not start: it ended with exit code 1',
    ['model_list: is text, not a list'],
  ],
  [
    'runs for a moment between two tries',
    { restarts: 3 },
    'gateway does not start: it has ended 3 times by now',
    ['model_list: is text, not a list'],
  ],
])('a container that %s is named with its last words', async (_, change, what, lines) => {
  const { problem } = await explainStart(docker, [{ ...gateway, ...change }], failed);
  expect(problem).toMatchObject({ what, where: 'container showrunner-gateway-1', lines });
});

test('without one at fault it is what Docker said', async () => {
  const { problem } = await explainStart(docker, [], {
    output: 'Bind for 127.0.0.1:4000 failed: port is already allocated',
    tookMs: 10,
  });
  expect(problem.what).toBe('Port 4000 is taken');
});
