import type { LlamaSequence, Token } from './llama.ts';
import type { LoadedModel } from './load-model.ts';
import type { Line } from './lines.ts';

/** Evaluated at once; an abort is seen between two of these. A batch of 512 takes seconds on a slow machine. */
const CHUNK_TOKENS = 128;
/** The same for prompts whose answer shall be had again: of what is evaluated already, whole blocks are kept. */
const BLOCK_TOKENS = 32;

/** How many of a sequence's tokens were evaluated in blocks of this size, from its beginning on. */
const evaluatedInBlocks = new WeakMap<LlamaSequence, number>();

interface Manner {
  readonly signal: AbortSignal;
  /**
   * Whether the same prompt has to come to the same state whatever was evaluated before. How tokens are batched changes
   * the last digits, and with them now and then the token that is chosen: so their batches begin and end at the same
   * places each time, and what was evaluated otherwise is evaluated anew.
   */
  readonly isRepeatable: boolean;
}

/**
 * Brings the sequence to where all but the last token of the prompt are evaluated, and returns how many of them were so
 * already. Asks that share their beginning (system prompt, topic) pay for it once.
 */
export async function evaluatePrompt(
  { sequence }: Pick<Line, 'sequence'>,
  { threads }: Pick<LoadedModel, 'threads'>,
  prompt: readonly Token[],
  { signal, isRepeatable }: Manner,
): Promise<number> {
  const body = prompt.slice(0, -1);
  await sequence.adaptStateToTokens(body, false);
  const kept = sequence.contextTokens.length;
  const inBlocks = wholeBlocks(Math.min(kept, evaluatedInBlocks.get(sequence) ?? 0));
  evaluatedInBlocks.set(sequence, inBlocks);
  const from = isRepeatable ? inBlocks : kept;
  if (from < kept) await sequence.adaptStateToTokens(body.slice(0, from), false);
  const size = isRepeatable ? BLOCK_TOKENS : CHUNK_TOKENS;
  for (let index = from; index < body.length; index += size) {
    signal.throwIfAborted();
    threads.adjust();
    await sequence.evaluateWithoutGeneratingNewTokens(body.slice(index, index + size));
    if (isRepeatable) evaluatedInBlocks.set(sequence, wholeBlocks(Math.min(index + size, body.length)));
  }
  return from;
}

function wholeBlocks(tokens: number): number {
  return tokens - (tokens % BLOCK_TOKENS);
}
