import { join } from 'node:path';
import type { ContainerForm } from '../container-form.ts';
import { type Dependency, type LocalForm, type PublishedPort, restartDefaults } from '../service-definition.ts';
import { codeRevision } from './code-revision.ts';
import { internalPort, type LocalSettings, type StackSettings } from './stack-settings.ts';

/** Over the servers' own drain of 30 s, so that they are killed only when they hang. */
const STOP_TIMEOUT_MS = 35_000;
const CONTAINER_STOP_GRACE_SECONDS = 40;

/**
 * What Node is told where it runs the content API or a worker. V8 lets its young generation grow to twice 32 MB under
 * load; with twice 8 MB the process keeps some 80 MB less after 500 streams at once and takes no more CPU time
 * (bench/mpc-api). The foreground commands and the image say the same.
 */
export const CONTENT_NODE_ARGS = ['--max-semi-space-size=8'] as const;

/**
 * What the C library (glibc, `mallopt`) is told where it runs one of our servers: it gives threads that allocate arenas of
 * their own, up to eight a core, whose free memory the others never get. With one, which the event loop has nearly for
 * itself, the content API keeps a quarter less after its requests and a tenth less after 500 streams at once than with
 * eight and two, and takes no more CPU time (bench/mpc-api). The foreground commands and the images say the same;
 * elsewhere it means nothing.
 */
export const SERVER_MALLOC_ARENAS = '1';

/** A program of ours and what its Node is told. */
interface OurProgram {
  readonly app: string;
  readonly main?: string;
  readonly nodeArgs?: readonly string[];
}

/** How one of our servers runs as a process: this Node, its TypeScript. */
export function ourServerProcess(
  settings: StackSettings,
  { app, main = 'main.ts', nodeArgs = [] }: OurProgram,
  args: readonly string[] = [],
): LocalForm {
  return {
    command: process.execPath,
    args: [...nodeArgs, join(settings.root, 'apps', app, 'src', main), ...args],
    cwd: settings.root,
    revision: codeRevision(settings.root, app),
    endsWithStdin: true,
    stopTimeoutMs: STOP_TIMEOUT_MS,
    restart: restartDefaults,
  };
}

/** @param internal where it answers health and metrics */
export function ourServerEnvironment(settings: LocalSettings, internal: number): Record<string, string> {
  const { redis } = settings;
  return {
    MALLOC_ARENA_MAX: SERVER_MALLOC_ARENAS,
    ...settings.environment,
    ...(redis && { REDIS_HOST: '127.0.0.1', REDIS_PORT: String(redis.port) }),
    DATA_DIR: settings.dataFolder,
    INTERNAL_PORT: String(internal),
    SHOWRUNNER_SUPERVISED: '1',
    // Compiled code is kept between starts: a warm start is about a third shorter.
    NODE_COMPILE_CACHE: join(settings.dataFolder, 'compile-cache'),
  };
}

export function ourServerPorts(port: number, movedBy: string): PublishedPort[] {
  return [
    { port, movedBy },
    { port: internalPort(port), movedBy },
  ];
}

/** Where the stack runs a Redis of its own, our servers start when it is healthy. */
export function redisDependency({ redis }: LocalSettings): Dependency[] {
  return redis ? [{ service: 'redis', condition: 'healthy' }] : [];
}

/** What is true of each of our servers as a container. */
export const ourContainer = {
  image: { kind: 'ours' },
  user: '1000:1000',
  environment: { REDIS_HOST: 'redis', REDIS_PORT: '6379' },
  secrets: { REDIS_PASSWORD: 'REDIS_PASSWORD' },
  health: {
    test: ['CMD', 'node', '/app/healthcheck.mjs'],
    intervalSeconds: 30,
    timeoutSeconds: 10,
    retries: 3,
    startPeriodSeconds: 20,
    startIntervalSeconds: 1,
  },
  stopGraceSeconds: CONTAINER_STOP_GRACE_SECONDS,
} as const satisfies Partial<ContainerForm>;
