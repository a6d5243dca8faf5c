import { describe, expect, test } from 'vitest';
import { fixtureService } from '../__fixtures__/fixture-service.ts';
import type { ServiceState } from '../service-state.ts';
import { isServiceReport, readLogLine, readProgress, readStatus, readUpRequest } from './read-protocol.ts';

const process = { pid: 7, startedAt: 1 };
const states: readonly ServiceState[] = [
  { status: 'pending', restarts: 0 },
  { status: 'starting', restarts: 1 },
  { status: 'stopped', restarts: 0 },
  { status: 'running', restarts: 0, process },
  { status: 'healthy', restarts: 0, process },
  { status: 'stopping', restarts: 0, process },
  { status: 'unhealthy', restarts: 0, process, reason: 'status 503' },
  { status: 'restarting', restarts: 2, reason: 'exit code 1' },
  { status: 'failed', restarts: 4, reason: 'exit code 1', lastLines: ['out of luck'] },
];
const reportIn = (state: unknown): unknown => ({ name: 'gateway', url: 'http://x', ports: [], state });

/** As it comes over the socket. */
const sent = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;

describe('what a supervisor says', () => {
  test.each(states)('of a service is read in the state $status', (state) => {
    expect(readProgress(sent({ type: 'state', service: reportIn(state) }))).toEqual({
      type: 'state',
      service: reportIn(state),
    });
  });

  test.each([
    ['nothing', null],
    ['a state that is none', { status: 'dreaming', restarts: 0 }],
    ['a state of the language', { status: 'constructor', restarts: 0 }],
    ['a running service without its process', { status: 'running', restarts: 0 }],
    ['a failed one without its last lines', { status: 'failed', restarts: 0, reason: 'x' }],
  ])('of a service is not taken for %s', (_what, state) => {
    expect(isServiceReport(reportIn(state))).toBe(false);
  });

  test.each([null, [], 'text', {}, { type: 'state' }, { type: 'done', services: [{}] }, { type: 'later' }])(
    'in words of another version is told as that: %j',
    (value) => {
      expect(() => readProgress(value)).toThrow('another version');
      expect(() => readLogLine(value)).toThrow('another version');
    },
  );

  test('of itself is read as far as any version has it', () => {
    const status = { protocol: 99, pid: 7, startedAt: 1, services: [reportIn(states[0]), { strange: true }] };
    expect(readStatus(sent(status))).toEqual({ ...status, services: [reportIn(states[0])] });
    expect(() => readStatus({ hello: 'there' })).toThrow('another version');
  });
});

describe('what a supervisor is asked', () => {
  test('is read whole, and means nothing without a body', () => {
    const request = { services: [fixtureService('server', { port: 1 })], names: ['server'], deadlineMs: 1_000 };
    expect(readUpRequest(JSON.stringify(request))).toEqual(sent(request));
    expect(readUpRequest('')).toEqual({ services: [], names: [], deadlineMs: 0 });
  });

  test.each([
    '[]',
    '{"services":[],"names":[7],"deadlineMs":1}',
    '{"services":[{"name":"x"}],"names":[],"deadlineMs":1}',
  ])('is refused where it is something else: %s', (body) => {
    expect(() => readUpRequest(body)).toThrow('another version');
  });
});
