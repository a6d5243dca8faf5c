#!/usr/bin/env node
// The entry of every command: plain JavaScript for any Node >= 18. It makes sure that the pinned Node and the
// workspace's dependencies are there, then runs the command on that Node. Nothing here may import a dependency.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const runtimeFolder = join(root, 'runtime');
const LOCK_STALE_AFTER_MS = 15 * 60_000;

/** Commands that are not the CLI's: what they run, and whether they need the development dependencies. */
const TOOLS = {
  gateway: { script: 'apps/gateway/src/main.ts' },
  api: { script: 'apps/mpc-api/src/main.ts' },
  run: {},
  test: { script: 'node_modules/vitest/vitest.mjs', args: ['run'], development: true },
  typecheck: { script: 'node_modules/typescript/bin/tsc', args: ['--noEmit'], development: true },
  lint: { script: 'node_modules/oxlint/bin/oxlint', args: ['--type-aware', '--deny-warnings'], development: true },
  format: { script: 'node_modules/oxfmt/bin/oxfmt', development: true },
};

await main(process.argv.slice(2));

async function main([command = 'help', ...rest]) {
  if (Number(process.versions.node.split('.')[0]) < 18) {
    fail(
      `Showrunner needs Node 18 or newer to start; this is ${process.version}. Install a newer one from your system's packages.`,
    );
  }
  const tool = Object.hasOwn(TOOLS, command) ? TOOLS[command] : undefined;
  const node = ensureNode();
  ensureDependencies(tool?.development ?? (command === 'run' && process.env.SHOWRUNNER_DEVELOPMENT === '1'));
  const argv = tool
    ? [...(tool.script ? [join(root, tool.script)] : []), ...(tool.args ?? []), ...rest]
    : [join(root, 'apps/cli/src/main.ts'), command, ...rest];
  await replaceWith(node, argv);
}

/** The absolute path of a Node that can run the workspace: the pinned one, its fallback, or the system's. */
function ensureNode() {
  const pinned = pinnedVersion(runtimeFolder);
  if (runsPinnedLine(process.versions.node, pinned)) return process.execPath;
  const installed = installedNode(runtimeFolder, pinned);
  if (installed) return installed;
  const fallbackFolder = join(runtimeFolder, 'fallback');
  const fallback = pinnedVersion(fallbackFolder);
  const installedFallback = installedNode(fallbackFolder, fallback);
  if (installedFallback && existsSync(join(runtimeFolder, 'node_modules'))) return installedFallback;

  note(`Installing Node ${pinned} for this checkout (about 145 MB, once) …`);
  const first = underLock(
    () =>
      installedNode(runtimeFolder, pinned) ??
      (npmInstall(runtimeFolder) ? installedNode(runtimeFolder, pinned) : undefined),
  );
  if (first) return first;
  note(
    `Node ${pinned} cannot start on this system (${platformName()}); trying ${fallback}, which needs fewer system libraries …`,
  );
  const second = underLock(() => (npmInstall(fallbackFolder) ? installedNode(fallbackFolder, fallback) : undefined));
  if (second) return second;
  if (Number(process.versions.node.split('.')[0]) >= 24) {
    note(`Neither can start here; going on with the system's Node ${process.version}.`);
    return process.execPath;
  }
  fail(
    [
      `No Node that can run Showrunner could be had for ${platformName()}.`,
      `  tried: Node ${pinned} and ${fallback} from the npm registry, and the system's ${process.version} (24 or newer is needed)`,
      '  mend:  install Node 24 or newer and run this again; on slim Linux images, installing libatomic1 lets Node 26 start',
    ].join('\n'),
  );
}

function pinnedVersion(folder) {
  const versions = Object.values(readJson(join(folder, 'package.json')).optionalDependencies);
  return versions[0];
}

/** A system Node of the pinned major, at least as new, saves the download. */
function runsPinnedLine(version, pinned) {
  const [major, minor] = version.split('.').map(Number);
  const [pinnedMajor, pinnedMinor] = pinned.split('.').map(Number);
  return major === pinnedMajor && minor >= pinnedMinor;
}

