import type { StackSettings } from '../../services/stack-settings.ts';
import type { Runtime, WatchOptions } from '../runtime.ts';
import { askContainer } from './ask-container.ts';
import { memoryOf } from './containers.ts';
import { downArgv } from './docker-argv.ts';
import { followContainerLogs, readContainerLogs } from './docker-logs.ts';
import { openProject, reportOf, type Project } from './project.ts';
import { runOrExplain } from './run-or-explain.ts';
import { startProject } from './start-project.ts';
import { findData, findUnused, remove } from './unused.ts';

export interface DockerRuntimeOptions {
  readonly settings: StackSettings;
  /** What the docker program runs in beside the settings: PATH, HOME, DOCKER_HOST and the like. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Runs the services in containers, by `docker compose` and the docker-compose.yml of the checkout. */
export function createDockerRuntime({ settings, environment }: DockerRuntimeOptions): Runtime {
  const project = openProject(settings, environment);
  const { docker, services } = project;

  return {
    kind: 'docker',
    serviceNames: services.map(({ name }) => name),
    up: (request) => startProject(project, request),
    restart: (request) => startProject(project, request, { recreate: true }),
    rebuild: ({ useCache, ...request }) => startProject(project, request, { noCache: !useCache }),
    down: (options) => stopProject(project, options),

    async ps() {
      const containers = await project.containers();
      const isRunning = containers.some(({ status }) => status === 'running');
      return {
        runtime: 'docker',
        sharedState: { kind: 'redis', at: 'redis:6379, on the network of the containers alone' },
        supervisor: { status: isRunning ? 'engine' : 'stopped' },
        services: await Promise.all(
          services.map(async (service) => {
            const running = containers.find((each) => each.service === service.name && each.status === 'running');
            const memoryBytes = running && (await memoryOf(docker, running));
            return { ...reportOf(service, containers), ...(memoryBytes === undefined ? {} : { memoryBytes }) };
          }),
        ),
      };
    },

    async health(signal) {
      const containers = await project.containers(signal);
      const containerOf = (name: string) => containers.find(({ service }) => service === name);
      return Promise.all(services.map(({ name }) => askContainer(docker, name, containerOf(name), signal)));
    },

    async *logs({ follow, services: names, ...query }, signal) {
      const since = new Date().toISOString();
      const containers = await project.containers(signal);
      const wanted = containers.filter(({ service }) => names.includes(service));
      const kept = await readContainerLogs(docker, wanted, query, signal);
      yield* kept;
      if (!follow) return;
      for await (const line of followContainerLogs(project, names, since, signal)) {
        // What was written between `since` and the end of the first reading comes twice.
        const isKept = kept.some(({ service, time }) => service === line.service && time >= line.time);
        if (!isKept) yield line;
      }
    },

    findUnused: (signal) => findUnused(docker, project.name, signal),
    findData: (signal) => findData(docker, project.name, signal),
    remove: (items, signal) => remove(docker, items, signal),
  };
}

/** Dependents first, each within its drain; also containers that the Compose file does not name any more. */
async function stopProject(project: Project, { onState, signal }: WatchOptions = {}): Promise<void> {
  const containers = await project.containers(signal);
  if (containers.length === 0) return;
  const there = project.services.filter(({ name }) => containers.some(({ service }) => service === name));
  for (const report of there.map((service) => reportOf(service, containers))) {
    if ('process' in report.state) {
      const { restarts, process } = report.state;
      onState?.({ ...report, state: { status: 'stopping', restarts, process } });
    }
  }
  await runOrExplain(project.dockerWithoutSecrets, downArgv(project.name), 'stop the stack', { signal });
  for (const service of there) onState?.(reportOf(service, []));
}
