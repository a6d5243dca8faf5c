import { expect, test } from 'vitest';
import { graphicsOf } from './graphics.ts';

const CARD = 'GPU 0: NVIDIA GeForce RTX 4070 (UUID: GPU-1)\n';
const DISCRETE = 'GPU0:\n  deviceType = PHYSICAL_DEVICE_TYPE_DISCRETE_GPU\n';
const INSIDE = 'GPU0:\n  deviceType = PHYSICAL_DEVICE_TYPE_INTEGRATED_GPU\n';

function machine(platform: string, architecture: string, programs: Readonly<Record<string, string>> = {}) {
  const run = (program: string) =>
    programs[program] === undefined ? Promise.reject(new Error('ENOENT')) : Promise.resolve(programs[program]);
  return { platform, architecture, run };
}

test.each([
  [machine('darwin', 'arm64'), 'metal'],
  [machine('darwin', 'x64'), undefined],
  [machine('linux', 'x64', { 'nvidia-smi': CARD }), 'cuda'],
  [machine('win32', 'x64', { 'nvidia-smi': CARD }), 'cuda'],
  [machine('linux', 'x64', { vulkaninfo: DISCRETE }), 'vulkan'],
  [machine('linux', 'x64', { vulkaninfo: INSIDE }), undefined],
  [machine('linux', 'x64', { 'nvidia-smi': 'No devices were found\n' }), undefined],
  [machine('linux', 'x64'), undefined],
  [machine('linux', 'arm64', { 'nvidia-smi': CARD }), undefined],
])('a build for graphics is chosen only where it fits: %o', async (graphics, expected) => {
  expect(await graphicsOf({}, graphics)).toBe(expected);
});

test('whoever does not want it turns it off', async () => {
  expect(await graphicsOf({ SHOWRUNNER_GPU: 'off' }, machine('darwin', 'arm64'))).toBeUndefined();
});
