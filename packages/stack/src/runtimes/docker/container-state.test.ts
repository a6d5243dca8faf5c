import { expect, test } from 'vitest';
import { readContainers, type Container } from './container.ts';
import { stateOf } from './container-state.ts';

const container: Container = {
  id: 'c1',
  name: 'showrunner-gateway-1',
  service: 'gateway',
  folder: '/srv/showrunner',
  status: 'running',
  pid: 29_487,
  startedAt: Date.parse('2026-11-23T05:31:36.949Z'),
  exitCode: 0,
  killedForMemory: false,
  restarts: 2,
  health: { status: 'healthy', lastOutput: '{"status":"ok"}', command: ['node', '/app/healthcheck.mjs'] },
  publishedPorts: [4000],
};
const process = { pid: container.pid, startedAt: container.startedAt };

test('a container is read from what docker inspect prints', () => {
  const inspected = {
    Id: 'c1',
    Name: '/showrunner-gateway-1',
    RestartCount: 2,
    Config: {
      Labels: {
        'com.docker.compose.service': 'gateway',
        'com.docker.compose.project.working_dir': '/srv/showrunner',
      },
      Healthcheck: { Test: ['CMD', 'node', '/app/healthcheck.mjs'] },
    },
    State: {
      Status: 'running',
      Pid: 29_487,
      ExitCode: 0,
      OOMKilled: false,
      StartedAt: '2026-11-23T05:31:36.949Z',
      Health: { Status: 'healthy', Log: [{ Output: 'starting' }, { Output: '{"status":"ok"}\n' }] },
    },
    HostConfig: { PortBindings: { '4000/tcp': [{ HostPort: '4000' }] } },
  };
  expect(readContainers(JSON.stringify([inspected]))).toEqual([container]);
});

test.each<[string, Partial<Container>, object]>([
  ['healthy', {}, { status: 'healthy', restarts: 2, process }],
  ['just created', { status: 'created' }, { status: 'pending', restarts: 2 }],
  ['ended as asked', { status: 'exited', exitCode: 143 }, { status: 'stopped', restarts: 2 }],
  ['crashed', { status: 'exited', exitCode: 1 }, { status: 'failed', reason: 'it ended with exit code 1' }],
  ['killed', { status: 'restarting', exitCode: 137 }, { status: 'restarting', reason: 'it was ended by signal 9' }],
  [
    'out of memory',
    { status: 'exited', exitCode: 137, killedForMemory: true },
    { status: 'failed', reason: 'it took more memory than its limit and was killed' },
  ],
  [
    'unhealthy',
    { health: { status: 'unhealthy', lastOutput: 'no answer', command: [] } },
    { status: 'unhealthy', reason: 'no answer', process },
  ],
])('a container that is %s', (_, change, state) => {
  expect(stateOf({ ...container, ...change })).toMatchObject(state);
});

test('what is no list of containers is told as what docker said', () => {
  for (const text of ['', 'null', '[{"Id": "1"}]', 'Emulate Docker CLI using podman.'])
    expect(() => readContainers(text)).toThrow('Docker could not inspect the containers');
});
