import type { ServiceReport } from '../../control/protocol.ts';
import type { StackSettings } from '../../services/stack-settings.ts';
import { composeEnvironment, placeholders, projectName } from './compose-environment.ts';
import type { Container } from './container.ts';
import { stateOf } from './container-state.ts';
import { listContainers } from './containers.ts';
import { dockerServices, type DockerService } from './docker-services.ts';
import { createDocker, type Docker } from './run-docker.ts';

/** A checkout's stack as Docker sees it: a Compose project. */
export interface Project {
  readonly name: string;
  /** The checkout, with its docker-compose.yml. */
  readonly folder: string;
  readonly services: readonly DockerService[];
  readonly docker: Docker;
  /** For what starts nothing and must work without a complete `.env`. */
  readonly dockerWithoutSecrets: Docker;
  containers(signal?: AbortSignal): Promise<readonly Container[]>;
}

export function openProject(settings: StackSettings, surroundings: Readonly<Record<string, string>>): Project {
  const environment = composeEnvironment(settings, surroundings);
  const name = projectName(environment);
  const docker = createDocker(settings.root, environment);
  return {
    name,
    folder: settings.root,
    services: dockerServices(settings),
    docker,
    dockerWithoutSecrets: createDocker(settings.root, { ...environment, ...placeholders }),
    containers: (signal) => listContainers(docker, name, signal),
  };
}

/** A service as both runtimes report it; `stopped` where it has no container. */
export function reportOf({ name, url, ports }: DockerService, containers: readonly Container[]): ServiceReport {
  const container = containers.find(({ service }) => service === name);
  return { name, url, ports, state: container ? stateOf(container) : { status: 'stopped', restarts: 0 } };
}
