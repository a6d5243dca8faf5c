import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export const root = resolve(import.meta.dirname, '../..');

export interface Output {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program in the checkout; what it says and how it ends is the caller's to judge. */
export async function output(
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Output> {
  try {
    const { stdout, stderr } = await run(program, args, {
      cwd: root,
      env: { ...process.env, ...environment },
      maxBuffer: 64 * 2 ** 20,
    });
    return { exitCode: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { exitCode: code, stdout, stderr };
  }
}

/** What docker prints; throws with its message when it fails. */
export async function docker(...args: readonly string[]): Promise<string> {
  return printed(await output('docker', args), args);
}

export function printed({ exitCode, stdout, stderr }: Output, args: readonly string[]): string {
  if (exitCode !== 0) throw new Error(`docker ${args.join(' ')} ended with ${exitCode}:\n${stderr || stdout}`);
  return stdout.trim();
}
