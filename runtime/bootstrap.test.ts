import { spawn, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from 'vitest';

/** Versions that nobody has, so that the Node which runs the tests is never taken for the pinned one. */
const PINNED = '99.1.0';
const FALLBACK = '98.0.0';

/** Stands in for npm: unpacks a Node that answers as its version, unless the checkout says that it cannot start. */
const NPM = `
const fs = require('fs'), path = require('path');
const root = process.env.FIXTURE_ROOT;
fs.appendFileSync(path.join(root, 'npm-nodes.log'), (process.env.FIXTURE_NODE ?? 'system') + '\\n');
fs.appendFileSync(path.join(root, 'npm.log'), path.relative(root, process.cwd()) + ' ' + process.argv.slice(2).join(' ') + '\\n');
const unreachable = fs.existsSync(path.join(root, 'offline'));
if (unreachable) { console.error('npm error ENOTFOUND'); process.exit(1); }
const { optionalDependencies } = JSON.parse(fs.readFileSync('package.json'));
fs.rmSync('node_modules', { recursive: true, force: true });
fs.mkdirSync('node_modules');
for (const [name, version] of Object.entries(optionalDependencies ?? {})) {
  const bin = path.join('node_modules', name, 'bin');
  fs.mkdirSync(bin, { recursive: true });
  const starts = !fs.existsSync(path.join(root, 'breaks-' + version));
  const script = '#!/bin/sh\\n' + (starts ? 'if [ "$1" = --version ]; then echo v' + version + '; else FIXTURE_NODE=' + version + ' exec "' + process.execPath + '" "$@"; fi\\n' : 'exit 127\\n');
  fs.writeFileSync(path.join(bin, 'node'), script, { mode: 0o755 });
}
setTimeout(() => {}, 300);
`;

/** Stands in for the CLI: says what it was told, or waits until it is ended. */
const CLI = `
if (process.argv[2] === 'wait') {
  process.on('SIGTERM', () => { console.log('ended'); process.exit(); });
  setInterval(() => {}, 1000);
  console.log('waits');
} else {
console.log(JSON.stringify({
  args: process.argv.slice(2),
  node: process.env.FIXTURE_NODE ?? 'system',
  installMs: Number(process.env.SHOWRUNNER_INSTALL_MS),
}));
process.exitCode = process.argv[2] === 'exit' ? Number(process.argv[3]) : 0;
}
`;

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A checkout in a folder with a space in its name. */
function checkout(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bootstrap-'));
  folders.push(folder);
  const root = join(folder, 'my checkout');
  mkdirSync(join(root, 'runtime/fallback'), { recursive: true });
  mkdirSync(join(root, 'apps/cli/src'), { recursive: true });
  for (const file of ['bootstrap.mjs', 'side-install.mjs']) {
    cpSync(new URL(file, import.meta.url), join(root, 'runtime', file));
  }
  writeFileSync(join(root, 'package.json'), JSON.stringify({ type: 'module' }));
  writeFileSync(join(root, 'package-lock.json'), '{}');
  writeFileSync(join(root, 'runtime/package.json'), JSON.stringify({ optionalDependencies: { 'node-here': PINNED } }));
  writeFileSync(
    join(root, 'runtime/fallback/package.json'),
    JSON.stringify({ optionalDependencies: { 'node-here': FALLBACK } }),
  );
  writeFileSync(join(root, 'apps/cli/src/main.ts'), CLI);
  writeFileSync(join(folder, 'npm-cli.cjs'), NPM);
  return root;
}

async function start(root: string, ...args: string[]) {
  return startIn(process.env, root, ...args);
}

async function startIn(environment: NodeJS.ProcessEnv, root: string, ...args: string[]) {
  return startAs({}, environment, root, ...args);
}

async function startAs(user: SpawnOptions, environment: NodeJS.ProcessEnv, root: string, ...args: string[]) {
  const child = spawn(process.execPath, [join(root, 'runtime/bootstrap.mjs'), ...args], {
    ...user,
    stdio: 'pipe',
    env: { ...environment, npm_execpath: join(root, '../npm-cli.cjs'), FIXTURE_ROOT: root },
  });
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number | null]>,
  ]);
  const told = stdout === '' ? undefined : (JSON.parse(stdout) as { args: string[]; node: string; installMs: number });
  return { told, stderr, code };
}

const npmCalls = (root: string): string[] =>
  existsSync(join(root, 'npm.log')) ? readFileSync(join(root, 'npm.log'), 'utf8').trim().split('\n') : [];

/** Stands in for a development tool: says whether it may write colours. */
const TOOL = "console.log(JSON.stringify({ noColour: process.env.NO_COLOR ?? '' }));";

