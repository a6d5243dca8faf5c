#!/usr/bin/env node
// The entry of every command: plain JavaScript for any Node >= 18. It makes sure that the pinned Node and the
// workspace's dependencies are there, then runs the command on that Node. Nothing here may import a dependency.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { closeSide, openSide, takePlace } from './side-install.mjs';

const startedAt = Date.now();
const parentPid = process.ppid;
const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const systemMajor = Number(process.versions.node.split('.')[0]);

/** The Node we pin, and the one for systems that lack a library which the first needs. */
const PINNED = join(root, 'runtime');
const FALLBACK = join(root, 'runtime', 'fallback');
/** The oldest Node that runs the workspace: it strips types and has node:sqlite. */
const OLDEST_MAJOR = 24;

/** As the stack starts them: packages/stack/src/services/our-server.ts says why. */
const SMALL_YOUNG_GENERATION = '--max-semi-space-size=8';
const MALLOC_ARENAS = '1';

/** Commands that are not the CLI's: what they run, what Node is told, whether they need the development dependencies. */
const TOOLS = {
  gateway: { script: 'apps/gateway/src/main.ts' },
  // As LiteLLM's own command, which listens on every address unless it is told.
  litellm: {
    script: 'apps/gateway/src/main.ts',
    environment: { HOST: process.env.HOST || '0.0.0.0' },
  },
  api: { script: 'apps/mpc-api/src/main.ts', node: [SMALL_YOUNG_GENERATION] },
  worker: { script: 'apps/mpc-api/src/worker-main.ts', node: [SMALL_YOUNG_GENERATION] },
  run: {},
  develop: { development: true },
  test: { script: 'node_modules/vitest/vitest.mjs', args: ['run'], development: true },
  typecheck: { script: 'node_modules/typescript/bin/tsc', args: ['--noEmit'], development: true },
  lint: { script: 'node_modules/oxlint/bin/oxlint', args: ['--type-aware', '--deny-warnings'], development: true },
  format: { script: 'node_modules/oxfmt/bin/oxfmt', development: true },
};

/** How often we look whether npm's shell is still there. */
const STARTER_LOOK_MS = 250;

/** Milliseconds spent on installing; the demo tells them. */
let installMs = 0;

await main(process.argv.slice(2)).catch(explainUnwritable);

async function main([command = 'help', ...given]) {
  if (systemMajor < 18) {
    fail(`Showrunner needs Node 18 or newer to start; this is ${process.version}.`, [
      "fix    install a newer Node from your system's packages or from nodejs.org",
    ]);
  }
  // `npm run gateway -- -- --config FILE` and the like: one `--` too many means nothing.
  const rest = given[0] === '--' && Object.hasOwn(TOOLS, command) ? given.slice(1) : given;
  const tool = Object.hasOwn(TOOLS, command) ? TOOLS[command] : undefined;
  // Development tools explain themselves.
  const isExplainedByUs = command === 'install' || (tool && !tool.development);
  if (isExplainedByUs && /^(-h|--help)$/.test(rest[0])) return main(['help', command]);
  const [file] = rest;
  // Node's own options may come first.
  if (tool && !tool.script && !file?.startsWith('-') && !existsSync(file ?? '')) {
    fail(file === undefined ? `${command} needs a file.` : `There is no file ${file}.`, [
      `where  ${process.cwd()}`,
      `fix    showrunner ${command} FILE.ts`,
    ]);
  }
  const node = await ensureNode();
  if (command === 'install') return installAnew(node, { useCache: !rest.includes('--no-cache') });
  await ensureDependencies(node, tool?.development ?? false);
  const argv = tool
    ? [...(tool.node ?? []), ...(tool.script ? [join(root, tool.script)] : []), ...(tool.args ?? []), ...rest]
    : [join(root, 'apps/cli/src/main.ts'), command, ...rest];
  await replaceWith(node, argv, { ...tool?.environment, ...(tool?.development && colourChoice()) });
}

