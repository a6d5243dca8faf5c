import { join } from 'node:path';
import { readinessDefaults, restartDefaults } from '../service-definition.ts';
import type { Probe, ServiceDefinition } from '../service-definition.ts';
import type { OwnRedis } from './find-redis.ts';
import type { StackSettings } from './stack-settings.ts';

/** It writes what it holds to the disk before it ends. */
const STOP_TIMEOUT_MS = 20_000;

/** A Redis of our own for caches and counters, reached by this machine alone. */
export function redisService({ dataFolder }: StackSettings, { command, port, password }: OwnRedis): ServiceDefinition {
  const probe: Probe = { kind: 'redis', host: '127.0.0.1', port, password };
  return {
    name: 'redis',
    dependsOn: [],
    ports: [{ port, movedBy: 'REDIS_PORT' }],
    url: `redis://127.0.0.1:${port}`,
    health: probe,
    readiness: { ...readinessDefaults, probe },
    environment: {},
    local: {
      command,
      args: ['-'],
      cwd: join(dataFolder, 'redis'),
      stdin: redisSettings(port, password),
      endsWithStdin: false,
      stopTimeoutMs: STOP_TIMEOUT_MS,
      restart: restartDefaults,
    },
  };
}

/**
 * Its whole configuration (redis.io/docs/latest/operate/oss_and_stack/management/config), given on its standard input:
 * a password on its command line would stand in every process list. Memory and eviction are those of docker-compose.yml:
 * only what has an expiry goes when the memory is used up, so that a counter without one is never forgotten for a cached
 * answer.
 */
function redisSettings(port: number, password: string): string {
  return [
    'bind 127.0.0.1',
    `port ${port}`,
    // Quoted as JSON quotes, which is how Redis reads a value with spaces or quotes in it.
    `requirepass ${JSON.stringify(password)}`,
    'maxmemory 192mb',
    'maxmemory-policy volatile-lru',
    'appendonly yes',
    'save ""',
    '',
  ].join('\n');
}
