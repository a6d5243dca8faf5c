import type { LogLine } from '../../logs/log-line.ts';
import type { LogQuery } from '../../logs/read-logs.ts';
import type { Container } from './container.ts';
import { followLogsArgv, logsArgv } from './docker-argv.ts';
import type { Project } from './project.ts';
import type { Docker, OutputLine } from './run-docker.ts';

/** `2026-11-23T05:17:41.336123456Z text`, as the engine keeps it. */
const STAMPED = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) ?(.*)$/s;
/** `gateway-1  | ` before it, as Compose prints it. */
const PREFIX = /^(\S+?)-\d+ +\| (.*)$/s;

/** The kept lines of several containers as one stream, in the order in which they were written. */
export async function readContainerLogs(
  docker: Docker,
  containers: readonly Container[],
  { tail, since }: Omit<LogQuery, 'services'>,
  signal?: AbortSignal,
): Promise<LogLine[]> {
  const range = { ...(tail === undefined ? {} : { tail }), ...(since === undefined ? {} : { since }) };
  const each = await Promise.all(
    containers.map(({ id, service }) => linesOf(docker.lines(logsArgv(id, range), signal), service)),
  );
  const merged = each.flat().toSorted((left, right) => (left.time < right.time ? -1 : left.time > right.time ? 1 : 0));
  return tail === undefined ? merged : merged.slice(Math.max(0, merged.length - tail));
}

async function linesOf(output: AsyncIterable<OutputLine>, service: string): Promise<LogLine[]> {
  const lines: LogLine[] = [];
  for await (const line of output) {
    const read = readLine(service, line);
    if (read) lines.push(read);
  }
  return lines;
}

/** What is written from `since` on, over restarts and new containers, until `signal` ends it. */
export async function* followContainerLogs(
  { name, dockerWithoutSecrets: docker }: Project,
  services: readonly string[],
  since: string,
  signal?: AbortSignal,
): AsyncGenerator<LogLine> {
  for await (const { stream, text } of docker.lines(followLogsArgv(name, services, since), signal)) {
    const [, service, rest] = PREFIX.exec(text) ?? [];
    const line = service !== undefined && rest !== undefined ? readLine(service, { stream, text: rest }) : undefined;
    if (line) yield line;
  }
}

/** What the engine itself says between the lines has no time and is left out. */
function readLine(service: string, { stream, text }: OutputLine): LogLine | undefined {
  const [, time, written] = STAMPED.exec(text) ?? [];
  return time === undefined || written === undefined ? undefined : { service, time, stream, text: written };
}
