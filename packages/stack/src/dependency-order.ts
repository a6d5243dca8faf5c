import type { ServiceDefinition } from './service-definition.ts';
import { OperatorError } from './operator-error.ts';

/**
 * The services with every dependency before its dependents.
 *
 * @throws {OperatorError} naming the services of a cycle, or a dependency that is no service.
 */
export function dependencyOrder(services: readonly ServiceDefinition[]): ServiceDefinition[] {
  const byName = new Map(services.map((service) => [service.name, service]));
  const ordered = new Set<ServiceDefinition>();

  const visit = (service: ServiceDefinition, path: readonly string[]): void => {
    if (ordered.has(service)) return;
    const seenAt = path.indexOf(service.name);
    if (seenAt !== -1) {
      throw new OperatorError({
        what: `Services wait for each other: ${[...path.slice(seenAt), service.name].join(' → ')}`,
        fix: 'remove one of these dependencies',
      });
    }
    for (const dependency of service.dependsOn) {
      visit(namedService(byName, dependency.service, service.name), [...path, service.name]);
    }
    ordered.add(service);
  };

  for (const service of services) visit(service, []);
  return [...ordered];
}

/** The named services and everything they depend on, in dependency order; all services when none is named. */
export function selectServices(services: readonly ServiceDefinition[], names: readonly string[]): ServiceDefinition[] {
  const ordered = dependencyOrder(services);
  if (names.length === 0) return ordered;
  const byName = new Map(services.map((service) => [service.name, service]));
  const wanted = new Set<string>();
  const want = (name: string): void => {
    if (wanted.has(name)) return;
    wanted.add(name);
    for (const dependency of namedService(byName, name).dependsOn) want(dependency.service);
  };
  for (const name of names) want(name);
  return ordered.filter((service) => wanted.has(service.name));
}

function namedService(
  byName: ReadonlyMap<string, ServiceDefinition>,
  name: string,
  dependent?: string,
): ServiceDefinition {
  const service = byName.get(name);
  if (service) return service;
  throw new OperatorError({
    what: `There is no service "${name}"${dependent === undefined ? '' : `, on which ${dependent} depends`}`,
    fix: `services are: ${[...byName.keys()].join(', ')}`,
  });
}
