import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const tools = join(import.meta.dirname, '../container-tools.sh');

/** Uses the engine that answers; where none does, gets one of our own and ends it after the tests. */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (await answers()) return undefined;
  const { stdout, stderr } = await run(tools, ['start'], { timeout: 900_000 });
  process.stderr.write(stderr);
  const told = Object.fromEntries(Array.from(stdout.matchAll(/^(\w+)=(.*)$/gm), ([, name, value]) => [name, value]));
  process.env.DOCKER_HOST = told.DOCKER_HOST;
  process.env.DOCKER_CONFIG = told.DOCKER_CONFIG;
  if (told.ENGINE === 'running') return undefined;
  return async () => {
    await run(tools, ['stop']);
  };
}

async function answers(): Promise<boolean> {
  try {
    await Promise.all([run('docker', ['info'], { timeout: 10_000 }), run('docker', ['compose', 'version'])]);
    return true;
  } catch {
    return false;
  }
}
