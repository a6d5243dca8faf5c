import { describe, expect, test } from 'vitest';
import { fakeDocker, type FakeAnswer } from './testing/fake-docker.ts';
import { isDockerReady, probeEngine } from './probe-engine.ts';
import { createDocker } from './run-docker.ts';

const engine = (version: string): FakeAnswer => ({ when: ['version', '--format'], stdout: `"${version}"\n` });
const compose = (version: string): FakeAnswer => ({ when: ['compose', 'version'], stdout: `${version}\n` });

describe('the engine', () => {
  test('is known by its version and whether it asks starting containers more often', async () => {
    expect(await probeEngine(fakeDocker(compose('v5.6.0'), engine('28.2.2')))).toEqual({
      version: '28.2.2',
      compose: '5.6.0',
      knowsStartInterval: true,
    });
    expect(await probeEngine(fakeDocker(compose('2.24.4'), engine('20.10.24+dfsg1')))).toMatchObject({
      knowsStartInterval: false,
    });
  });

  test.each<[string, readonly FakeAnswer[], string]>([
    ['an old engine', [compose('5.6.0'), engine('19.03.15')], 'Docker Engine 19.03.15 is too old: 20.10 or newer'],
    ['an old Compose', [compose('2.20.2'), engine('28.2.2')], 'Docker Compose 2.20.2 is too old: 2.24 or newer'],
    [
      'no Compose',
      [{ when: ['compose'], exitCode: 125, stderr: "unknown shorthand flag: 's' in -s" }, engine('28.2.2')],
      'Docker has no Compose',
    ],
    [
      'a stopped engine',
      [
        compose('5.6.0'),
        {
          when: ['version'],
          exitCode: 1,
          stderr: 'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?',
        },
      ],
      'No Docker engine answers',
    ],
  ])('with %s it is refused with the reason', async (_, answers, what) => {
    await expect(probeEngine(fakeDocker(...answers))).rejects.toThrow(what);
    expect(await isDockerReady(fakeDocker(...answers))).toBe(false);
  });

  test('is refused where there is no docker program', async () => {
    const docker = createDocker(process.cwd(), process.env, 'no-such-docker');
    await expect(probeEngine(docker)).rejects.toThrow('There is no docker program on the PATH');
    expect(await isDockerReady(docker)).toBe(false);
  });

  test('that does not answer is not waited for when a runtime is chosen', async () => {
    const docker = fakeDocker(compose('5.6.0'), { when: ['version'], hangs: true });
    const startedAt = performance.now();
    expect(await isDockerReady(docker)).toBe(false);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });
});
