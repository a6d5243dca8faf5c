import { OperatorError } from '../operator-error.ts';
import { findPortHolder, isPortTaken } from '../process/port-holder.ts';
import type { ServiceDefinition } from '../service-definition.ts';

/**
 * Refuses to start services whose ports are taken.
 *
 * @throws {OperatorError} naming the port, who holds it, and how to free it or move us.
 */
export async function refuseTakenPorts(services: readonly ServiceDefinition[]): Promise<void> {
  for (const service of services) {
    for (const { port, movedBy } of service.ports) {
      if (!(await isPortTaken(port))) continue;
      const holder = await findPortHolder(port);
      throw new OperatorError({
        what: `Port ${port}, which ${service.name} needs, is taken by ${holder ? `${holder.command} (pid ${holder.pid})` : 'another program'}`,
        where: `127.0.0.1:${port}`,
        fix: `${holder ? `stop it (kill ${holder.pid})` : 'stop that program'}, or move ${service.name}: set ${movedBy} in .env to a free port`,
      });
    }
  }
}
