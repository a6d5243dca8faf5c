import { expect, test } from 'vitest';
import { fakeDocker } from './testing/fake-docker.ts';
import { findData, findUnused } from './unused.ts';

const usage = {
  when: ['df'],
  stdout: JSON.stringify({
    Images: [
      { ID: 'sha256:0123456789abcdef', Size: '337MB', UniqueSize: '7.1MB', Containers: '0' },
      { ID: 'sha256:runs', Size: '337MB', UniqueSize: '7.1MB', Containers: '1' },
    ],
    Volumes: [{ Name: 'showrunner_mpc-api-data', Size: '1.5GB' }],
  }),
};

test('an image that has lost its name is unused where no container runs it, and counts with what goes with it alone', async () => {
  const docker = fakeDocker(
    usage,
    {
      when: ['images', 'label=com.docker.compose.project=showrunner'],
      stdout: 'sha256:0123456789abcdef\nsha256:runs\n',
    },
    {
      when: ['ps', 'label=com.docker.compose.project=showrunner'],
      stdout: 'c1\tshowrunner-gateway-run-1\t20kB (virtual 337MB)\n',
    },
  );
  expect(await findUnused(docker, 'showrunner')).toEqual([
    { kind: 'container', id: 'c1', name: 'showrunner-gateway-run-1', bytes: 20_000 },
    { kind: 'image', id: 'sha256:0123456789abcdef', name: '0123456789ab', bytes: 7_100_000 },
  ]);
});

test('data is every volume but the cache of models', async () => {
  const docker = fakeDocker(usage, {
    when: ['volume', 'ls', 'label=com.docker.compose.project=showrunner'],
    stdout: 'showrunner_mpc-api-data\tmpc-api-data\nshowrunner_model-cache\tmodel-cache\n',
  });
  expect(await findData(docker, 'showrunner')).toEqual([
    { kind: 'volume', id: 'showrunner_mpc-api-data', name: 'showrunner_mpc-api-data', bytes: 1_500_000_000 },
  ]);
});
