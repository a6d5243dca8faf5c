import { describe, expect, test } from 'vitest';
import type { ServiceEvent, ServiceState, ServiceStatus } from './service-state.ts';
import { applyEvent, transitions } from './service-transition.ts';

const process = { pid: 42, startedAt: 1_000 };

const states: Record<ServiceStatus, ServiceState> = {
  pending: { status: 'pending', restarts: 2 },
  starting: { status: 'starting', restarts: 2 },
  running: { status: 'running', restarts: 2, process },
  healthy: { status: 'healthy', restarts: 2, process },
  unhealthy: { status: 'unhealthy', restarts: 2, process, reason: 'status 503' },
  stopping: { status: 'stopping', restarts: 2, process },
  restarting: { status: 'restarting', restarts: 2, reason: 'exit code 1' },
  failed: { status: 'failed', restarts: 2, reason: 'exit code 1', lastLines: ['boom'] },
  stopped: { status: 'stopped', restarts: 2 },
};

const events: Record<ServiceEvent['type'], ServiceEvent> = {
  'start-requested': { type: 'start-requested' },
  'dependencies-ready': { type: 'dependencies-ready' },
  'dependency-failed': { type: 'dependency-failed', reason: 'gateway is failed' },
  spawned: { type: 'spawned', process: { pid: 43, startedAt: 2_000 } },
  'spawn-failed': { type: 'spawn-failed', reason: 'ENOENT' },
  'probe-passed': { type: 'probe-passed' },
  'probe-failed': { type: 'probe-failed', reason: 'status 503' },
  crashed: { type: 'crashed', reason: 'killed by SIGKILL' },
  'gave-up': { type: 'gave-up', reason: 'exit code 1', lastLines: ['boom'] },
  'backoff-elapsed': { type: 'backoff-elapsed' },
  'stop-requested': { type: 'stop-requested' },
  exited: { type: 'exited' },
};

describe('applyEvent', () => {
  test('follows the table for every state and every event, and refuses all the rest', () => {
    for (const state of Object.values(states)) {
      for (const event of Object.values(events)) {
        const row: Partial<Record<ServiceEvent['type'], ServiceStatus>> = transitions[state.status];
        expect(applyEvent(state, event)?.status, `${state.status} × ${event.type}`).toBe(row[event.type]);
      }
    }
  });

  test('a late probe does not make a stopping service healthy', () => {
    expect(applyEvent(states.stopping, events['probe-passed'])).toBeUndefined();
  });

  test('a late exit does not restart a stopped service', () => {
    expect(applyEvent(states.stopped, events.crashed)).toBeUndefined();
  });

  test('a crash counts as a restart and keeps its reason; a start asked for begins to count anew', () => {
    expect(applyEvent(states.healthy, events.crashed)).toEqual({
      status: 'restarting',
      restarts: 3,
      reason: 'killed by SIGKILL',
    });
    expect(applyEvent(states.failed, events['start-requested'])).toEqual({ status: 'pending', restarts: 0 });
  });

  test('the process carries over while it lives and is gone afterwards', () => {
    expect(applyEvent(states.running, events['probe-passed'])).toMatchObject({ process: { pid: 42 } });
    expect(applyEvent(states.stopping, events.exited)).toEqual({ status: 'stopped', restarts: 2 });
  });
});
