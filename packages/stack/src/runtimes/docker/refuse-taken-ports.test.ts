import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fakeDocker } from './testing/fake-docker.ts';
import { dockerServices } from './docker-services.ts';
import { refuseTakenPorts } from './refuse-taken-ports.ts';

const holder = createServer();
let services: ReturnType<typeof dockerServices>;
let port: number;
beforeEach(async () => {
  holder.listen(0, '127.0.0.1');
  await once(holder, 'listening');
  ({ port } = holder.address() as AddressInfo);
  services = dockerServices({ gatewayPort: port, mpcApiPort: 1, workers: 0 }).slice(0, 2);
});
afterEach(() => holder.close());

test('a port that a container holds is named with it', async () => {
  const docker = fakeDocker({ when: ['ps', `publish=${port}`], stdout: 'dify-web-1\tdify\n' });
  await expect(refuseTakenPorts(docker, services, [])).rejects.toMatchObject({
    problem: {
      what: `Port ${port}, which gateway needs, is taken by the container dify-web-1 of project dify`,
      fix: expect.stringContaining('docker stop dify-web-1'),
    },
  });
});

test('a port that a program holds is named with it', async () => {
  const docker = fakeDocker({ when: ['ps'], stdout: '' });
  await expect(refuseTakenPorts(docker, services, [])).rejects.toThrow(`is taken by ${process.execPath}`);
});
