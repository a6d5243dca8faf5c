import type { ServiceState } from '../../service-state.ts';
import type { Container } from './container.ts';

/** A container in the words that both runtimes use. */
export function stateOf(container: Container): ServiceState {
  const { status, restarts, pid, startedAt, health } = container;
  const process = { pid, startedAt };
  switch (status) {
    case 'created':
      return { status: 'pending', restarts };
    case 'restarting':
      return { status: 'restarting', restarts, reason: endOf(container) };
    case 'removing':
      return { status: 'stopping', restarts, process };
    case 'exited':
    case 'dead':
      // 143 is SIGTERM's, for a program that does not end with 0 when it is asked to end.
      return container.exitCode === 0 || container.exitCode === 143
        ? { status: 'stopped', restarts }
        : { status: 'failed', restarts, reason: endOf(container), lastLines: [] };
    case 'paused':
      return { status: 'unhealthy', restarts, process, reason: 'its container is paused' };
    case 'running':
      if (health === undefined) return { status: 'running', restarts, process };
      if (health.status === 'healthy') return { status: 'healthy', restarts, process };
      return health.status === 'starting'
        ? { status: 'starting', restarts }
        : { status: 'unhealthy', restarts, process, reason: health.lastOutput || 'its health check fails' };
  }
}

/** How it came to its end. */
export function endOf({ exitCode, killedForMemory }: Container): string {
  if (killedForMemory) return 'it took more memory than its limit and was killed';
  return exitCode > 128 ? `it was ended by signal ${exitCode - 128}` : `it ended with exit code ${exitCode}`;
}
