import type { Token } from './llama.ts';
import type { LoadedModel } from './load-model.ts';

/** Evaluated at once; an abort is seen between two of these. A batch of 512 takes seconds on a slow machine. */
const CHUNK_TOKENS = 128;

/**
 * Brings the sequence to where all but the last token of the prompt are evaluated, and returns how many of them were so
 * already. Asks that share their beginning (system prompt, topic) pay for it once.
 */
export async function evaluatePrompt(
  { sequence, threads }: LoadedModel,
  prompt: readonly Token[],
  signal: AbortSignal,
): Promise<number> {
  const body = prompt.slice(0, -1);
  await sequence.adaptStateToTokens(body, false);
  const cached = sequence.contextTokens.length;
  for (let index = cached; index < body.length; index += CHUNK_TOKENS) {
    signal.throwIfAborted();
    threads.adjust();
    await sequence.evaluateWithoutGeneratingNewTokens(body.slice(index, index + CHUNK_TOKENS));
  }
  return cached;
}
