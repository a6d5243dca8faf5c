import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, waitUntil } from '@showrunner/testkit';
import { fixtureService } from '../__fixtures__/fixture-service.ts';
import type { ServiceReport } from '../control/protocol.ts';
import { OperatorError } from '../operator-error.ts';
import { createLocalRuntime } from '../runtimes/local-runtime.ts';
import type { Runtime } from '../runtimes/runtime.ts';
import type { ServiceDefinition } from '../service-definition.ts';
import { processOf, type ServiceStatus } from '../service-state.ts';

/** Enough for every start on a busy machine. */
export const DEADLINE_MS = 10_000;
const started: { runtime: Runtime; dataFolder: string }[] = [];

/** Ends what tests have started: for `afterEach`. */
export async function endRuntimes(): Promise<void> {
  for (const { runtime, dataFolder } of started.splice(0)) {
    await runtime.down();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

/** A local runtime of these services, in a folder of its own unless one is given. */
export function runtimeFor(services: readonly ServiceDefinition[], dataFolder = mkdtempSync(join(tmpdir(), 'stack-'))) {
  const runtime = createLocalRuntime({
    root: dataFolder,
    dataFolder,
    services,
    environment: { PATH: process.env.PATH ?? '' },
    sharedState: { kind: 'memory', reason: 'a test' },
  });
  started.push({ runtime, dataFolder });
  return { runtime, dataFolder };
}

/** Starts all services, and resolves when they are healthy. */
export const up = (runtime: Runtime) => runtime.up({ names: [], deadlineMs: DEADLINE_MS });

export async function reportOf(runtime: Runtime, name: string): Promise<ServiceReport> {
  const found = (await runtime.ps()).services.find((service) => service.name === name);
  if (!found) throw new Error(`ps does not show ${name}`);
  return found;
}

export async function pidOf(runtime: Runtime, name: string): Promise<number> {
  const pid = processOf((await reportOf(runtime, name)).state)?.pid;
  if (pid === undefined) throw new Error(`${name} has no process`);
  return pid;
}

export async function becomes(runtime: Runtime, name: string, wanted: { status: ServiceStatus; restarts?: number }) {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const { state } = await reportOf(runtime, name);
    if (state.status === wanted.status && state.restarts === (wanted.restarts ?? 0)) return;
    if (Date.now() > deadline) throw new Error(`${name} is ${JSON.stringify(state)}, not ${JSON.stringify(wanted)}`);
    await sleep(20);
  }
}

export async function problemOf(promise: Promise<unknown>) {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof OperatorError)) throw new Error(`expected an OperatorError, got ${String(error)}`);
  return error.problem;
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}

export async function killSupervisor(runtime: Runtime): Promise<void> {
  const { supervisor } = await runtime.ps();
  if (supervisor.status !== 'running') throw new Error('the supervisor is gone');
  process.kill(supervisor.pid, 'SIGKILL');
  await ends(supervisor.pid);
}

export async function becomesStopped(runtime: Runtime): Promise<void> {
  await waitUntil(async () => (await runtime.ps()).supervisor.status === 'stopped', { what: 'the supervisor ends' });
}

export async function ends(pid: number): Promise<void> {
  const deadline = Date.now() + 5_000;
  while (isRunning(pid)) {
    if (Date.now() > deadline) throw new Error(`pid ${pid} still runs`);
    await sleep(20);
  }
}

export const twoServers = async () => [
  fixtureService('server', { name: 'gateway', port: await freePort() }),
  fixtureService('server', {
    name: 'api',
    port: await freePort(),
    dependsOn: [{ service: 'gateway', condition: 'started' }],
  }),
];
