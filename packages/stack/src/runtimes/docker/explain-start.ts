import { OperatorError } from '../../operator-error.ts';
import type { Container } from './container.ts';
import { endOf } from './container-state.ts';
import { dockerFailed } from './docker-problems.ts';
import { readContainerLogs } from './docker-logs.ts';
import type { Docker } from './run-docker.ts';

const LAST_LINES = 15;

export interface FailedStart {
  /** What Docker said. */
  readonly output: string;
  readonly tookMs: number;
}

/** Why a start failed: the container that is at fault with its own last words, else what Docker said. */
export async function explainStart(
  docker: Docker,
  containers: readonly Container[],
  { output, tookMs }: FailedStart,
): Promise<OperatorError> {
  const culprit = containers.find(crashes) ?? containers.find(isNotHealthy);
  if (!culprit) return dockerFailed('start the stack', output);
  const { service, health } = culprit;
  const last = (await readContainerLogs(docker, [culprit], { tail: LAST_LINES })).map(({ text }) => text);
  const check = crashes(culprit) || !health?.lastOutput ? [] : [`health check: ${health.lastOutput}`];
  return new OperatorError({
    what: crashes(culprit)
      ? `${service} does not start: ${howItCrashes(culprit)}`
      : `${service} did not become healthy within ${Math.round(tookMs / 1000)} s`,
    where: `container ${culprit.name}`,
    fix: `read more: showrunner logs ${service}; when it is fixed, run "showrunner up" again`,
    lines: [...last, ...check],
  });
}

/** Between two tries a container that crashes runs for a moment, and only the count of them tells. */
function crashes(container: Container): boolean {
  const { status, exitCode, restarts } = container;
  return (
    status === 'restarting' || (status === 'exited' && exitCode !== 0) || (restarts > 0 && isNotHealthy(container))
  );
}

function isNotHealthy({ status, health }: Container): boolean {
  return status === 'running' && health !== undefined && health.status !== 'healthy';
}

function howItCrashes(container: Container): string {
  return container.status === 'running' ? `it has ended ${container.restarts} times by now` : endOf(container);
}
