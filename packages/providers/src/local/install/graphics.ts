import process from 'node:process';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Gpu } from '../child/llama.ts';

const DRIVER_ANSWERS_WITHIN_MS = 4_000;

/** What is looked at: the machine this runs on, or one that a test tells of. */
export interface Graphics {
  readonly platform: string;
  readonly architecture: string;
  /** What a program prints; rejects where it is not there or fails. */
  readonly run: (program: string, args: readonly string[]) => Promise<string>;
}

const thisMachine: Graphics = {
  platform: process.platform,
  architecture: process.arch,
  run: async (program, args) => {
    const { stdout } = await promisify(execFile)(program, args, { timeout: DRIVER_ANSWERS_WITHIN_MS });
    return stdout;
  },
};

/**
 * The graphics that a build of llama.cpp fits: Apple's own chips, a card of NVIDIA whose driver answers, another card
 * that Vulkan's own tool calls a discrete one. Chips inside a processor are left out: they are no faster than its cores.
 * Nothing where `SHOWRUNNER_GPU=off`.
 */
export async function graphicsOf(
  environment: NodeJS.ProcessEnv = process.env,
  { platform, architecture, run }: Graphics = thisMachine,
): Promise<Gpu | undefined> {
  if (environment.SHOWRUNNER_GPU === 'off') return undefined;
  if (platform === 'darwin') return architecture === 'arm64' ? 'metal' : undefined;
  if (architecture !== 'x64' || !['linux', 'win32'].includes(platform)) return undefined;
  const answer = (program: string, ...args: string[]) => run(program, args).catch(() => '');
  if (/^GPU \d/m.test(await answer('nvidia-smi', '-L'))) return 'cuda';
  return /DISCRETE_GPU/.test(await answer('vulkaninfo', '--summary')) ? 'vulkan' : undefined;
}
