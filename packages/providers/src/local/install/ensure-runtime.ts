import { createHash } from 'node:crypto';
import { access, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { modelCacheFolder } from '../disk/cache-folder.ts';
import { runProgram, type ProgramResult } from '../disk/run-program.ts';
import { underLock } from '../disk/under-lock.ts';
import type { Gpu } from '../child/llama.ts';
import { buildsFor, keepBuilds, type Lockfile } from './keep-builds.ts';
import { graphicsOf } from './graphics.ts';
import { RuntimeInstallError } from './runtime-install-error.ts';

export interface RuntimeProgress {
  /** `wait`: another process is installing it. `fallback`: not with the graphics that are there. */
  phase: 'wait' | 'install' | 'ready' | 'fallback';
  message: string;
}

export interface RuntimeOptions {
  onProgress?: ((progress: RuntimeProgress) => void) | undefined;
  signal?: AbortSignal | undefined;
  cacheFolder?: string | undefined;
  environment?: NodeJS.ProcessEnv | undefined;
}

/** What runs models, and the graphics that it has a build for. */
export interface Runtime {
  readonly runtimeFolder: string;
  readonly graphics: Gpu | undefined;
}

const manifestFile = new URL('../runtime/package.json', import.meta.url);
const lockFile = new URL('../runtime/package-lock.json', import.meta.url);

/** Part of the name of a folder that is being made. */
const UNFINISHED = '.unfinished-';

/**
 * What runs models on this machine, installed into the user's cache unless it is there: with the build for its graphics
 * where one fits, else, or where that cannot be had, for its CPU. Throws a `RuntimeInstallError`.
 */
export async function ensureRuntime(options: RuntimeOptions = {}): Promise<Runtime> {
  const graphics = await graphicsOf(options.environment);
  if (graphics === undefined) return { runtimeFolder: await installOnce(undefined, options), graphics };
  try {
    return { runtimeFolder: await installOnce(graphics, options), graphics };
  } catch (error) {
    if (!(error instanceof RuntimeInstallError)) throw error;
    const message = `the build for ${graphics} could not be installed, so the CPU computes alone`;
    options.onProgress?.({ phase: 'fallback', message });
    return { runtimeFolder: await installOnce(undefined, options), graphics: undefined };
  }
}

/**
 * The folder that has node-llama-cpp in its `node_modules`, installed from our lockfile. Its name holds the lockfile's
 * digest, so a newer lockfile gets a folder of its own. It is made under another name and renamed when whole, so what
 * has the right name can be used.
 */
async function installOnce(graphics: Gpu | undefined, options: RuntimeOptions): Promise<string> {
  const { onProgress, signal } = options;
  const builds = buildsFor(process.platform, process.arch, graphics);
  if (builds.length === 0) {
    throw new RuntimeInstallError(
      `there is no build of llama.cpp for ${process.platform} ${process.arch}`,
      'Use a provider key, or a model server such as Ollama.',
    );
  }
  const lockText = await readFile(lockFile, 'utf8');
  const digest = createHash('sha256').update(lockText).digest('hex').slice(0, 12);
  const runtimes = join(options.cacheFolder ?? modelCacheFolder(options.environment), 'runtime');
  const machine = [process.platform, process.arch, ...(builds.length > 1 ? [graphics] : [])].join('-');
  const folder = join(runtimes, `${machine}-${digest}`);
  if (!(await exists(folder))) {
    const onWait = (): void =>
      onProgress?.({ phase: 'wait', message: 'another process is installing the model runtime; waiting for it' });
    await underLock(join(runtimes, 'install.lock'), { signal, onWait }, async () => {
      if (await exists(folder)) return;
      const size = builds.length > 1 ? `with ${graphics}, several hundred MB` : '85 MB';
      const message = `installing the model runtime, node-llama-cpp (${size}, MIT, once)`;
      onProgress?.({ phase: 'install', message });
      await install(folder, keepBuilds(JSON.parse(lockText) as Lockfile, builds), signal);
    });
  }
  onProgress?.({ phase: 'ready', message: 'the model runtime is installed' });
  return folder;
}

async function install(folder: string, lockfile: Lockfile, signal: AbortSignal | undefined): Promise<void> {
  await removeLeftovers(folder);
  const unfinished = await mkdtemp(`${folder}${UNFINISHED}`);
  await writeFile(join(unfinished, 'package.json'), await readFile(manifestFile));
  await writeFile(join(unfinished, 'package-lock.json'), JSON.stringify(lockfile));
  const { exitCode, stderr } = await npmCi(unfinished, signal).catch((error: unknown) => {
    signal?.throwIfAborted();
    throw new RuntimeInstallError(
      `npm could not be started (${String(error)})`,
      'npm comes with Node; put both on the PATH.',
    );
  });
  if (exitCode !== 0) {
    throw new RuntimeInstallError(
      `npm ci failed (${stderr.trim().split('\n').slice(0, 3).join('; ')})`,
      'Check the connection to the package registry; behind a proxy, set HTTPS_PROXY.',
    );
  }
  await rename(unfinished, folder);
}

/** npm goes on for a while when its starter is killed, so what is left of one may still grow; the next start tries again. */
async function removeLeftovers(folder: string): Promise<void> {
  const siblings = await readdir(dirname(folder));
  const leftovers = siblings.filter((name) => name.startsWith(`${basename(folder)}${UNFINISHED}`));
  const removals = leftovers.map((name) => rm(join(dirname(folder), name), { recursive: true, force: true }));
  await Promise.allSettled(removals);
}

/** Scripts stay off, because that of node-llama-cpp would compile llama.cpp; peers too, which are TypeScript alone. */
function npmCi(folder: string, signal: AbortSignal | undefined): Promise<ProgramResult> {
  const args = [
    'ci',
    '--ignore-scripts',
    '--omit=peer',
    '--loglevel=error',
    '--no-audit',
    '--no-fund',
    '--no-progress',
  ];
  const options = { cwd: folder, env: withoutOuterNpm(process.env), signal };
  const starter = process.env.npm_execpath ?? '';
  if (/npm-cli\.c?js$/.test(starter)) return runProgram(process.execPath, [starter, ...args], options);
  // A .cmd file needs a shell; none of these arguments holds what a shell reads.
  if (process.platform === 'win32') return runProgram(['npm.cmd', ...args].join(' '), [], { ...options, shell: true });
  return runProgram('npm', args, options);
}

/** The settings by which an npm that started us says where it was started and for what must not steer this one. */
function withoutOuterNpm(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const steering =
    /^npm_(package_|lifecycle_|command$|config_((local_|global_)?prefix|global|location|workspaces?|include_workspace_root|omit|include|only|production|dry_run|package_lock_only)$)/i;
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !steering.test(name)));
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