function installedNode(folder, version) {
  for (const name of Object.keys(readJson(join(folder, 'package.json')).optionalDependencies)) {
    const binary = join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    if (existsSync(binary) && reportsVersion(binary, version)) return binary;
  }
  return undefined;
}

function reportsVersion(binary, version) {
  const result = spawnSync(binary, ['--version'], { encoding: 'utf8' });
  return result.status === 0 && result.stdout.trim() === `v${version}`;
}

/** Installs from the lockfile when what is installed is not what the lockfile names. */
function ensureDependencies(development) {
  const lockfile = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (isInstalled(lockfile, development)) return;
  underLock(() => {
    if (isInstalled(lockfile, development)) return;
    const startedAt = Date.now();
    note(
      development
        ? 'Installing dependencies and development tools from the lockfile …'
        : 'Installing dependencies from the lockfile …',
    );
    rmSync(stampFile(), { force: true });
    if (!npmInstall(root, development ? [] : ['--omit=dev']))
      fail('npm could not install the dependencies; its message is above.');
    writeFileSync(stampFile(), `${JSON.stringify({ lockfile, development })}\n`);
    note(`Installed in ${((Date.now() - startedAt) / 1000).toFixed(1)} s.`);
  });
}

function stampFile() {
  return join(root, 'node_modules', '.showrunner-install.json');
}

function isInstalled(lockfile, development) {
  try {
    const stamp = readJson(stampFile());
    return stamp.lockfile === lockfile && (stamp.development || !development);
  } catch {
    return false;
  }
}

/** `npm ci` with npm's chatter off; the npm that started us when there is one, else the one on the PATH. */
function npmInstall(folder, flags = []) {
  const args = ['ci', '--loglevel=error', '--no-audit', '--no-fund', '--no-progress', ...flags];
  const npm = process.env.npm_execpath;
  const options = { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'], env: cleanEnvironment() };
  const viaNode = npm !== undefined && /npm-cli\.c?js$/.test(npm);
  const result = viaNode
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, {
        ...options,
        shell: process.platform === 'win32',
      });
  if (result.error) fail(`npm could not be started (${result.error.message}); it comes with Node, install both.`);
  return result.status === 0;
}

/** The outer npm's own settings (its prefix, its workspace) must not steer the inner one. */
function cleanEnvironment() {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^npm_(config_(local_)?prefix|package_|lifecycle_|command)/i.test(name),
  );
  return { ...Object.fromEntries(kept), NODE_ENV: 'development' };
}

/** Runs `action` while holding the checkout's installation lock; a lock of a dead process is taken over. */
function underLock(action) {
  const lock = join(root, '.showrunner-install.lock');
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (isStale(lock)) rmSync(lock, { recursive: true, force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
    }
  }
  try {
    writeFileSync(join(lock, 'pid'), String(process.pid));
    return action();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function isStale(lock) {
  try {
    const pid = Number(readFileSync(join(lock, 'pid'), 'utf8'));
    process.kill(pid, 0);
    return false;
  } catch (error) {
    if (error.code === 'ESRCH') return true;
    if (error.code === 'EPERM') return false;
    try {
      return Date.now() - statSync(lock).mtimeMs > (error.code === 'ENOENT' ? 5_000 : LOCK_STALE_AFTER_MS);
    } catch {
      return false;
    }
  }
}

/** Runs the command in our place: its output, its signals, its exit code. */
async function replaceWith(node, argv) {
  const child = spawn(node, argv, { stdio: 'inherit', env: { ...process.env, SHOWRUNNER_NODE: node } });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  const [code, signal] = await new Promise((done, reject) => {
    child.on('error', reject);
    child.on('exit', (...outcome) => done(outcome));
  });
  process.exitCode = signal ? 128 + ({ SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }[signal] ?? 1) : code;
}

function platformName() {
  return `${process.platform} ${process.arch}`;
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function note(text) {
  process.stderr.write(`${text}\n`);
}

function fail(text) {
  note(text);
  process.exit(1);
}
