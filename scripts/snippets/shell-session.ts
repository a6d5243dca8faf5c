import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

export interface ShellResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A reader at one terminal: what one snippet sets, the next one of the same document has. */
export interface ShellSession {
  run(program: string, signal: AbortSignal): Promise<ShellResult>;
  /** Ends what its snippets have left in the background. */
  close(): void;
}

/**
 * Each snippet is a bash of its own that stops at its first failing command; variables are handed on through a file.
 *
 * @param workFolder for that file, and curl's settings: an answer with an error status fails the command
 */
export async function startShellSession(
  cwd: string,
  workFolder: string,
  environment: Readonly<Record<string, string>>,
): Promise<ShellSession> {
  const state = join(workFolder, 'variables.sh');
  await writeFile(state, '');
  await writeFile(join(workFolder, '.curlrc'), 'fail-with-body\nsilent\nshow-error\n');
  const before = `set -euo pipefail; . '${state}'; set -a; trap 'export -p > "${state}"' EXIT`;
  const groups: number[] = [];
  return {
    async run(program, signal) {
      const child = spawn('bash', ['-c', `${before}\n${program}\n`], {
        cwd,
        env: { ...environment, CURL_HOME: workFolder },
        stdio: ['ignore', 'pipe', 'pipe'],
        // A group of its own, so that giving up ends what it has started as well.
        detached: true,
      });
      if (child.pid !== undefined) groups.push(child.pid);
      const giveUp = (): void => endGroup(child.pid);
      signal.addEventListener('abort', giveUp, { once: true });
      const status = new Promise<number | null>((resolve, reject) => {
        child.once('close', resolve);
        child.once('error', reject);
      });
      const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
      signal.removeEventListener('abort', giveUp);
      return { status: await status, stdout, stderr };
    },
    close: () => groups.forEach(endGroup),
  };
}

function endGroup(leader: number | undefined): void {
  try {
    if (leader !== undefined) process.kill(-leader, 'SIGKILL');
  } catch (error) {
    // All of it has ended.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
