import { OperatorError } from '../../operator-error.ts';
import type { Container } from './container.ts';
import { endOf } from './container-state.ts';
import { dockerFailed } from './docker-problems.ts';
import { readContainerLogs } from './docker-logs.ts';
import type { Docker } from './run-docker.ts';

const LAST_LINES = 15;

/** Why a start failed: the container that is at fault with its own last words, else what Docker said. */
export async function explainStart(
  docker: Docker,
  containers: readonly Container[],
  { output, waitSeconds }: { readonly output: string; readonly waitSeconds: number },
): Promise<OperatorError> {
  const culprit =
    containers.find(({ status, exitCode }) => status === 'restarting' || (status === 'exited' && exitCode !== 0)) ??
    containers.find(
      ({ status, health }) => status === 'running' && health !== undefined && health.status !== 'healthy',
    );
  if (!culprit) return dockerFailed('start the stack', output);
  const { service, health } = culprit;
  const last = (await readContainerLogs(docker, [culprit], { tail: LAST_LINES })).map(({ text }) => text);
  const isUp = culprit.status === 'running';
  return new OperatorError({
    what: isUp
      ? `${service} did not become healthy within ${waitSeconds} s`
      : `${service} does not start: ${endOf(culprit)}`,
    where: `container ${culprit.name}`,
    mend: `read more: showrunner logs ${service}; when it is mended, run "showrunner up" again`,
    lines: [...last, ...(isUp && health?.lastOutput ? [`health check: ${health.lastOutput}`] : [])],
  });
}
