import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { waitUntil } from '@showrunner/testkit';
import { startGateway, type StartedGateway } from './start-gateway.ts';

/** A gateway of so many workers, when all of them serve. */
export async function startWorkers(
  count: number,
  config: object | string,
  env: Record<string, string> = {},
): Promise<StartedGateway> {
  const gateway = await startGateway(config, { NUM_WORKERS: String(count), ...env });
  await allServe(gateway);
  return gateway;
}

/** How often all of them have come to serve. */
export function servedTogether({ logs }: StartedGateway): number {
  return logs.filter((line) => line.includes('"msg":"all workers serve"')).length;
}

export async function allServe(gateway: StartedGateway, times = 1): Promise<void> {
  await waitUntil(() => servedTogether(gateway) >= times, { what: 'all workers', deadlineMs: 120_000 });
}

export async function childrenOf(pid: number | undefined): Promise<number[]> {
  const { stdout } = await promisify(execFile)('pgrep', ['-P', String(pid)]).catch(() => ({ stdout: '' }));
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map(Number);
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
