import { findPortHolder, isPortTaken, readState } from '@showrunner/stack/diagnosis';
import { clip } from '../../output/style.ts';
import { error, skipped, type Check, type Outcome } from '../check.ts';
import { isStack, type Installation } from '../installation.ts';

/** Where Redis is found by those who are told nothing else. */
const REDIS_PORT = 6379;

interface StackPort {
  readonly id: string;
  readonly service: 'gateway' | 'mpc-api';
  /** The internal listener takes the port after the published one. */
  readonly offset: 0 | 1;
}

const stackPorts: readonly StackPort[] = [
  { id: 'ports.gateway', service: 'gateway', offset: 0 },
  { id: 'ports.gateway-internal', service: 'gateway', offset: 1 },
  { id: 'ports.mpc-api', service: 'mpc-api', offset: 0 },
  { id: 'ports.mpc-api-internal', service: 'mpc-api', offset: 1 },
];

const VARIABLES = { gateway: 'GATEWAY_PORT', 'mpc-api': 'MPC_API_PORT' } as const;

export const portChecks: readonly Check[] = stackPorts.map(({ id, service, offset }) => ({
  id,
  title: `the ${offset === 0 ? 'port' : 'internal port'} of ${service} is free or its own`,
  async run(installation) {
    const { stack } = installation;
    if (!isStack(stack)) return skipped('the settings name no ports');
    const base = service === 'gateway' ? stack.settings.gatewayPort : stack.settings.mpcApiPort;
    const port = base + offset;
    if (!(await isPortTaken(port)) || (await isServedBy(installation, service))) return [];
    return [
      error(
        `Port ${port} of ${service} is taken by ${await holderOf(port)}`,
        `stop that program, or move the service: ${VARIABLES[service]} in .env`,
        `127.0.0.1:${port}`,
      ),
    ];
  },
}));

/** Whether the stack itself runs the service, in a process or in a container. */
async function isServedBy({ stack, dataFolder }: Installation, service: string): Promise<boolean> {
  if (!isStack(stack) || (readState(dataFolder) === undefined && !(await runsInContainers(stack)))) return false;
  const runtime = await stack.openRuntime();
  const { services } = await runtime.ps();
  const state = services.find(({ name }) => name === service)?.state.status;
  return state !== undefined && state !== 'stopped' && state !== 'failed' && state !== 'pending';
}

async function runsInContainers(stack: { openRuntime(): Promise<{ readonly kind: string }> }): Promise<boolean> {
  return (await stack.openRuntime()).kind === 'docker';
}

/** A command line may be a whole program. */
const SHOWN_COMMAND = 60;

async function holderOf(port: number): Promise<string> {
  const holder = await findPortHolder(port);
  if (holder === undefined) return 'a program that this user may not see';
  return `${clip(holder.command.replace(/\s+/g, ' '), SHOWN_COMMAND)} (pid ${holder.pid})`;
}

/** A Redis that is there already is no fault: the stack's own takes the next free port. */
export const redisPort: Check = {
  id: 'ports.redis',
  title: 'the port of Redis is free or its own',
  async run(installation): Promise<Outcome> {
    const port = Number(installation.settings.REDIS_PORT || REDIS_PORT);
    if (!(await isPortTaken(port)) || (await isServedBy(installation, 'redis'))) return [];
    return skipped(`${await holderOf(port)} has port ${port}; a Redis of the stack takes the next free one`);
  },
};
