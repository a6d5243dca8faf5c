import { dirname, join } from 'node:path/posix';
import type { SourceFile } from './read-workspaces.ts';

/**
 * The folders and root files of each app from the top down (docs/ARCHITECTURE.md, "The way of a request"): each may
 * import what stands below it, and nothing above.
 */
export const FOLDER_ORDERS: Readonly<Record<string, readonly string[]>> = {
  'apps/gateway': [
    'main.ts',
    'stored-main.ts',
    'stored-commands.ts',
    'serve.ts',
    'serve-one.ts',
    'config-source.ts',
    'command-line.ts',
    'http',
    'resources',
    'manage',
    'serving',
    'import',
    'observe',
    'operations',
    'wires',
    'cache',
    'admit',
    'call',
    'route',
    'passing',
    'guard',
    'keys',
    'upstream',
    'stored',
    'config',
    'exchange',
    'failure',
    'litellm',
    'json',
    'sockets',
    'environment.ts',
    'vendor-settings.ts',
  ],
  'apps/cli': [
    'main.ts',
    'program.ts',
    'tools.ts',
    'commands',
    'options.ts',
    'models',
    'generation',
    'validation',
    'stack',
    'run-program.ts',
    'environment.ts',
    'environment',
    'command-group.ts',
    'command-context.ts',
    'output',
    'describe-error.ts',
  ],
  'apps/mpc-api': [
    'main.ts',
    'worker-main.ts',
    'serve.ts',
    'work.ts',
    'serving',
    'http',
    'admit',
    'answers',
    'drive',
    'usage',
    'keys',
    'webhooks',
    'batch',
    'library',
    'gateway',
    'idempotency',
    'jobs',
    'json-members.ts',
    'settings.ts',
    'environment.ts',
    'environment',
  ],
};

/** Imports of an app's shipped sources that go up in its order, as sentences. Places outside of it are not looked at. */
export function upwardImports(app: string, order: readonly string[], files: readonly SourceFile[]): string[] {
  return shipped(app, files).flatMap(({ path, imports }) => {
    const from = order.indexOf(placeOf(app, path));
    return imports
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => placeOf(app, join(dirname(path), specifier)))
      .filter((target) => from !== -1 && order.includes(target) && order.indexOf(target) < from)
      .map((target) => `${path} imports ${target}, which stands above ${order[from]}`);
  });
}

/** Where an order and the folders that there are disagree, as sentences. */
export function unorderedPlaces(app: string, order: readonly string[], files: readonly SourceFile[]): string[] {
  const places = new Set(shipped(app, files).map(({ path }) => placeOf(app, path)));
  return [
    ...[...places].filter((place) => !order.includes(place)).map((place) => `${app}/src/${place} has no place`),
    ...order.filter((place) => !places.has(place)).map((place) => `${app}/src/${place} has a place and is not there`),
  ];
}

function shipped(app: string, files: readonly SourceFile[]): SourceFile[] {
  return files.filter(({ path, isDevelopment }) => path.startsWith(`${app}/src/`) && !isDevelopment);
}

/** `apps/mpc-api/src/jobs/job.ts` → `jobs`, `apps/mpc-api/src/serve.ts` → `serve.ts`. */
function placeOf(app: string, path: string): string {
  return path.slice(`${app}/src/`.length).split('/', 1)[0] ?? '';
}
