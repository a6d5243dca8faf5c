import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { OperatorError } from '../operator-error.ts';
import type { RebuildRequest } from './runtime.ts';

export interface Reinstallation extends Pick<RebuildRequest, 'useCache' | 'onProgress' | 'signal'> {
  /** The checkout. */
  readonly root: string;
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * Installs the checkout's dependencies from the lockfile anew, by its bootstrap, which knows how, lets only one do it at
 * a time, and gives the new installation its place when it is whole.
 *
 * @throws {OperatorError} with what npm said.
 */
export async function reinstall({ root, environment, useCache, onProgress, signal }: Reinstallation): Promise<void> {
  const bootstrap = join(root, 'runtime', 'bootstrap.mjs');
  const child = spawn(process.execPath, [bootstrap, 'install', ...(useCache ? [] : ['--no-cache'])], {
    cwd: root,
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
    windowsHide: true,
    ...(signal ? { signal } : {}),
  });
  const ended = once(child, 'exit') as Promise<[number | null]>;
  const lines: string[] = [];
  const reading = (async () => {
    for await (const line of createInterface({ input: child.stderr })) {
      lines.push(line);
      onProgress?.(line);
    }
  })();
  const [[code]] = await Promise.all([ended, reading]);
  if (code === 0) return;
  throw new OperatorError({
    what: 'The dependencies could not be installed anew; what was installed stays, and what runs goes on',
    where: root,
    fix: 'see to what npm says, then run it again: showrunner rebuild',
    lines,
  });
}
