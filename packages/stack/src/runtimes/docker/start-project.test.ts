import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import type { Project } from './project.ts';
import { startProject } from './start-project.ts';
import { fakeDocker } from './testing/fake-docker.ts';

test('a first start tells what is built and fetched before there is a container to watch', async () => {
  const docker = fakeDocker(
    { when: ['version', '--format'], stdout: '"28.0.0"' },
    { when: ['compose', 'version'], stdout: '2.40.0' },
    { when: ['build', '--with-dependencies'], stderr: '#9 [gateway dependencies 3/3] RUN npm ci\n' },
    { when: ['up', '--wait'], stderr: ' redis Pulling \n Container showrunner-redis-1 Starting \n' },
  );
  const project: Project = {
    name: 'showrunner',
    folder: tmpdir(),
    services: [{ name: 'redis', url: 'redis://redis:6379', ports: [], needs: [] }],
    docker,
    dockerWithoutSecrets: docker,
    containers: () => Promise.resolve([]),
  };
  const steps: string[] = [];
  await startProject(project, { names: [], deadlineMs: 1_000, onProgress: (step) => steps.push(step) });
  expect(steps).toEqual(['gateway dependencies 3/3: RUN npm ci', 'pulling redis']);
});
