import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildFor, keepOneBuild, type Lockfile } from './keep-one-build.ts';

const lockfile = JSON.parse(readFileSync(new URL('../runtime/package-lock.json', import.meta.url), 'utf8')) as Lockfile;

describe("the runtime's lockfile", () => {
  test.each([
    ['linux', 'x64'],
    ['linux', 'arm64'],
    ['darwin', 'arm64'],
    ['darwin', 'x64'],
    ['win32', 'x64'],
    ['win32', 'arm64'],
  ])('holds a build for %s %s, and is cut down to it', (platform, architecture) => {
    const build = buildFor(platform, architecture) ?? '';
    const { packages } = keepOneBuild(lockfile, build);
    const builds = Object.keys(packages).filter((path) => path.startsWith('node_modules/@node-llama-cpp/'));
    expect(builds).toEqual([`node_modules/${build}`]);
    expect(packages[`node_modules/${build}`]).toMatchObject({ integrity: expect.stringMatching(/^sha512-/) });
  });

  test('pins every package by its digest and names no registry', () => {
    const unpinned = Object.entries(lockfile.packages).filter(([path, entry]) => path !== '' && !entry.integrity);
    expect(unpinned).toEqual([]);
    expect(JSON.stringify(lockfile)).not.toContain('"resolved"');
  });
});
