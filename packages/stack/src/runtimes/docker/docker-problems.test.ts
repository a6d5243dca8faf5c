import { expect, test } from 'vitest';
import { dockerFailed } from './docker-problems.ts';

/** As Docker 20.10 to 29 and Compose 2 to 5 print them. */
test.each([
  [
    'permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock: Get "http://%2Fvar%2Frun%2Fdocker.sock/v1.24/version": dial unix /var/run/docker.sock: connect: permission denied',
    { what: 'This user may not speak with the Docker engine' },
  ],
  [
    'failed to connect to the docker API at unix:///var/run/docker.sock; check if the path is correct and if the daemon is running: dial unix /var/run/docker.sock: connect: no such file or directory',
    { what: 'No Docker engine answers' },
  ],
  ["docker: 'compose' is not a docker command.\nSee 'docker --help'", { what: expect.stringContaining('no Compose') }],
  [
    'error while interpolating services.mpc-api.environment.MPC_API_KEY: required variable MPC_API_KEY is missing a value: write MPC_API_KEY=… into .env',
    {
      what: 'MPC_API_KEY is not set, and Compose needs it',
      where: '.env',
      fix: expect.stringContaining('write MPC_API_KEY=… into .env'),
    },
  ],
  [
    'Error response from daemon: driver failed programming external connectivity on endpoint x: Bind for 127.0.0.1:4000 failed: port is already allocated',
    { what: 'Port 4000 is taken', where: '127.0.0.1:4000' },
  ],
  [
    'Error response from daemon: ports are not available: exposing port TCP 127.0.0.1:3000 -> 127.0.0.1:0: listen tcp 127.0.0.1:3000: bind: address already in use',
    { what: 'Port 3000 is taken' },
  ],
  [
    'failed to solve: node:26.10.0-bookworm-slim: failed to resolve source metadata for docker.io/library/node:26.10.0-bookworm-slim: dial tcp: lookup registry',
    { what: 'The image docker.io/library/node:26.10.0-bookworm-slim cannot be had' },
  ],
  ['write /data/x: no space left on device', { what: "Docker's disk is full" }],
])('%s', (message, problem) => {
  expect(dockerFailed('start the stack', message).problem).toMatchObject(problem);
});

test('what is not known is told in its own last words', () => {
  const output = Array.from({ length: 40 }, (_, index) => `line ${index}`).join('\n');
  const { problem } = dockerFailed('build the images', output);
  expect(problem.what).toBe('Docker could not build the images');
  expect(problem.lines).toHaveLength(20);
  expect(problem.lines?.at(-1)).toBe('line 39');
});
