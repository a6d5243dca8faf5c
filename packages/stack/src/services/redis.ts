import { join } from 'node:path';
import type { Service } from '../service.ts';
import { readinessDefaults, restartDefaults, type Probe } from '../service-definition.ts';

/** It writes what it holds to the disk before it ends. */
const STOP_SECONDS = 20;

/**
 * What it keeps and what it forgets (redis.io/docs/latest/operate/oss_and_stack/management/config): only what has an
 * expiry goes when the memory is used up, so that a counter without one is never forgotten for a cached answer.
 */
const KEEPING = ['maxmemory 192mb', 'maxmemory-policy volatile-lru', 'appendonly yes', 'save ""'];

/** Caches and counters that the servers share; its settings arrive on standard input, where no process list shows them. */
export const redis: Service = {
  name: 'redis',

  local({ dataFolder, redis: own }) {
    if (!own) return [];
    const { command, port, password } = own;
    const probe: Probe = { kind: 'redis', host: '127.0.0.1', port, password };
    return [
      {
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
          // Quoted as JSON quotes, which is how Redis reads a value with spaces or quotes in it.
          stdin: `${['bind 127.0.0.1', `port ${port}`, `requirepass ${JSON.stringify(password)}`, ...KEEPING].join('\n')}\n`,
          endsWithStdin: false,
          stopTimeoutMs: STOP_SECONDS * 1_000,
          restart: restartDefaults,
        },
      },
    ];
  },

  container: {
    image: { kind: 'pulled', name: 'redis:8.10.2-trixie', movedBy: 'REDIS_IMAGE' },
    entrypoint: ['sh', '-c'],
    command: [
      [
        'exec redis-server - <<SETTINGS',
        `user default on #$$(printf %s "$$REDISCLI_AUTH" | sha256sum | cut -d ' ' -f 1) ~* &* +@all`,
        ...KEEPING,
        'dir /data',
        'SETTINGS',
        '',
      ].join('\n'),
    ],
    user: '999:999',
    url: () => 'redis://redis:6379',
    needs: [],
    mounts: [{ from: 'redis-data', to: '/data' }],
    environment: {},
    secrets: { REDISCLI_AUTH: 'REDIS_PASSWORD' },
    health: {
      test: ['CMD', 'redis-cli', '-e', '-h', '127.0.0.1', 'ping'],
      intervalSeconds: 10,
      timeoutSeconds: 5,
      retries: 3,
      startPeriodSeconds: 5,
      startIntervalSeconds: 1,
    },
    stopGraceSeconds: STOP_SECONDS,
    limits: { memory: '256m', processes: 64 },
    remarks: {
      command:
        'The settings arrive on standard input, and the password as its digest: neither shows in a process list.',
      secrets: 'redis-cli reads it too, so that the health check presents it.',
      health: 'Without -e, redis-cli ends with 0 even when the password is refused.',
    },
  },
};
