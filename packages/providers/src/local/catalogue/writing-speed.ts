import type { CatalogueModel } from './model-catalogue.ts';

/** How fast a model works on a machine. */
export interface WritingSpeed {
  /** That it writes. */
  readonly tokensPerSecond: number;
  /** Of a prompt, that it reads. */
  readonly promptTokensPerSecond: number;
}

/** What of a machine decides how fast a model writes. */
export interface Machine {
  /** Cores that this process may use. */
  readonly cores: number;
  readonly hasGpu: boolean;
}

/** Below this, in tokens a second, one waits longer than one reads. */
const LEAST_SPEED = 5;
/** Nobody waits longer for the package of a 45-second video. */
const LONGEST_PACKAGE_SECONDS = 180;
/** Medians of `bench/quality` for 45 seconds, with the prompts that each ask evaluates anew. */
const PACKAGE = { written: 700, read: 2_200 } as const;

/** Writing waits for memory, which more threads do not make faster. */
const MOST_USEFUL_CORES = 8;
/** Reading a prompt is arithmetic: measured three to five times the speed of writing on a CPU. */
const READS_FASTER = 4;
/** A graphics card against eight cores; the least that cards of the last years do. */
const GPU_CORES = 24;

/** Before anything was fetched: by cores; one of more than two is the servers'. */
export function estimateSpeed(
  { tokensPerCoreSecond }: Pick<CatalogueModel, 'tokensPerCoreSecond'>,
  { cores, hasGpu }: Machine,
): WritingSpeed {
  const free = cores > 2 ? cores - 1 : cores;
  const useful = hasGpu ? GPU_CORES : Math.min(MOST_USEFUL_CORES, free);
  const tokensPerSecond = tokensPerCoreSecond * useful;
  return { tokensPerSecond, promptTokensPerSecond: tokensPerSecond * READS_FASTER };
}

/** How long the package of a 45-second video takes at this speed. */
export function packageSeconds({ tokensPerSecond, promptTokensPerSecond }: WritingSpeed): number {
  return PACKAGE.written / tokensPerSecond + PACKAGE.read / promptTokensPerSecond;
}

export function isTooSlow(speed: WritingSpeed): boolean {
  return speed.tokensPerSecond < LEAST_SPEED || packageSeconds(speed) > LONGEST_PACKAGE_SECONDS;
}
