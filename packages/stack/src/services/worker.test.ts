import { expect, test } from 'vitest';
import type { LocalSettings } from './stack-settings.ts';
import { worker } from './worker.ts';

const settings = (workers: number): LocalSettings => ({
  root: '/nowhere',
  dataFolder: '/nowhere/data',
  configFile: '',
  gatewayPort: 4000,
  mpcApiPort: 3000,
  workers,
  environment: { MPC_WORKERS: '0' },
});

test('workers run on this machine where they are asked for, each on a port of its own', () => {
  expect(worker.local(settings(0))).toEqual([]);
  const processes = worker.local(settings(2));
  expect(processes.map(({ name, ports }) => [name, ports[0]?.port])).toEqual([
    ['worker', 3003],
    ['worker-2', 3004],
  ]);
  expect(processes[1]?.environment).toMatchObject({ INTERNAL_PORT: '3004', PORT: '3000', DATA_DIR: '/nowhere/data' });
  expect(processes[0]?.dependsOn.map(({ service }) => service)).toEqual(['gateway', 'mpc-api']);
});