/** Ours look at each stream themselves; vitest colours files as well, and takes any FORCE_COLOR for a yes. */
function colourChoice() {
  const { FORCE_COLOR: forced } = process.env;
  const isWanted = forced === undefined ? process.stdout.isTTY : !/^(0|false)$/.test(forced);
  return isWanted ? {} : { NO_COLOR: '1' };
}

/** The absolute path of a Node that can run the workspace: the pinned one, its fallback, or the system's. */
async function ensureNode() {
  if (isOfPinnedLine(process.versions.node)) return process.execPath;
  const ready = readyNode(PINNED) ?? readyNode(FALLBACK);
  if (ready) return ready;
  const musl = isMusl();
  const installed = musl ? undefined : ((await installNode(PINNED)) ?? (await installNode(FALLBACK)));
  if (installed) return installed;
  if (systemMajor >= OLDEST_MAJOR) return process.execPath;
  const outcome = (folder) => (isUnpacked(folder) ? 'does not start here' : 'npm could not install it');
  fail(`No Node that can run Showrunner is to be had on this system (${process.platform} ${process.arch}).`, [
    ...(musl
      ? ['tried  nothing: the Node that npm brings needs glibc, and this system has musl']
      : [PINNED, FALLBACK].map((folder) => `tried  Node ${pin(folder).version}: ${outcome(folder)}`)),
    `tried  the system's ${process.version}: ${OLDEST_MAJOR} or newer is needed`,
    `fix    install Node ${OLDEST_MAJOR} or newer and run this again${musl ? ' (Alpine: apk add nodejs-current npm)' : ''}`,
    ...(musl
      ? []
      : [`fix    a slim Linux image may lack libatomic1, which Node ${pin(PINNED).version} needs: install it`]),
  ]);
}

/** What keeps the checkout from being written, by the system's code; anything else is a fault of ours and keeps its stack. */
function explainUnwritable(error) {
  const anotherUser = 'run this as the user that owns the checkout, or give this user the right to write there';
  const [reason, fix] =
    {
      EACCES: ['permission denied', anotherUser],
      EPERM: ['permission denied', anotherUser],
      EROFS: [
        'it lies on a read-only file system',
        'start it once where it can be written, which installs what it needs',
      ],
      ENOSPC: ['the disk is full', 'free some space, then run this again'],
    }[error.code] ?? [];
  if (!reason) throw error;
  fail(`Showrunner cannot install what it needs: ${reason}.`, [`where  ${error.path ?? root}`, `fix    ${fix}`]);
}

/** A system Node of the pinned major, at least as new, saves the download. */
function isOfPinnedLine(version) {
  const [major, minor] = version.split('.').map(Number);
  const [pinnedMajor, pinnedMinor] = pin(PINNED).version.split('.').map(Number);
  return major === pinnedMajor && minor >= pinnedMinor;
}

/** Node's own report names the C library that it runs with, where that is glibc. */
function isMusl() {
  process.report.excludeNetwork = true;
  return process.platform === 'linux' && !process.report.getReport().header.glibcVersionRuntime;
}

function pin(folder) {
  const { optionalDependencies } = readJson(join(folder, 'package.json'));
  return { names: Object.keys(optionalDependencies), version: Object.values(optionalDependencies)[0] };
}

/** The binary of a folder, when it is of the pinned version and starts. That it starts is asked once per binary. */
function readyNode(folder) {
  const binary = unpackedBinary(folder);
  if (!binary) return undefined;
  const { size, mtimeMs } = statSync(binary);
  const proof = JSON.stringify({ version: pin(folder).version, size, mtimeMs });
  const proofFile = join(folder, 'node_modules', '.showrunner-starts.json');
  if (readText(proofFile) === proof) return binary;
  if (!startsAs(binary, pin(folder).version)) return undefined;
  try {
    writeFileSync(proofFile, proof);
  } catch {
    // Where it cannot be written, the next start asks once more.
  }
  return binary;
}

function unpackedBinary(folder) {
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  return pin(folder)
    .names.map((name) => join(folder, 'node_modules', name, 'bin', file))
    .find((binary) => existsSync(binary));
}

