import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildsFor, keepBuilds, type Lockfile } from './keep-builds.ts';

const lockfile = JSON.parse(readFileSync(new URL('../runtime/package-lock.json', import.meta.url), 'utf8')) as Lockfile;

function buildsIn(packages: Lockfile['packages']): string[] {
  return Object.keys(packages).filter((path) => path.startsWith('node_modules/@node-llama-cpp/'));
}

describe("the runtime's lockfile", () => {
  test.each([
    ['linux', 'x64'],
    ['linux', 'arm64'],
    ['darwin', 'arm64'],
    ['darwin', 'x64'],
    ['win32', 'x64'],
    ['win32', 'arm64'],
  ])('holds a build for %s %s, and is cut down to it', (platform, architecture) => {
    const [build = ''] = buildsFor(platform, architecture);
    const { packages } = keepBuilds(lockfile, [build]);
    expect(buildsIn(packages)).toEqual([`node_modules/${build}`]);
    expect(packages[`node_modules/${build}`]).toMatchObject({ integrity: expect.stringMatching(/^sha512-/) });
  });

  test.each([
    ['linux', 'x64', 'cuda', 3],
    ['linux', 'x64', 'vulkan', 2],
    ['win32', 'x64', 'cuda', 3],
    ['win32', 'x64', 'vulkan', 2],
    ['darwin', 'arm64', 'metal', 1],
  ] as const)('for %s %s with %s it holds that of the CPU too', (platform, architecture, graphics, count) => {
    const builds = buildsFor(platform, architecture, graphics);
    expect(builds[0]).toBe(buildsFor(platform, architecture)[0]);
    expect(buildsIn(keepBuilds(lockfile, builds).packages)).toHaveLength(count);
  });

  test('pins every package by its digest and names no registry', () => {
    const unpinned = Object.entries(lockfile.packages).filter(([path, entry]) => path !== '' && !entry.integrity);
    expect(unpinned).toEqual([]);
    expect(JSON.stringify(lockfile)).not.toContain('"resolved"');
  });
});
