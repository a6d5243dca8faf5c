import type { ServiceReport } from '../../control/protocol.ts';
import type { StackSettings } from '../../services/stack-settings.ts';
import type { Runtime, StartRequest, WatchOptions } from '../runtime.ts';
import { askContainer } from './ask-container.ts';
import { memoryOf } from './containers.ts';
import { downArgv, removeVolumesArgv, volumesArgv } from './docker-argv.ts';
import { followContainerLogs, readContainerLogs } from './docker-logs.ts';
import { openProject, reportOf } from './project.ts';
import type { Project } from './project.ts';
import { runOrExplain } from './run-or-explain.ts';
import { startProject } from './start-project.ts';
import { findUnused, removeUnused } from './unused.ts';
import type { UnusedObject } from './unused.ts';

export interface DockerRuntimeOptions {
  readonly settings: StackSettings;
  /** What the docker program runs in beside the settings: PATH, HOME, DOCKER_HOST and the like. */
  readonly environment: Readonly<Record<string, string>>;
}

export interface DockerRuntime extends Runtime {
  /** Builds the images and starts what has changed by it. */
  rebuild(request: StartRequest & { readonly noCache: boolean }): Promise<readonly ServiceReport[]>;
  /** Stops everything and removes its data. Downloaded models are no data and stay. */
  reset(options?: WatchOptions): Promise<void>;
  findUnused(signal?: AbortSignal): Promise<readonly UnusedObject[]>;
  removeUnused(objects: readonly UnusedObject[], signal?: AbortSignal): Promise<void>;
}

/** Runs the services in containers, by `docker compose` and the docker-compose.yml of the checkout. */
export function createDockerRuntime({ settings, environment }: DockerRuntimeOptions): DockerRuntime {
  const project = openProject(settings, environment);
  const { docker, services } = project;

  return {
    kind: 'docker',
    up: (request) => startProject(project, request),
    restart: (request) => startProject(project, request, { recreate: true }),
    rebuild: ({ noCache, ...request }) => startProject(project, request, { noCache }),
    down: (options) => stopProject(project, options),

    async reset(options) {
      await stopProject(project, options);
      const volumes = await dataVolumes(project, options?.signal);
      if (volumes.length > 0)
        await runOrExplain(docker, removeVolumesArgv(volumes), 'remove the data', options?.signal);
    },

    async ps() {
      const containers = await project.containers();
      const isRunning = containers.some(({ status }) => status === 'running');
      return {
        runtime: 'docker',
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
    removeUnused: (objects, signal) => removeUnused(docker, objects, signal),
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
  await runOrExplain(project.dockerWithoutSecrets, downArgv(project.name), 'stop the stack', signal);
  for (const service of there) onState?.(reportOf(service, []));
}

/** The volume of docker-compose.yml that holds downloads and no data. */
const MODEL_CACHE = 'model-cache';

async function dataVolumes({ docker, name }: Project, signal?: AbortSignal): Promise<string[]> {
  const table = await runOrExplain(docker, volumesArgv(name), 'list the volumes', signal);
  return table
    .split('\n')
    .map((row) => row.split('\t'))
    .flatMap(([volume = '', role]) => (volume === '' || role === MODEL_CACHE ? [] : [volume]));
}
