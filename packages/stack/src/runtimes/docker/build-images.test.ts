import { expect, test } from 'vitest';
import { buildImages } from './build-images.ts';
import { fakeDocker } from './testing/fake-docker.ts';

test('a build tells its steps as they begin', async () => {
  const docker = fakeDocker({
    when: ['build', '--no-cache', 'gateway'],
    stderr:
      '#1 [internal] load build definition\n#9 [gateway dependencies 3/3] RUN npm ci\n#9 0.5 added 80 packages\n#9 DONE 2s\n',
  });
  const steps: string[] = [];
  await buildImages(
    { name: 'showrunner', docker },
    { names: ['gateway'], noCache: true, onProgress: (step) => steps.push(step) },
  );
  expect(steps).toEqual(['internal: load build definition', 'gateway dependencies 3/3: RUN npm ci']);
});

test('a build that fails is told with its last words', async () => {
  const docker = fakeDocker({ when: ['build'], exitCode: 1, stderr: 'RUN node warm.mjs\nexit code: 1\n' });
  await expect(buildImages({ name: 'showrunner', docker }, { names: [], noCache: false })).rejects.toMatchObject({
    problem: { what: 'Docker could not build the images', lines: ['RUN node warm.mjs', 'exit code: 1'] },
  });
});
