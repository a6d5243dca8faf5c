import { readFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { release } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import type { Problem } from '@showrunner/stack';
import type { CommandContext } from '../command-context.ts';
import { describeError } from '../describe-error.ts';
import { inspectEnvFile, type EnvFileState } from '../environment/env-file-state.ts';
import { readEnvText } from '../environment/env-file.ts';
import { envFilePath } from '../environment/initialize.ts';
import { loadStack, type Stack } from '../stack/load-stack.ts';
import { runProgram } from '../run-program.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Everything that checks look at: read once, so that all of them judge the same. */
export interface Installation {
  readonly root: string;
  /** The operator's environment. */
  readonly environment: Environment;
  readonly envPath: string;
  readonly envFile: EnvFileState;
  /** `.env` with the operator's environment over it, as the stack reads it. */
  readonly settings: Environment;
  readonly dataFolder: string;
  /** The stack that these settings describe, or why they describe none. */
  readonly stack: Stack | Problem;
  readonly machine: Machine;
  /** Whether checks may reach other machines. */
  readonly isOnline: boolean;
  /** Whether checks may read gigabytes. */
  readonly isDeep: boolean;
}

/** What a check asks of the machine. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  /** Names WSL where it is one. */
  readonly kernel: string;
  readonly nodeVersion: string;
  freeMemoryBytes(): number;
  /** Of the file system on which the path lies or would lie. */
  freeDiskBytes(path: string): Promise<number>;
  /** How many files a process may have open; undefined where nobody limits it. */
  openFileLimit(signal: AbortSignal): Promise<number | undefined>;
}

export interface ValidationScope {
  readonly isOnline: boolean;
  readonly isDeep: boolean;
}

/** Reads an installation, however broken it is. */
export function readInstallation(
  context: Pick<CommandContext, 'root' | 'environment' | 'runtime'>,
  scope: ValidationScope,
): Installation {
  const { root, environment } = context;
  const envPath = envFilePath(root);
  const envFile = inspectEnvFile(envPath);
  const settings = { ...(envFile.status === 'read' ? readEnvText(envFile.text) : {}), ...environment };
  return {
    root,
    environment,
    envPath,
    envFile,
    settings,
    dataFolder: resolve(root, settings.DATA_DIR || '.showrunner'),
    stack: tryToLoad(context),
    machine: thisMachine,
    ...scope,
  };
}

function tryToLoad(context: Pick<CommandContext, 'root' | 'environment' | 'runtime'>): Stack | Problem {
  try {
    return loadStack(context);
  } catch (error) {
    return describeError(error);
  }
}

export function isStack(stack: Stack | Problem): stack is Stack {
  return 'settings' in stack;
}

/** The text of a file of the checkout; undefined where it cannot be read. */
export function readIn(root: string, path: string): string | undefined {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return undefined;
  }
}

const thisMachine: Machine = {
  platform: process.platform,
  kernel: release(),
  nodeVersion: process.versions.node,
  freeMemoryBytes: () => process.availableMemory(),
  async freeDiskBytes(path) {
    try {
      const { bavail, bsize } = await statfs(path);
      return bavail * bsize;
    } catch (error) {
      if (dirname(path) === path) throw error;
      return thisMachine.freeDiskBytes(dirname(path));
    }
  },
  async openFileLimit(signal) {
    const { stdout } = await runProgram('sh', ['-c', 'ulimit -n'], { signal });
    return /^\d+$/.test(stdout.trim()) ? Number(stdout) : undefined;
  },
};
