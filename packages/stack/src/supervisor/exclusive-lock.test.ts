import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeLock } from './exclusive-lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('one holder at a time, and the next one when it is released', async () => {
  const path = join(folder, 'supervisor.lock');
  const first = await takeLock(path, 0);
  expect(await takeLock(path, 0)).toBeUndefined();
  const waiting = takeLock(path, 5_000);
  first?.release();
  const second = await waiting;
  expect(second).toBeDefined();
  second?.release();
});

test('a holder that is killed holds it no longer', async () => {
  const path = join(folder, 'supervisor.lock');
  const module = fileURLToPath(new URL('exclusive-lock.ts', import.meta.url));
  const program = `import { takeLock } from ${JSON.stringify(module)}; await takeLock(process.argv[1], 0); console.log('held'); setInterval(() => {}, 1000);`;
  const holder = spawn(process.execPath, ['--input-type=module', '-e', program, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(holder.stdout, 'data');
  expect(await takeLock(path, 0)).toBeUndefined();
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  const taken = await takeLock(path, 1_000);
  expect(taken).toBeDefined();
  taken?.release();
});

test('a file that holds something else is made a lock again', async () => {
  const path = join(folder, 'supervisor.lock');
  writeFileSync(path, '99\n'.repeat(1_000));
  const first = await takeLock(path, 0);
  expect(first).toBeDefined();
  expect(await takeLock(path, 0)).toBeUndefined();
  first?.release();
});
