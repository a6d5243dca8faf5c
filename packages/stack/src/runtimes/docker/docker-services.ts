import { OperatorError } from '../../operator-error.ts';
import type { PublishedPort } from '../../service-definition.ts';

/** A service of docker-compose.yml, as people meet it. */
export interface DockerService {
  readonly name: string;
  readonly url: string;
  /** Ports of this machine; none where it is reached by its network alone. */
  readonly ports: readonly PublishedPort[];
  /** What Compose starts with it. */
  readonly needs: readonly string[];
}

/** The services of docker-compose.yml, in the order in which they start. */
export function dockerServices(ports: { readonly gatewayPort: number; readonly mpcApiPort: number }): DockerService[] {
  return [
    { name: 'redis', url: 'redis://redis:6379', ports: [], needs: [] },
    {
      name: 'gateway',
      url: `http://127.0.0.1:${ports.gatewayPort}`,
      ports: [{ port: ports.gatewayPort, movedBy: 'GATEWAY_PORT' }],
      needs: ['redis'],
    },
    {
      name: 'mpc-api',
      url: `http://127.0.0.1:${ports.mpcApiPort}`,
      ports: [{ port: ports.mpcApiPort, movedBy: 'MPC_API_PORT' }],
      needs: ['redis', 'gateway'],
    },
  ];
}

/**
 * The named services; all when none is named.
 *
 * @throws {OperatorError} for a name that is none.
 */
export function namedServices(services: readonly DockerService[], names: readonly string[]): readonly DockerService[] {
  const unknown = names.find((name) => !services.some((service) => service.name === name));
  if (unknown !== undefined) {
    throw new OperatorError({
      what: `There is no service "${unknown}"`,
      mend: `services are: ${services.map(({ name }) => name).join(', ')}`,
    });
  }
  return names.length === 0 ? services : services.filter(({ name }) => names.includes(name));
}

/** The named services with what they need; all when none is named. */
export function withNeeds(services: readonly DockerService[], names: readonly string[]): readonly DockerService[] {
  const wanted = new Set(namedServices(services, names).flatMap(({ name, needs }) => [name, ...needs]));
  return services.filter(({ name }) => wanted.has(name));
}
