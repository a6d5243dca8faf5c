import { OperatorError } from '../../operator-error.ts';
import type { PublishedPort } from '../../service-definition.ts';
import { stackServices } from '../../services/stack-services.ts';
import type { StackShape } from '../../services/stack-settings.ts';

/** A service of docker-compose.yml, as people meet it. */
export interface DockerService {
  readonly name: string;
  readonly url: string;
  /** Ports of this machine; none where it is reached by its network alone. */
  readonly ports: readonly PublishedPort[];
  /** What Compose starts with it. */
  readonly needs: readonly string[];
}

/** The services of docker-compose.yml of which any run, in the order in which they start. */
export function dockerServices(shape: StackShape): DockerService[] {
  return stackServices
    .filter(({ container: { replicas } }) => replicas === undefined || replicas.of(shape) > 0)
    .map(({ name, container: { published, url, needs } }) => ({
      name,
      url: url(shape),
      ports: published ? [{ port: published.of(shape), movedBy: published.movedBy }] : [],
      needs,
    }));
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
      fix: `services are: ${services.map(({ name }) => name).join(', ')}`,
    });
  }
  return names.length === 0 ? services : services.filter(({ name }) => names.includes(name));
}

/** The named services with what they need; all when none is named. */
export function withNeeds(services: readonly DockerService[], names: readonly string[]): readonly DockerService[] {
  const wanted = new Set(namedServices(services, names).flatMap(({ name, needs }) => [name, ...needs]));
  return services.filter(({ name }) => wanted.has(name));
}
