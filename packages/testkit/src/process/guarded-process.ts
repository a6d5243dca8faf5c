import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/**
 * A shell that runs the program beside itself and waits on its own stdin. The kernel closes that pipe when the process
 * that holds the other end is gone, however it ended; the shell then kills the program and removes its folder. So a
 * killed test runner leaves neither a server nor a file behind.
 */
const GUARD = `
folder=$1; shift
"$@" </dev/null &
program=$!
echo "guarded $program"
cat >/dev/null
kill -KILL "$program" 2>/dev/null
wait "$program" 2>/dev/null
rm -rf "$folder"
`;

export interface GuardedProcess {
  readonly pid: number;
  /** The program's output so far, both streams. */
  readonly output: readonly string[];
  /** Ends the program and removes its folder. */
  end(): Promise<void>;
}

/** Runs a program that cannot outlive this process, and `folder`, which it alone uses, with it. */
export async function startGuarded(
  command: readonly string[],
  folder: string,
  user?: { uid: number; gid: number },
): Promise<GuardedProcess> {
  const guard = spawn('/bin/sh', ['-c', GUARD, 'guard', folder, ...command], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'pipe'],
    // A group of its own: Ctrl+C in the terminal must reach the guard through its pipe alone.
    detached: true,
    ...user,
  });
  const closed = once(guard, 'exit');
  const output: string[] = [];
  const started = Promise.withResolvers<number>();
  for (const stream of [guard.stdout, guard.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      const pid = /^guarded (\d+)$/.exec(line)?.[1];
      if (pid === undefined) output.push(line);
      else started.resolve(Number(pid));
    });
  }
  guard.on('error', started.reject);
  const pid = await started.promise;
  return {
    pid,
    output,
    end: async () => {
      guard.stdin.end();
      await closed;
    },
  };
}
