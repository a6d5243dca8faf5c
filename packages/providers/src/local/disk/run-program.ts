import { spawn, type SpawnOptions } from 'node:child_process';

export interface ProgramResult {
  exitCode: number | null;
  /** The end of what it wrote there. */
  stderr: string;
}

const KEPT_CHARACTERS = 4_000;

/** Runs a program to its end; an abort kills it. Rejects where it cannot be started. */
export function runProgram(
  program: string,
  args: readonly string[],
  options: Pick<SpawnOptions, 'cwd' | 'env' | 'shell' | 'signal'>,
): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'], windowsHide: true });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr = `${stderr}${text}`.slice(-KEPT_CHARACTERS);
    });
    child.once('error', reject);
    child.once('close', (exitCode) => {
      resolve({ exitCode, stderr });
    });
  });
}
