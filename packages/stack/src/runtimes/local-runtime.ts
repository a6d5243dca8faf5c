import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { followLogs, operate, supervisorStatus } from '../control/client.ts';
import type { Progress, ServiceReport } from '../control/protocol.ts';
import { readLogs } from '../logs/read-logs.ts';
import { OperatorError } from '../operator-error.ts';
import { ask } from '../probe.ts';
import { isAlive } from '../process/process-identity.ts';
import { residentBytes } from '../process/process-memory.ts';
import type { ServiceDefinition } from '../service-definition.ts';
import { processOf } from '../service-state.ts';
import { cleanUp } from '../supervisor/leftovers.ts';
import { readState, type RecordedService, type RecordedState } from '../supervisor/state-file.ts';
import { addressOf } from '../supervisor/supervisor-address.ts';
import { jsonOrText } from '../unread-value.ts';
import { findDataFiles, findUnusedFiles } from './local-removables.ts';
import { reinstall } from './reinstall.ts';
import type { Runtime, ServiceHealth, SharedState, StackReport, StartRequest, WatchOptions } from './runtime.ts';
import { startSupervisor } from './start-supervisor.ts';

const HEALTH_TIMEOUT_MS = 5_000;

export interface LocalRuntimeOptions {
  /** The checkout. */
  readonly root: string;
  /** Where state and logs are kept; one stack per folder. */
  readonly dataFolder: string;
  readonly services: readonly ServiceDefinition[];
  /** What the processes run in beside their own settings: PATH, HOME and the like. */
  readonly environment: Readonly<Record<string, string>>;
  readonly sharedState: SharedState;
}

/** Runs the services as processes of this machine, under a detached supervisor. */
export function createLocalRuntime(options: LocalRuntimeOptions): Runtime {
  const { root, dataFolder, services, environment, sharedState } = options;
  const start = async (
    operation: 'up' | 'restart',
    { names, deadlineMs, onState, signal }: StartRequest,
  ): Promise<readonly ServiceReport[]> => {
    const address = await addressOf(dataFolder);
    await startSupervisor({ dataFolder, address, environment }, signal);
    const progress = await operate(address, operation, { services, names, deadlineMs }, signal);
    return outcome(progress ?? [], onState);
  };

  return {
    kind: 'local',
    serviceNames: services.map(({ name }) => name),
    up: (request) => start('up', request),
    restart: (request) => start('restart', request),
    async rebuild({ useCache, onProgress, ...request }) {
      const { signal } = request;
      await reinstall({ root, environment, useCache, ...(onProgress && { onProgress }), ...(signal && { signal }) });
      if (!useCache) rmSync(join(dataFolder, 'compile-cache'), { recursive: true, force: true });
      return start('restart', request);
    },

    async down({ onState, signal }: WatchOptions = {}) {
      const address = await addressOf(dataFolder);
      const progress = await operate(address, 'down', undefined, signal);
      if (progress) {
        await outcome(progress, onState);
        while (await supervisorStatus(address)) await sleep(20, undefined, signal ? { signal } : {});
      }
      // One that was ending by itself when it was asked leaves the record of what had failed.
      await cleanUp(dataFolder);
    },

    async ps() {
      const status = await supervisorStatus(await addressOf(dataFolder));
      if (!status) return reportWithoutSupervisor(options, readState(dataFolder));
      const pids = status.services.map(({ state }) => processOf(state)?.pid).filter((pid) => pid !== undefined);
      const memory = await residentBytes(pids);
      return {
        runtime: 'local',
        sharedState,
        supervisor: { status: 'running', pid: status.pid },
        services: inOrder(services, status.services).map((service) => {
          const bytes = memory.get(processOf(service.state)?.pid ?? 0);
          return bytes === undefined ? service : { ...service, memoryBytes: bytes };
        }),
      };
    },

    health: (signal) => Promise.all(services.map((service) => askHealth(service, signal))),

    async *logs({ follow, ...query }, signal) {
      const followed = follow ? await followLogs(await addressOf(dataFolder), query, signal) : undefined;
      yield* followed ?? readLogs(join(dataFolder, 'logs'), query);
    },
    findUnused: () =>
      findUnusedFiles(
        dataFolder,
        services.map(({ name }) => name),
      ),
    findData: () => Promise.resolve(findDataFiles(dataFolder)),
    async remove(items) {
      for (const { id } of items) rmSync(id, { recursive: true, force: true });
    },
  };
}

/** Passes on what is told and returns the last word, or throws it. */
async function outcome(
  progress: AsyncIterable<Progress> | Iterable<Progress>,
  onState?: (service: ServiceReport) => void,
): Promise<readonly ServiceReport[]> {
  for await (const told of progress) {
    if (told.type === 'state') onState?.(told.service);
    else if (told.type === 'problem') throw new OperatorError(told.problem);
    else return told.services;
  }
  throw new OperatorError({
    what: 'The supervisor ended before it was done',
    fix: 'start the stack again: showrunner up',
  });
}

async function askHealth({ name, health }: ServiceDefinition, signal?: AbortSignal): Promise<ServiceHealth> {
  const startedAt = performance.now();
  const result = await ask(health, HEALTH_TIMEOUT_MS, signal);
  return { name, ok: result.ok, detail: jsonOrText(result.output), tookMs: Math.round(performance.now() - startedAt) };
}

/** What can be known when no supervisor answers: the last record, held against the processes that there are. */
async function reportWithoutSupervisor(
  { services, sharedState }: Pick<LocalRuntimeOptions, 'services' | 'sharedState'>,
  recorded: RecordedState | undefined,
): Promise<StackReport> {
  const known = await Promise.all(
    (recorded?.services ?? []).map(async (service) => {
      const lives = service.identity !== undefined && (await isAlive(service.identity));
      return { service: lives || service.identity === undefined ? service : stopped(service), lives };
    }),
  );
  return {
    runtime: 'local',
    sharedState,
    supervisor: await recordedSupervisor(recorded),
    services: inOrder(
      services,
      known.map(({ service }) => service),
    ),
  };
}

/** One that lives and is not reached is just beginning or ending, or its socket was swept away: it runs. */
async function recordedSupervisor(recorded: RecordedState | undefined): Promise<StackReport['supervisor']> {
  if (recorded?.supervisor === undefined) return { status: 'stopped' };
  return (await isAlive(recorded.supervisor))
    ? { status: 'running', pid: recorded.supervisor.pid }
    : { status: 'died' };
}

function stopped({ name, url, ports, state }: RecordedService): RecordedService {
  return { name, url, ports, state: { status: 'stopped', restarts: state.restarts } };
}

/** Every service of the stack, known or not, in the stack's order. */
function inOrder(services: readonly ServiceDefinition[], known: readonly ServiceReport[]): ServiceReport[] {
  return services.map(
    ({ name, url, ports }) =>
      known.find((report) => report.name === name) ?? { name, url, ports, state: { status: 'stopped', restarts: 0 } },
  );
}
