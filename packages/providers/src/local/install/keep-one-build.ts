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

/** The one build that this machine needs; nothing where there is none for it. */
export function buildFor(platform: string, architecture: string): string | undefined {
  return builds[`${platform}-${architecture}`];
}

/**
 * The lockfile with one build of llama.cpp in it. npm would install every build whose platform fits, those for graphics
 * cards among them: 700 MB in place of 85.
 */
export function keepOneBuild(lockfile: Lockfile, build: string): Lockfile {
  const runtime = lockfile.packages[runtimePackage];
  const version = runtime?.optionalDependencies?.[build];
  if (!runtime || version === undefined) throw new Error(`the lockfile has no package ${build}`);
  const packages = Object.fromEntries(
    Object.entries(lockfile.packages).filter(
      ([path]) => !path.startsWith(`node_modules/${buildPrefix}`) || path === `node_modules/${build}`,
    ),
  );
  packages[runtimePackage] = { ...runtime, optionalDependencies: { [build]: version } };
  return { ...lockfile, packages };
}
