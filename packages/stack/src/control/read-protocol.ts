import { OperatorError, type Problem } from '../operator-error.ts';
import type { LogLine } from '../logs/log-line.ts';
import { isListOf, isRecord, isText } from '../unread-value.ts';
import type { PublishedPort, ServiceDefinition } from '../service-definition.ts';
import type { ServiceProcess, ServiceState } from '../service-state.ts';
import type { Progress, ServiceReport, SupervisorStatus, UpRequest } from './protocol.ts';

// The other end is our own program, but perhaps of another version: what comes is looked at as far as it is used.

/** Of another version at least this much is true, so that it can be told and ended. */
export function readStatus(value: unknown): SupervisorStatus {
  if (!isRecord(value) || typeof value.protocol !== 'number' || typeof value.pid !== 'number') throw startedByAnother();
  const { protocol, pid, startedAt, services } = value;
  return {
    protocol,
    pid,
    startedAt: typeof startedAt === 'number' ? startedAt : 0,
    services: Array.isArray(services) ? services.filter(isServiceReport) : [],
  };
}

export function readProgress(value: unknown): Progress {
  if (isRecord(value)) {
    const { type, service, services, problem } = value;
    if (type === 'state' && isServiceReport(service)) return { type, service };
    if (type === 'done' && isListOf(services, isServiceReport)) return { type, services };
    if (type === 'problem' && isProblem(problem)) return { type, problem };
  }
  throw startedByAnother();
}

export function readLogLine(value: unknown): LogLine {
  if (isLogLine(value)) return value;
  throw startedByAnother();
}

/** What `POST /up` and `POST /restart` are asked; a request without a body means nothing. */
export function readUpRequest(body: string): UpRequest {
  if (body === '') return { services: [], names: [], deadlineMs: 0 };
  const value: unknown = JSON.parse(body);
  if (isUpRequest(value)) return value;
  throw startedByAnother();
}

export function isServiceReport(value: unknown): value is ServiceReport {
  return (
    isRecord(value) &&
    isText(value.name) &&
    isText(value.url) &&
    isListOf(value.ports, isPublishedPort) &&
    isServiceState(value.state)
  );
}

export function startedByAnother(): OperatorError {
  return new OperatorError({
    what: 'The running stack was started by another version of Showrunner',
    fix: 'stop it and start it again: showrunner down, then showrunner up',
  });
}

type KnowsItsMembers = (state: Readonly<Record<string, unknown>>) => boolean;

/** What is known in each state beside how often it was started again. */
const known = new Map<string, KnowsItsMembers>(
  Object.entries({
    pending: () => true,
    starting: () => true,
    stopped: () => true,
    running: ({ process }) => isServiceProcess(process),
    healthy: ({ process }) => isServiceProcess(process),
    stopping: ({ process }) => isServiceProcess(process),
    unhealthy: ({ process, reason }) => isServiceProcess(process) && isText(reason),
    restarting: ({ reason }) => isText(reason),
    failed: ({ reason, lastLines }) => isText(reason) && isListOf(lastLines, isText),
  } satisfies Record<ServiceState['status'], KnowsItsMembers>),
);

function isServiceState(value: unknown): value is ServiceState {
  if (!isRecord(value) || typeof value.restarts !== 'number' || !isText(value.status)) return false;
  return known.get(value.status)?.(value) ?? false;
}

function isServiceProcess(value: unknown): value is ServiceProcess {
  return isRecord(value) && typeof value.pid === 'number' && typeof value.startedAt === 'number';
}

function isPublishedPort(value: unknown): value is PublishedPort {
  return isRecord(value) && typeof value.port === 'number' && isText(value.movedBy);
}

function isProblem(value: unknown): value is Problem {
  return isRecord(value) && isText(value.what);
}

function isLogLine(value: unknown): value is LogLine {
  return isRecord(value) && [value.service, value.time, value.stream, value.text].every(isText);
}

function isUpRequest(value: unknown): value is UpRequest {
  return (
    isRecord(value) &&
    typeof value.deadlineMs === 'number' &&
    isListOf(value.names, isText) &&
    isListOf(value.services, isServiceDefinition)
  );
}

function isServiceDefinition(value: unknown): value is ServiceDefinition {
  if (!isRecord(value)) return false;
  const { name, url, dependsOn, ports, environment, health, readiness, local } = value;
  return (
    isText(name) &&
    isText(url) &&
    isListOf(dependsOn, isRecord) &&
    isListOf(ports, isPublishedPort) &&
    isRecord(environment) &&
    isRecord(health) &&
    isRecord(readiness) &&
    isRecord(local) &&
    isText(local.command) &&
    isListOf(local.args, isText)
  );
}
