import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { startGuarded } from '../process/guarded-process.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { findPostgresPrograms } from '../tools/find-program.ts';
import { requireTool } from '../tools/require-tool.ts';
import { waitUntil } from '../wait-until.ts';
import { emptyPostgresDatabase } from './empty-postgres-database.ts';
import { startRedis } from './redis.ts';

describe('a real Redis for tests', requireTool('redis'), () => {
  test('wants its password, can crash and come back, and is gone when closed', async () => {
    const redis = await startRedis({ password: 'pa ss' });
    const ask = (...flags: string[]): string =>
      execFileSync('redis-cli', ['-p', String(redis.port), '--no-auth-warning', ...flags, 'ping'], {
        encoding: 'utf8',
      }).trim();
    expect(ask('-a', 'pa ss')).toBe('PONG');
    expect(ask()).toContain('NOAUTH');
    await redis.crash();
    expect(() => ask()).toThrow(/refused/);
    await redis.restart();
    expect(ask('-a', 'pa ss')).toBe('PONG');
    await redis.close();
    expect(isAlive(redis.pid)).toBe(false);
  });
});

describe('a real Postgres for tests', requireTool('postgres'), () => {
  test('gives each caller an empty database of its own', async () => {
    const psql = `${findPostgresPrograms()}/psql`;
    const [one, other] = await Promise.all([emptyPostgresDatabase(), emptyPostgresDatabase()]);
    expect(one).not.toBe(other);
    execFileSync(psql, ['-q', '-d', one, '-c', 'CREATE TABLE mine (id int)']);
    expect(execFileSync(psql, ['-At', '-d', other, '-c', '\\dt'], { encoding: 'utf8', stdio: 'pipe' }).trim()).toBe('');
  });
});

describe('a guarded process', () => {
  test('ends with its folder when the process that started it is killed', async () => {
    const folder = await temporaryFolder();
    const guardFile = new URL('../process/guarded-process.ts', import.meta.url).href;
    const owner = `const { startGuarded } = await import(${JSON.stringify(guardFile)});
      const { pid } = await startGuarded(['sleep', '600'], ${JSON.stringify(folder.path)});
      console.log(pid);
      process.kill(process.pid, 'SIGKILL');`;
    const output = await outputOf(['--input-type=module', '-e', owner]);
    const pid = Number(output);
    expect(pid).toBeGreaterThan(1);
    await waitUntil(() => !isAlive(pid) && !existsSync(folder.path), { what: 'end of the orphan' });
  });

  test('fails with its own words when the program does not exist', async () => {
    const folder = await temporaryFolder();
    const guarded = await startGuarded(['/nowhere/program'], folder.path);
    await expect.poll(() => guarded.output.join('\n')).toContain('/nowhere/program');
    await guarded.end();
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function outputOf(args: string[]): Promise<string> {
  return await text(spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] }).stdout);
}
