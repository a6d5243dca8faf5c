import type { Gpu } from '../child/llama.ts';
import type { JsonObject } from '../../kit/json.ts';

/** The part of npm's lockfile (version 3) that is read here. */
export interface Lockfile {
  packages: Record<string, JsonObject & { optionalDependencies?: Record<string, string> }>;
}

const runtimePackage = 'node_modules/node-llama-cpp';
const buildPrefix = '@node-llama-cpp/';

/** The packages with a build of llama.cpp for the CPU, by Node's platform and architecture. */
const builds: Readonly<Record<string, string>> = {
  'linux-x64': '@node-llama-cpp/linux-x64',
  'linux-arm64': '@node-llama-cpp/linux-arm64',
  'linux-arm': '@node-llama-cpp/linux-armv7l',
  'linux-riscv64': '@node-llama-cpp/linux-riscv64',
  'darwin-x64': '@node-llama-cpp/mac-x64',
  'darwin-arm64': '@node-llama-cpp/mac-arm64-metal',
  'win32-x64': '@node-llama-cpp/win-x64',
  'win32-arm64': '@node-llama-cpp/win-arm64',
};

/** What comes beside it for graphics; Apple's own build has both. CUDA's comes in two packages for its size. */
const graphicsBuilds: Readonly<Record<string, readonly string[]>> = {
  'linux-x64-cuda': ['@node-llama-cpp/linux-x64-cuda', '@node-llama-cpp/linux-x64-cuda-ext'],
  'linux-x64-vulkan': ['@node-llama-cpp/linux-x64-vulkan'],
  'win32-x64-cuda': ['@node-llama-cpp/win-x64-cuda', '@node-llama-cpp/win-x64-cuda-ext'],
  'win32-x64-vulkan': ['@node-llama-cpp/win-x64-vulkan'],
};

/** The builds that a machine needs: that for its CPU, to which it falls back, and that for its graphics; none where there is none. */
export function buildsFor(platform: string, architecture: string, graphics?: Gpu): readonly string[] {
  const build = builds[`${platform}-${architecture}`];
  if (build === undefined) return [];
  return [build, ...(graphicsBuilds[`${platform}-${architecture}-${graphics}`] ?? [])];
}

/**
 * The lockfile with some builds of llama.cpp in it. npm would install every build whose platform fits: 700 MB in place
 * of 85.
 */
export function keepBuilds(lockfile: Lockfile, kept: readonly string[]): Lockfile {
  const runtime = lockfile.packages[runtimePackage];
  const versions = kept.map((build) => [build, runtime?.optionalDependencies?.[build]] as const);
  const unknown = versions.find(([, version]) => version === undefined);
  if (!runtime || unknown) throw new Error(`the lockfile has no package ${unknown?.[0] ?? runtimePackage}`);
  const paths = new Set(kept.map((build) => `node_modules/${build}`));
  const packages = Object.fromEntries(
    Object.entries(lockfile.packages).filter(
      ([path]) => !path.startsWith(`node_modules/${buildPrefix}`) || paths.has(path),
    ),
  );
  const optionalDependencies = Object.fromEntries(versions) as Record<string, string>;
  packages[runtimePackage] = { ...runtime, optionalDependencies };
  return { ...lockfile, packages };
}
