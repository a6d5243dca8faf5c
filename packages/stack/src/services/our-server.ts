import { join } from 'node:path';
import type { LocalForm, PublishedPort } from '../service-definition.ts';
import { restartDefaults } from '../service-definition.ts';
import { codeRevision } from './code-revision.ts';
import { internalPort } from './stack-settings.ts';
import type { StackSettings } from './stack-settings.ts';

/** Over the servers' own drain, so that they are killed only when they hang. */
const STOP_TIMEOUT_MS = 35_000;

/** How one of our servers runs as a process: this Node, its TypeScript, the loopback interface. */
export function ourServerProcess(settings: StackSettings, app: string, args: readonly string[]): LocalForm {
  return {
    command: process.execPath,
    args: [join(settings.root, 'apps', app, 'src/main.ts'), '--host', '127.0.0.1', ...args],
    cwd: settings.root,
    revision: codeRevision(settings.root, app),
    endsWithStdin: true,
    stopTimeoutMs: STOP_TIMEOUT_MS,
    restart: restartDefaults,
  };
}

export function ourServerEnvironment(settings: StackSettings, port: number): Record<string, string> {
  return {
    ...settings.environment,
    DATA_DIR: settings.dataFolder,
    INTERNAL_PORT: String(internalPort(port)),
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
