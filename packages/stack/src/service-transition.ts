import {
  processOf,
  type ServiceEvent,
  type ServiceProcess,
  type ServiceState,
  type ServiceStatus,
} from './service-state.ts';

/**
 * Every legal transition: state × event → next state. What is not in the table cannot happen, so that a late probe
 * never makes a stopping service healthy and a late exit never restarts a stopped one.
 */
export const transitions = {
  pending: { 'dependencies-ready': 'starting', 'dependency-failed': 'failed', 'stop-requested': 'stopped' },
  starting: { spawned: 'running', 'spawn-failed': 'failed', 'stop-requested': 'stopped' },
  running: {
    'probe-passed': 'healthy',
    'probe-failed': 'unhealthy',
    crashed: 'restarting',
    'gave-up': 'failed',
    'stop-requested': 'stopping',
  },
  healthy: {
    'probe-failed': 'unhealthy',
    crashed: 'restarting',
    'gave-up': 'failed',
    'stop-requested': 'stopping',
  },
  unhealthy: {
    'probe-passed': 'healthy',
    'probe-failed': 'unhealthy',
    crashed: 'restarting',
    'gave-up': 'failed',
    'stop-requested': 'stopping',
  },
  restarting: { 'backoff-elapsed': 'starting', 'stop-requested': 'stopped' },
  stopping: { exited: 'stopped' },
  stopped: { 'start-requested': 'pending' },
  failed: { 'start-requested': 'pending', 'stop-requested': 'stopped' },
} as const satisfies Record<ServiceStatus, Partial<Record<ServiceEvent['type'], ServiceStatus>>>;

/** The state after `event`, or undefined when the event is not legal in this state. */
export function applyEvent(state: ServiceState, event: ServiceEvent): ServiceState | undefined {
  const row: Partial<Record<ServiceEvent['type'], ServiceStatus>> = transitions[state.status];
  const next = row[event.type];
  return next && describe(next, state, event);
}

/** Fills the next state with what the event tells and what carries over. */
function describe(status: ServiceStatus, before: ServiceState, event: ServiceEvent): ServiceState {
  const restarts = event.type === 'start-requested' ? 0 : before.restarts + (event.type === 'crashed' ? 1 : 0);
  switch (status) {
    case 'running':
    case 'healthy':
    case 'stopping':
      return { status, restarts, process: processAfter(before, event) };
    case 'unhealthy':
      return { status, restarts, process: processAfter(before, event), reason: reasonOf(event) };
    case 'restarting':
      return { status, restarts, reason: reasonOf(event) };
    case 'failed':
      return {
        status,
        restarts,
        reason: reasonOf(event),
        lastLines: event.type === 'gave-up' ? event.lastLines : [],
      };
    case 'pending':
    case 'starting':
    case 'stopped':
      return { status, restarts };
  }
}

function processAfter(before: ServiceState, event: ServiceEvent): ServiceProcess {
  const process = event.type === 'spawned' ? event.process : processOf(before);
  if (!process) throw new Error(`The table leads from ${before.status} by ${event.type} to a state with a process`);
  return process;
}

function reasonOf(event: ServiceEvent): string {
  return 'reason' in event ? event.reason : '';
}
