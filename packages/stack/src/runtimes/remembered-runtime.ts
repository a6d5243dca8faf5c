import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Runtime, RuntimeKind, StartRequest } from './runtime.ts';

/** On which runtime the stack of this data folder was started last; undefined when it never was. */
export function rememberedRuntime(dataFolder: string): RuntimeKind | undefined {
  try {
    const kind = readFileSync(recordPath(dataFolder), 'utf8').trim();
    return kind === 'local' || kind === 'docker' ? kind : undefined;
  } catch {
    return undefined;
  }
}

/** The same runtime, which leaves a note of itself as soon as it has begun to start something. */
export function remembering(runtime: Runtime, dataFolder: string): Runtime {
  const remember = (): void => {
    if (rememberedRuntime(dataFolder) === runtime.kind) return;
    try {
      mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
      writeFileSync(recordPath(dataFolder), `${runtime.kind}\n`, { mode: 0o600 });
    } catch {
      // A full disk costs the note and not the start; what runs is found by its state as well.
    }
  };
  const told = <Request extends StartRequest>(request: Request): Request => ({
    ...request,
    onState(service) {
      remember();
      request.onState?.(service);
    },
  });
  return {
    ...runtime,
    up: (request) => runtime.up(told(request)),
    restart: (request) => runtime.restart(told(request)),
    rebuild: (request) => runtime.rebuild(told(request)),
  };
}

function recordPath(dataFolder: string): string {
  return join(dataFolder, 'runtime');
}
