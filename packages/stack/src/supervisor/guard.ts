import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { identify, type ProcessIdentity } from '../process/process-identity.ts';
import type { LocalForm } from '../service-definition.ts';
import type { GuardOrder, WatchedGroup } from './guard-main.ts';

const GUARD_PROGRAM = fileURLToPath(new URL('./guard-main.ts', import.meta.url));

/**
 * The process that ends our groups when we die without being able to: it holds a pipe from us and acts when the pipe
 * closes. It knows every group, so that one that does not end with its stdin leaves no orphan either.
 */
export class Guard {
  readonly #watched = new Map<number, WatchedGroup>();
  #child: ChildProcess;
  #released = false;

  constructor() {
    this.#child = this.#spawn();
  }

  async watch(pid: number, { endsWithStdin, stopTimeoutMs }: LocalForm): Promise<void> {
    const identity = await identify(pid);
    if (!identity) return;
    const group = { ...identity, endsWithStdin, stopTimeoutMs };
    this.#watched.set(pid, group);
    this.#send({ watch: group });
  }

  identityOf(pid: number): ProcessIdentity | undefined {
    return this.#watched.get(pid);
  }

  forget(pid: number): void {
    if (this.#watched.delete(pid)) this.#send({ forget: pid });
  }

  /** Lets the guard go; it ends whatever it still watches. */
  release(): void {
    this.#released = true;
    this.#child.stdin?.end();
  }

  #spawn(): ChildProcess {
    const child = spawn(process.execPath, [GUARD_PROGRAM], {
      stdio: ['pipe', 'ignore', 'inherit'],
      detached: true,
      windowsHide: true,
    });
    // What cannot be written was for a guard that is gone; its successor is told everything below.
    child.stdin.on('error', () => {});
    child.once('exit', () => {
      if (this.#released) return;
      this.#child = this.#spawn();
      for (const watch of this.#watched.values()) this.#send({ watch });
    });
    child.unref();
    return child;
  }

  #send(order: GuardOrder): void {
    this.#child.stdin?.write(`${JSON.stringify(order)}\n`);
  }
}