function startsAs(binary, version) {
  const { status, stdout } = spawnSync(binary, ['--version'], { encoding: 'utf8' });
  return status === 0 && stdout.trim() === `v${version}`;
}

/** Whether npm has finished with this very version: then trying again changes nothing. */
function isUnpacked(folder) {
  return readText(join(folder, 'node_modules', '.showrunner-unpacked')) === pin(folder).version;
}

async function installNode(folder) {
  if (isUnpacked(folder) && unpackedBinary(folder)) return undefined;
  return underLock(async (lock) => {
    const ready = readyNode(folder);
    if (ready) return ready;
    const { version } = pin(folder);
    if (folder === FALLBACK) note(`Node ${pin(PINNED).version} does not start here; trying ${version}.`);
    note(`Installing Node ${version} for this checkout (about 220 MB on disk, once) …`);
    if (!(await npmCi(process.execPath, folder, [], lock))) return undefined;
    writeFileSync(join(folder, 'node_modules', '.showrunner-unpacked'), version);
    return readyNode(folder);
  });
}

/** Installs from the lockfile when what is installed is not what the lockfile names. */
async function ensureDependencies(node, development) {
  const wanted = { lockfile: lockfileHash(), development };
  if (isInstalled(wanted)) return;
  if (await underLock((lock) => isInstalled(wanted) || installDependencies(node, wanted, [], lock))) return;
  failInstallation();
}

/** Installs from the lockfile though it is installed; without npm's cache every package is fetched again. */
async function installAnew(node, { useCache }) {
  const development = existsSync(stampFile()) && readJson(stampFile()).development === true;
  const cache = useCache ? undefined : mkdtempSync(join(tmpdir(), 'showrunner-npm-'));
  const flags = cache ? ['--cache', cache] : [];
  try {
    const wanted = { lockfile: lockfileHash(), development };
    if (await underLock((lock) => installDependencies(node, wanted, flags, lock))) return;
  } finally {
    if (cache) rmSync(cache, { recursive: true, force: true });
  }
  failInstallation();
}

/** Whether npm could: then the new installation has taken the place of the old one, else nothing has changed. */
async function installDependencies(node, { lockfile, development }, flags, lock) {
  note(`Installing dependencies ${development ? 'and development tools ' : ''}from the lockfile …`);
  const side = openSide(root);
  try {
    if (!(await npmCi(node, side, [...(development ? [] : ['--omit=dev']), ...flags], lock))) return false;
    writeFileSync(stampFile(side), `${JSON.stringify({ lockfile, development })}\n`);
    takePlace(root);
    return true;
  } finally {
    closeSide(root);
  }
}

function failInstallation() {
  const kept = existsSync(stampFile()) ? ' What was installed before is still there, as it was.' : '';
  fail(`npm could not install the dependencies; its message is above.${kept}`, [
    'fix    check the connection to the registry (behind a proxy, set HTTPS_PROXY), then run this again',
  ]);
}

function lockfileHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

function stampFile(folder = root) {
  return join(folder, 'node_modules', '.showrunner-install.json');
}

function isInstalled({ lockfile, development }) {
  try {
    const stamp = readJson(stampFile());
    return stamp.lockfile === lockfile && (stamp.development || !development);
  } catch {
    return false;
  }
}

/**
 * `npm ci` with npm's chatter off; with the npm that started us when there is one, else the one on the PATH. It runs on
 * the Node that will run what it installs: npm leaves out optional packages, native binaries among them, whose `engines`
 * its own Node does not meet (seen with Debian 12's Node 18).
 */
