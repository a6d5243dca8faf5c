import type { LogQuery } from '../../logs/read-logs.ts';

/** Arguments for the `docker` program. */
export type DockerArgv = readonly string[];

/** The labels by which Compose marks what belongs to a project, so that things are found by state and not by memory. */
export const labels = {
  project: 'com.docker.compose.project',
  service: 'com.docker.compose.service',
  volume: 'com.docker.compose.volume',
  folder: 'com.docker.compose.project.working_dir',
} as const;

export const engineVersion: DockerArgv = ['version', '--format', '{{json .Server.Version}}'];
export const composeVersion: DockerArgv = ['compose', 'version', '--short'];

/** What `docker compose` does, for one project. Which files make it up is Compose's to find: COMPOSE_FILE, else docker-compose.yml. */
function composeArgv(project: string, ...command: readonly string[]): DockerArgv {
  return ['compose', '--project-name', project, '--ansi', 'never', '--progress', 'plain', ...command];
}

export function buildArgv(
  project: string,
  { names, noCache = false }: { readonly names: readonly string[]; readonly noCache?: boolean },
): DockerArgv {
  return composeArgv(project, 'build', '--with-dependencies', ...(noCache ? ['--no-cache'] : []), ...names);
}

export function upArgv(
  project: string,
  {
    names,
    waitSeconds,
    recreate = false,
  }: { readonly names: readonly string[]; readonly waitSeconds: number; readonly recreate?: boolean },
): DockerArgv {
  // The images were built before; Compose would look once more whether they are what they should be.
  const wait = ['--detach', '--wait', '--wait-timeout', String(waitSeconds), '--no-build', '--remove-orphans'];
  // Made anew, and not just stopped and started, so that new settings count; what it depends on stays as it is.
  const anew = recreate ? ['--force-recreate', ...(names.length > 0 ? ['--no-deps'] : [])] : [];
  return composeArgv(project, 'up', ...wait, ...anew, ...names);
}

export function downArgv(project: string): DockerArgv {
  return composeArgv(project, 'down', '--remove-orphans');
}

/** The id of every container of the project, running or not. */
export function containerIdsArgv(project: string): DockerArgv {
  return ['ps', '--all', '--no-trunc', '--quiet', '--filter', `label=${labels.project}=${project}`];
}

export function inspectArgv(ids: readonly string[]): DockerArgv {
  return ['inspect', '--type', 'container', ...ids];
}

export function portHolderArgv(port: number): DockerArgv {
  return ['ps', '--filter', `publish=${port}`, '--format', `{{.Names}}\t{{.Label "${labels.project}"}}`];
}

/** The resident memory of a container's processes, in KiB, one line for each. */
export function memoryArgv(id: string): DockerArgv {
  return ['top', id, '-o', 'pid,rss'];
}

export function logsArgv(id: string, { tail, since }: Pick<LogQuery, 'tail' | 'since'>): DockerArgv {
  const from = since === undefined ? [] : ['--since', since];
  return ['logs', '--timestamps', ...(tail === undefined ? [] : ['--tail', String(tail)]), ...from, id];
}

/** Goes on over restarts and new containers, which `docker logs --follow` does not. */
export function followLogsArgv(project: string, services: readonly string[], since: string): DockerArgv {
  return composeArgv(project, 'logs', '--follow', '--timestamps', '--no-color', '--since', since, ...services);
}

export function execArgv(id: string, command: readonly string[]): DockerArgv {
  return ['exec', id, ...command];
}

const ofProject = (project: string): readonly string[] => ['--filter', `label=${labels.project}=${project}`];

/** Volumes with the name that the Compose file gives them: `showrunner_gateway-data<TAB>gateway-data`. */
export function volumesArgv(project: string): DockerArgv {
  return ['volume', 'ls', ...ofProject(project), '--format', `{{.Name}}\t{{.Label "${labels.volume}"}}`];
}

export function removeVolumesArgv(names: readonly string[]): DockerArgv {
  return ['volume', 'rm', '--force', ...names];
}

/** Images of the project that have lost their name to a newer build. */
export function unusedImagesArgv(project: string): DockerArgv {
  return ['images', '--filter', 'dangling=true', ...ofProject(project), '--no-trunc', '--quiet'];
}

/** Containers of the project that have ended, such as those of `docker compose run`. */
export function endedContainersArgv(project: string): DockerArgv {
  const ended = ['created', 'exited', 'dead'].flatMap((status) => ['--filter', `status=${status}`]);
  return [
    'ps',
    '--all',
    '--no-trunc',
    ...ended,
    ...ofProject(project),
    '--size',
    '--format',
    '{{.ID}}\t{{.Names}}\t{{.Size}}',
  ];
}

export function removeContainersArgv(ids: readonly string[]): DockerArgv {
  return ['rm', ...ids];
}

export function removeImagesArgv(ids: readonly string[]): DockerArgv {
  return ['rmi', ...ids];
}

/** What images and volumes take on the disk; the engine measures it, which takes seconds. */
export const diskUsage: DockerArgv = ['system', 'df', '--verbose', '--format', '{{json .}}'];
