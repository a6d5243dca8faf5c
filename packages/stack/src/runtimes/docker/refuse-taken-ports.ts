import { OperatorError } from '../../operator-error.ts';
import { findPortHolder, isPortTaken } from '../../process/port-holder.ts';
import type { PublishedPort } from '../../service-definition.ts';
import type { Container } from './container.ts';
import { portHolderArgv } from './docker-argv.ts';
import type { DockerService } from './docker-services.ts';
import type { Docker } from './run-docker.ts';

/**
 * Refuses to start services whose published ports are taken by others than the stack's own containers. The engine
 * would say so too, but not by whom, and only after it had started the services before.
 *
 * @throws {OperatorError} naming the port, who holds it, and how to free it or move us.
 */
export async function refuseTakenPorts(
  docker: Docker,
  services: readonly DockerService[],
  running: readonly Container[],
): Promise<void> {
  const own = new Set(running.filter(({ status }) => status === 'running').flatMap((each) => each.publishedPorts));
  for (const { name, ports } of services) {
    for (const { port, movedBy } of ports) {
      if (own.has(port) || !(await isPortTaken(port))) continue;
      const { holder, end } = await nameHolder(docker, { port, movedBy });
      throw new OperatorError({
        what: `Port ${port}, which ${name} needs, is taken by ${holder}`,
        where: `127.0.0.1:${port}`,
        fix: `${end}, or move ${name}: set ${movedBy} in .env to a free port`,
      });
    }
  }
}

async function nameHolder(docker: Docker, { port }: PublishedPort): Promise<{ holder: string; end: string }> {
  const [name, project] = (await docker.run(portHolderArgv(port))).stdout.trim().split('\n')[0]?.split('\t') ?? [];
  if (name)
    return {
      holder: `the container ${name}${project ? ` of project ${project}` : ''}`,
      end: `stop it (docker stop ${name})`,
    };
  const holder = await findPortHolder(port);
  if (!holder) return { holder: 'another program', end: 'stop that program' };
  // Our own servers on this port are the same stack on the other runtime.
  const end =
    holder.command.includes('apps/gateway/src/main.ts') || holder.command.includes('apps/mpc-api/src/main.ts')
      ? 'stop the stack there (showrunner down --runtime local)'
      : `stop it (kill ${holder.pid})`;
  return { holder: `${holder.command} (pid ${holder.pid})`, end };
}
