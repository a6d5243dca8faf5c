import { once, type EventEmitter } from 'node:events';
import type { ServiceReport } from '../control/protocol.ts';
import { OperatorError } from '../operator-error.ts';
import type { Dependency } from '../service-definition.ts';
import { isAtRest, processOf, type ServiceState } from '../service-state.ts';
import type { ServiceRunner } from './service-runner.ts';

/** Launches a service when what it depends on is as it wants it, or refuses it when that will not come. */
export async function launchWhenReady(
  runner: ServiceRunner,
  runnerOf: (name: string) => ServiceRunner,
  deadline: AbortSignal,
): Promise<void> {
  try {
    for (const dependency of runner.definition.dependsOn) {
      const state = await runnerOf(dependency.service).reaches(
        (reached) => isSatisfied(dependency, reached) || isAtRest(reached),
        deadline,
      );
      if (isAtRest(state)) return runner.refuse(`${dependency.service}, on which it depends, is ${state.status}`);
    }
    runner.launch();
  } catch {
    runner.refuse('the time to start was over before what it depends on was ready');
  }
}

function isSatisfied({ condition }: Dependency, state: ServiceState): boolean {
  return state.status === 'healthy' || (condition === 'started' && processOf(state) !== undefined);
}

export interface HealthDeadline {
  readonly deadline: AbortSignal;
  readonly deadlineMs: number;
  /** Emits `state` whenever a service changes. */
  readonly changes: EventEmitter<{ state: [ServiceReport] }>;
}

/**
 * Resolves when all of them are healthy at once.
 *
 * @throws {OperatorError} with what a service said last, as soon as one fails, or when one is late.
 */
export async function allHealthy(
  runners: readonly ServiceRunner[],
  { deadline, deadlineMs, changes }: HealthDeadline,
): Promise<void> {
  while (!runners.every(({ state }) => state.status === 'healthy')) {
    const failed = runners.find(({ state }) => state.status === 'failed');
    if (failed) throw failure(failed, 'failed');
    try {
      await once(changes, 'state', { signal: deadline });
    } catch {
      const late = runners.find(({ state }) => state.status !== 'healthy');
      if (late) throw failure(late, `is not healthy after ${deadlineMs / 1000} s`);
    }
  }
}

function failure({ state, testimony, definition }: ServiceRunner, how: string): OperatorError {
  const reason = 'reason' in state && state.reason !== '' ? state.reason : testimony.probe;
  return new OperatorError({
    what: `${definition.name} ${how}${reason === '' ? '' : `: ${reason}`}`,
    where: definition.name,
    fix: `its last lines say why; all of them: showrunner logs ${definition.name}`,
    lines: testimony.lines,
  });
}