describe('the bootstrap', () => {
  test('installs the pinned Node and the dependencies once, tells how long that took, and leaves npm alone later', async () => {
    const root = checkout();
    const first = await start(root, 'ps', '--json');
    expect(first.told).toMatchObject({ args: ['ps', '--json'], node: PINNED });
    expect(first.told?.installMs).toBeGreaterThan(500);
    expect(npmCalls(root)).toHaveLength(2);
    expect(npmCalls(root)[1]).toContain('--omit=dev');

    const second = await start(root, 'ps');
    expect(second).toMatchObject({ stderr: '', code: 0, told: { node: PINNED, installMs: 0 } });
    expect(npmCalls(root)).toHaveLength(2);
  });

  test('installs the dependencies with the Node that will run them', async () => {
    const root = checkout();
    await start(root, 'ps');
    expect(readFileSync(join(root, 'npm-nodes.log'), 'utf8')).toBe(`system\n${PINNED}\n`);
  });

  test("`install` installs again what is installed, and without npm's cache where that is asked for", async () => {
    const root = checkout();
    await start(root, 'ps');
    expect((await start(root, 'install')).code).toBe(0);
    await start(root, 'install', '--no-cache');
    const [, , again, anew] = npmCalls(root);
    expect(again).not.toContain('--cache');
    expect(anew).toContain('--cache');
    expect(existsSync(/--cache (\S+)/.exec(anew ?? '')?.[1] ?? '/')).toBe(false);
  });

  test('asks the command line about its own tools, and does nothing else then', async () => {
    const root = checkout();
    await start(root, 'ps');
    for (const tool of ['gateway', 'api', 'run', 'install']) {
      for (const flag of ['--help', '-h']) {
        expect((await start(root, tool, flag)).told?.args).toEqual(['help', tool]);
      }
    }
    expect(npmCalls(root)).toHaveLength(2);
  });

  test('runs no file that is none, and says so', async () => {
    const root = checkout();
    expect(await start(root, 'run')).toMatchObject({ code: 1, stderr: expect.stringContaining('run needs a file') });
    const missing = await start(root, 'develop', 'gone.ts', '--fast');
    expect(missing).toMatchObject({ code: 1, stderr: expect.stringContaining('There is no file gone.ts') });
    expect(npmCalls(root)).toEqual([]);
  });

  test('lets development tools write colours to a terminal alone, unless FORCE_COLOR says otherwise', async () => {
    const root = checkout();
    const tools = { test: 'vitest/vitest.mjs', lint: 'oxlint/bin/oxlint' };
    await start(root, 'test');
    for (const [name, file] of Object.entries(tools)) {
      mkdirSync(join(root, 'node_modules', file, '..'), { recursive: true });
      writeFileSync(join(root, 'node_modules', file), TOOL);
      const { NO_COLOR: _off, FORCE_COLOR: _on, ...plain } = process.env;
      const told = async (environment: NodeJS.ProcessEnv) => (await startIn(environment, root, name)).told;
      expect(await told(plain)).toEqual({ noColour: '1' });
      expect(await told({ ...plain, FORCE_COLOR: '0' })).toEqual({ noColour: '1' });
      expect(await told({ ...plain, FORCE_COLOR: '1' })).toEqual({ noColour: '' });
    }
  });

  test('hands on the exit code', async () => {
    expect((await start(checkout(), 'exit', '3')).code).toBe(3);
  });

  test.skipIf(process.platform === 'win32')(
    'ends with the shell between it and npm, which dies of a signal alone',
    async () => {
      const root = checkout();
      await start(root, 'ps');
      const command = `"${process.execPath}" "${join(root, 'runtime/bootstrap.mjs')}" wait; exit $?`;
      const shell = spawn('sh', ['-c', command], {
        env: {
          ...process.env,
          npm_lifecycle_event: 'gateway',
          npm_execpath: join(root, '../npm-cli.cjs'),
          FIXTURE_ROOT: root,
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const lines = createInterface({ input: shell.stdout })[Symbol.asyncIterator]();
      expect((await lines.next()).value).toBe('waits');
      shell.kill('SIGTERM');
      expect((await lines.next()).value).toBe('ended');
    },
  );

  test('takes the fallback when the pinned Node does not start, and does not try again at every start', async () => {
    const root = checkout();
    writeFileSync(join(root, `breaks-${PINNED}`), '');
    const first = await start(root, 'ps');
    expect(first.told?.node).toBe(FALLBACK);
    expect(first.stderr).toContain(`Node ${PINNED} does not start here`);
    const second = await start(root, 'ps');
    expect(second).toMatchObject({ stderr: '', told: { node: FALLBACK } });
    expect(npmCalls(root)).toHaveLength(3);
  });

  test("goes on with the system's Node when neither starts", async () => {
    const root = checkout();
    for (const version of [PINNED, FALLBACK]) writeFileSync(join(root, `breaks-${version}`), '');
    expect((await start(root, 'ps')).told?.node).toBe('system');
    expect(await start(root, 'ps')).toMatchObject({ stderr: '', told: { node: 'system' } });
    expect(npmCalls(root)).toHaveLength(3);
  });

  test('installs again what was unpacked by half or broken since', async () => {
    const root = checkout();
    const bin = join(root, 'runtime/node_modules/node-here/bin');
    mkdirSync(bin, { recursive: true });
    writeFileSync(join(bin, 'node'), 'half a bin');
    chmodSync(join(bin, 'node'), 0o755);
    expect((await start(root, 'ps')).told?.node).toBe(PINNED);
  });

  test('installs again when the lockfile or the pinned version has changed', async () => {
    const root = checkout();
    await start(root, 'ps');
    writeFileSync(join(root, 'package-lock.json'), '{"changed":true}');
    writeFileSync(
      join(root, 'runtime/package.json'),
      JSON.stringify({ optionalDependencies: { 'node-here': '99.2.0' } }),
    );
    expect((await start(root, 'ps')).told?.node).toBe('99.2.0');
    expect(npmCalls(root)).toHaveLength(4);
  });

  test('of two starts at once one installs and the other waits', async () => {
    const root = checkout();
    const both = await Promise.all([start(root, 'ps'), start(root, 'ps')]);
    expect(both.map(({ told }) => told?.node)).toEqual([PINNED, PINNED]);
    expect(npmCalls(root)).toHaveLength(2);
  });

  test('takes over the lock of a start that died', async () => {
    const root = checkout();
    const dead = spawn(process.execPath, ['-e', '']);
    await once(dead, 'exit');
    mkdirSync(join(root, '.showrunner-install.lock'));
    writeFileSync(join(root, '.showrunner-install.lock/pids'), `${dead.pid}`);
    expect((await start(root, 'ps')).told?.node).toBe(PINNED);
  });

  test('an installation that fails leaves the one before it as it was, and says so', async () => {
    const root = checkout();
    await start(root, 'ps');
    writeFileSync(join(root, 'node_modules/in-use'), '');
    writeFileSync(join(root, 'offline'), '');
    const { code, stderr } = await start(root, 'install');
    expect(code).toBe(1);
    expect(stderr).toContain('What was installed before is still there, as it was.');
    expect(existsSync(join(root, 'node_modules/in-use'))).toBe(true);
    expect(await start(root, 'ps')).toMatchObject({ code: 0, stderr: '' });
  });

  test('an installation is made in a folder of its own, from the manifests, and takes the place of the old one whole', async () => {
    const root = checkout();
    writeFileSync(join(root, 'package.json'), JSON.stringify({ type: 'module', workspaces: ['apps/*'] }));
    writeFileSync(join(root, 'apps/cli/package.json'), '{}');
    await start(root, 'ps');
    writeFileSync(join(root, 'node_modules/of-before'), '');
    expect((await start(root, 'install')).code).toBe(0);
    expect(npmCalls(root).at(-1)).toMatch(/^\.showrunner-next ci /);
    expect(existsSync(join(root, 'node_modules/of-before'))).toBe(false);
    expect(existsSync(join(root, '.showrunner-next'))).toBe(false);
  });

  test.skipIf(process.platform === 'win32')('names the place that it may not write, and who may', async () => {
    const root = checkout();
    chmodSync(join(root, '..'), 0o755);
    chmodSync(root, 0o555);
    // Root may write everywhere: nobody is somebody who may not.
    const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const { code, stderr } = await startAs(user, process.env, root, 'ps');
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^Showrunner cannot install what it needs: permission denied\.\n {2}where {2}\S.*my checkout/m,
    );
    expect(stderr).toContain('run this as the user that owns the checkout');
    expect(stderr).not.toContain('at async');
  });

  test('says what failed and how to fix it when npm cannot reach its registry', async () => {
    const root = checkout();
    writeFileSync(join(root, 'offline'), '');
    const { code, stderr } = await start(root, 'ps');
    expect(code).toBe(1);
    expect(stderr).toContain('npm error ENOTFOUND');
    expect(stderr).toContain('npm could not install the dependencies');
    expect(stderr).toContain('HTTPS_PROXY');
    expect(existsSync(join(root, '.showrunner-install.lock'))).toBe(false);
  });
});
