import { accessSync, constants, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { supervisorStatus } from '../control/client.ts';
import { isPortTaken } from '../process/port-holder.ts';
import type { SharedState } from '../runtimes/runtime.ts';
import { processOf } from '../service-state.ts';
import { addressOf } from '../supervisor/supervisor-address.ts';
import { internalPort, type OwnRedis, type StackSettings } from './stack-settings.ts';

export interface RedisChoice {
  readonly sharedState: SharedState;
  /** Absent where another one is used, or none. */
  readonly own?: OwnRedis;
}

/** Redis' own (redis.io/docs/latest/operate/oss_and_stack/management/config, `port`). */
const DEFAULT_PORT = 6379;

/**
 * Where the shared state of a stack on this machine lies: in the Redis that the settings name, in one of its own where
 * `redis-server` is installed, else in each process' memory.
 */
export async function findRedis(
  settings: StackSettings,
  surroundings: Readonly<Record<string, string>>,
): Promise<RedisChoice> {
  const { environment: told } = settings;
  const given = (name: string): boolean => Boolean(told[name]) || Boolean(told[`${name}_FILE`]);
  if (given('REDIS_URL')) return { sharedState: { kind: 'redis', at: 'the address in REDIS_URL' } };
  if (given('REDIS_HOST')) {
    const at = `${told.REDIS_HOST ?? 'the host in REDIS_HOST_FILE'}:${told.REDIS_PORT || DEFAULT_PORT}`;
    return { sharedState: { kind: 'redis', at } };
  }
  const command = findProgram('redis-server', surroundings.PATH ?? '');
  if (command === undefined) return inMemory('redis-server is not installed');
  const password = told.REDIS_PASSWORD || readSecretFile(told.REDIS_PASSWORD_FILE);
  if (!password) return inMemory('REDIS_PASSWORD is not set; "showrunner init" makes one');
  const port = Number(told.REDIS_PORT) || (await portFor(settings));
  return { sharedState: { kind: 'redis', at: `127.0.0.1:${port}` }, own: { command, port, password } };
}

function inMemory(reason: string): RedisChoice {
  return { sharedState: { kind: 'memory', reason } };
}

/** The port that ours has while it runs; else Redis' own, or the next that is free. */
async function portFor({ dataFolder, gatewayPort, mpcApiPort }: StackSettings): Promise<number> {
  const status = await supervisorStatus(await addressOf(dataFolder));
  const running = status?.services.filter(({ state }) => processOf(state) ?? state.status === 'restarting');
  const ours = running?.find(({ name }) => name === 'redis')?.ports[0]?.port;
  if (ours !== undefined) return ours;
  const promised = new Set([gatewayPort, mpcApiPort].flatMap((port) => [port, internalPort(port)]));
  const LAST_TRIED = DEFAULT_PORT + 100;
  for (let port = DEFAULT_PORT; port < LAST_TRIED; port++) {
    if (!promised.has(port) && !(await isPortTaken(port))) return port;
  }
  return DEFAULT_PORT;
}

function findProgram(name: string, path: string): string | undefined {
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  return path
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, file))
    .find((candidate) => {
      try {
        accessSync(candidate, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/** A file that cannot be read is the servers' to complain about: they read it too. */
function readSecretFile(path: string | undefined): string {
  try {
    return path ? readFileSync(path, 'utf8').trim() : '';
  } catch {
    return '';
  }
}