async function npmCi(node, folder, flags, lock) {
  const before = Date.now();
  const args = ['ci', '--loglevel=error', '--no-audit', '--no-fund', '--no-progress', ...flags];
  const options = {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...cleanEnvironment(), PATH: [dirname(node), process.env.PATH].join(delimiter) },
  };
  const starter = process.env.npm_execpath;
  const npm = /npm-cli\.c?js$/.test(starter ?? '')
    ? spawn(node, [starter, ...args], options)
    : process.platform === 'win32'
      ? // A .cmd file needs a shell; none of these arguments holds what a shell reads.
        spawn(['npm.cmd', ...args].join(' '), { ...options, shell: true })
      : spawn('npm', args, options);
  lock.holdFor(npm.pid);
  const status = await new Promise((done) => {
    npm.once('error', (error) => {
      note(`npm could not be started (${error.message}); it comes with Node, install both.`);
      done(1);
    });
    npm.once('exit', done);
  });
  const took = Date.now() - before;
  installMs += took;
  if (status === 0) note(`Installed in ${(took / 1000).toFixed(1)} s.`);
  return status === 0;
}

/** The outer npm's own settings (where it was started, what for) must not steer the inner one. */
function cleanEnvironment() {
  const steering =
    /^npm_(package_|lifecycle_|command$|config_((local_|global_)?prefix|global|location|workspaces?|include_workspace_root|omit|include|only|production|dry_run|ignore_scripts)$)/i;
  const kept = Object.entries(process.env).filter(([name]) => !steering.test(name));
  return { ...Object.fromEntries(kept), NODE_ENV: 'development' };
}

/** Runs `action` while holding the checkout's installation lock; that of dead processes is taken over. */
async function underLock(action) {
  const folder = join(root, '.showrunner-install.lock');
  const holders = join(folder, 'pids');
  for (let waits = false; !tryMkdir(folder); await sleep(200)) {
    if (!waits) note('Another start is installing; waiting for it …');
    waits = true;
    takeOverIfStale(folder, holders);
  }
  try {
    writeFileSync(holders, String(process.pid));
    // npm goes on when we are killed: the lock stands for it as well.
    return await action({ holdFor: (pid) => writeFileSync(holders, `${process.pid} ${pid ?? ''}`) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Behind a gate, so that of two who found the same dead lock the second does not remove the first one's new lock. */
function takeOverIfStale(folder, holders) {
  const gate = `${folder}.gate`;
  if (!tryMkdir(gate)) {
    if (ageMs(gate) > 10_000) rmSync(gate, { recursive: true, force: true });
    return;
  }
  try {
    const pids = readText(holders)?.split(' ').filter(Boolean).map(Number);
    // A lock without pids is one that was made this very moment, or whose maker died in that moment.
    const isStale = pids ? !pids.some(isRunning) : ageMs(folder) > 5_000;
    if (isStale) rmSync(folder, { recursive: true, force: true });
  } finally {
    rmSync(gate, { recursive: true, force: true });
  }
}

function tryMkdir(folder) {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function ageMs(path) {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}

function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Runs the command in our place: its output, its signals, its exit code. */
async function replaceWith(node, argv, environment) {
  const fewArenas = { MALLOC_ARENA_MAX: MALLOC_ARENAS };
  const told = { SHOWRUNNER_STARTED_AT: String(startedAt), SHOWRUNNER_INSTALL_MS: String(installMs) };
  const child = spawn(node, argv, { stdio: 'inherit', env: { ...fewArenas, ...process.env, ...told, ...environment } });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  endWithNpm(child);
  const [code, signal] = await new Promise((done, reject) => {
    child.on('error', reject);
    child.on('exit', (...outcome) => done(outcome));
  });
  process.exitCode = signal ? 128 + ({ SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }[signal] ?? 1) : code;
}

/**
 * npm hands a signal to the shell between it and us. Debian's, dash, dies of it and tells nobody, so that `kill` on an
 * `npm run gateway &` left the server behind, and its port taken. Where no npm stands before us a starter may leave.
 */
function endWithNpm(child) {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return;
  const watch = setInterval(() => {
    if (process.ppid === parentPid) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, STARTER_LOOK_MS);
  watch.unref();
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function note(text) {
  process.stderr.write(`${text}\n`);
}

function fail(what, lines) {
  note([what, ...lines.map((line) => `  ${line}`)].join('\n'));
  process.exit(1);
}
