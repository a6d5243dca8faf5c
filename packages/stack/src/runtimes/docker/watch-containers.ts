import { setTimeout as sleep } from 'node:timers/promises';
import type { Container } from './container.ts';
import { stateOf } from './container-state.ts';
import type { Project } from './project.ts';

/** Short for a person who waits, long for the engine. */
const POLL_MS = 500;

/** Tells each change of a container's state while `operation` runs, and returns what that returns. */
export async function watchContainers<Result>(
  project: Pick<Project, 'containers'>,
  onChange: (container: Container) => void,
  operation: () => Promise<Result>,
): Promise<Result> {
  const done = new AbortController();
  const watching = watch(project, onChange, done.signal);
  try {
    return await operation();
  } finally {
    done.abort();
    await watching;
  }
}

async function watch(
  project: Pick<Project, 'containers'>,
  onChange: (container: Container) => void,
  signal: AbortSignal,
): Promise<void> {
  const told = new Map<string, string>();
  while (!signal.aborted) {
    try {
      for (const container of await project.containers(signal)) {
        const state = JSON.stringify(stateOf(container));
        if (told.get(container.id) === state) continue;
        told.set(container.id, state);
        onChange(container);
      }
      await sleep(POLL_MS, undefined, { signal });
    } catch {
      // A look that fails is followed by another one; the operation itself tells why nothing goes on.
      await sleep(POLL_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}
