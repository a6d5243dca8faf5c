import type { Generation } from '../child/messages.ts';
import { ModelCrashError, ModelLoadError } from '../host/model-errors.ts';
import { ModelHost } from '../host/model-host.ts';
import { ensureRuntime } from '../install/ensure-runtime.ts';
import { keepTrial, readTrial, type Trial } from './kept-trial.ts';

/** Enough for a steady speed, and some seconds on a machine that can bear the model. */
const WRITTEN_TOKENS = 48;
/** Whoever has not written so little by then is too slow for anything. */
const LONGEST_TRIAL_MS = 60_000;

/** A question of the length of ours, which any model answers at length. */
const QUESTION: Generation = {
  messages: [
    { role: 'system', text: 'You write what a presenter says in a short video. Plain, concrete, to one person.' },
    {
      role: 'user',
      text: `${'Speak of coffee, its taste and how it is made. '.repeat(12)}Say all that you know about it.`,
    },
  ],
  format: { kind: 'text' },
  allowsEastAsian: true,
  maxTokens: WRITTEN_TOKENS,
  temperature: 0,
  topP: 1,
  seed: 1,
  stop: [],
  repeatPenalty: 1,
};

interface TrialOptions {
  readonly modelPath: string;
  readonly contextTokens: number;
  readonly signal: AbortSignal;
  readonly cacheFolder?: string;
}

/**
 * Loads a model and asks it for something short, once on a machine: the result is kept beside its file. Rejects with the
 * signal's reason, or where what runs models cannot be installed.
 */
export async function tryModel({ modelPath, contextTokens, signal, cacheFolder }: TrialOptions): Promise<Trial> {
  const kept = await readTrial(modelPath);
  if (kept?.outcome === 'measured') return kept;
  const runtime = await ensureRuntime({ signal, cacheFolder });
  const trial = await runTrial({ ...runtime, modelPath, contextTokens }, signal);
  await keepTrial(modelPath, trial);
  return trial;
}

async function runTrial(settings: Parameters<ModelHost['generate']>[0], signal: AbortSignal): Promise<Trial> {
  const host = new ModelHost({ idleMs: LONGEST_TRIAL_MS });
  const patience = AbortSignal.timeout(LONGEST_TRIAL_MS);
  const limit = AbortSignal.any([signal, patience]);
  try {
    await host.prepare(settings, [{ role: 'system', text: 'You' }], limit);
    return await measured(host, settings, limit);
  } catch (error) {
    signal.throwIfAborted();
    if (patience.aborted)
      return { outcome: 'not-loaded', reason: `it wrote nothing within ${LONGEST_TRIAL_MS / 1000} s` };
    if (error instanceof ModelLoadError || error instanceof ModelCrashError)
      return { outcome: 'not-loaded', reason: error.message };
    throw error;
  } finally {
    await host.end();
  }
}

async function measured(
  host: ModelHost,
  settings: Parameters<ModelHost['generate']>[0],
  signal: AbortSignal,
): Promise<Trial> {
  const startedAt = performance.now();
  let firstAt: number | undefined;
  const { counts } = await host.generate(settings, QUESTION, () => (firstAt ??= performance.now()), signal);
  const began = firstAt ?? performance.now();
  const readSeconds = Math.max(0.001, (began - startedAt) / 1000);
  const writeSeconds = Math.max(0.001, (performance.now() - began) / 1000);
  return {
    outcome: 'measured',
    gpu: host.gpu,
    tokensPerSecond: Math.max(0.01, (counts.completionTokens - 1) / writeSeconds),
    promptTokensPerSecond: Math.max(0.01, (counts.promptTokens - counts.cachedTokens) / readSeconds),
  };
}
