import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, restorePostgres, startPostgres, temporaryFolder } from '@showrunner/testkit';
import { installLiteLlm, LITELLM_ENVIRONMENT, liteLlmProgram } from '../peers/litellm.ts';
import type { StartGateway } from './play.ts';

/** It took 8 to 40 s where this was tried. */
const START_LIMIT_MS = 180_000;
const ASK_EVERY_MS = 200;
const STOP_LIMIT_MS = 10_000;
const INHERITED = ['PATH', 'HOME', 'LANG', 'TMPDIR'];

const standIn = join(import.meta.dirname, 'litellm-database');
const schema = join(import.meta.dirname, '../../apps/gateway/src/import/__fixtures__/litellm-proxy-extras-0.4.110.sql');

/** The real LiteLLM proxy, installed on first use; one worker, and a database where the cases want one. */
export const startLiteLlm: StartGateway = async ({ configuration, environment, database: wantsDatabase }) => {
  await installLiteLlm();
  // It reads its file again while it runs.
  const folder = await temporaryFolder();
  const file = join(folder.path, 'config.yaml');
  await writeFile(file, JSON.stringify(configuration));
  const port = await freePort();
  const log = openSync(join(folder.path, 'log'), 'w');
  const inherited = Object.fromEntries(
    INHERITED.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
  );
  const database = wantsDatabase ? await openLiteLlmDatabase(folder.path) : undefined;
  const argv = [liteLlmProgram(), '--config', file, '--host', '127.0.0.1', '--port', String(port)];
  // The kernel ends it with us, however we end.
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', ...argv], {
    cwd: folder.path,
    env: { ...inherited, ...LITELLM_ENVIRONMENT, ...database?.environment, ...environment },
    stdio: ['ignore', log, log],
  });
  const closed = once(child, 'close');
  const url = `http://127.0.0.1:${port}`;
  const isUp = await untilAlive(url, () => child.exitCode !== null);
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    const inTime = await Promise.race([closed.then(() => true), sleep(STOP_LIMIT_MS, false, { ref: false })]);
    if (!inTime) child.kill('SIGKILL');
    await closed;
    await database?.close();
    await folder.remove();
  };
  if (isUp) return { url, stop };
  await stop();
  return undefined;
};

interface LiteLlmDatabase {
  readonly environment: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/**
 * A Postgres with the tables that LiteLLM's published migrations make, and how LiteLLM finds it: by the stand-in for
 * Prisma's client, with a program of Prisma's name that does nothing, as there is nothing left to migrate.
 */
async function openLiteLlmDatabase(folder: string): Promise<LiteLlmDatabase> {
  const postgres = await startPostgres();
  const url = await postgres.createDatabase();
  await restorePostgres(url, await readFile(schema, 'utf8'));
  const programs = join(folder, 'bin');
  await mkdir(programs);
  await symlink('/bin/true', join(programs, 'prisma'));
  const environment = {
    DATABASE_URL: url,
    DISABLE_SCHEMA_UPDATE: 'True',
    PATH: `${programs}:${process.env.PATH ?? ''}`,
    PYTHONPATH: standIn,
    PYTHONDONTWRITEBYTECODE: '1',
  };
  return { environment, close: () => postgres.close() };
}

async function untilAlive(url: string, hasEnded: () => boolean): Promise<boolean> {
  const deadline = Date.now() + START_LIMIT_MS;
  while (Date.now() < deadline && !hasEnded()) {
    const isAlive = await fetch(`${url}/health/liveliness`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isAlive) return true;
    await sleep(ASK_EVERY_MS);
  }
  return false;
}
