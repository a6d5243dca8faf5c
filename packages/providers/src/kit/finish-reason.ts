import type { FinishReason } from '../spec/operations/chat.ts';

/** The vendors' words for why an answer ended, in OpenAI's words (API references, 2026-11). */
const finishReasons: Readonly<Record<string, FinishReason>> = {
  stop: 'stop',
  end_turn: 'stop',
  stop_sequence: 'stop',
  pause_turn: 'stop',
  eos: 'stop',
  length: 'length',
  max_tokens: 'length',
  model_length: 'length',
  model_context_window_exceeded: 'length',
  tool_calls: 'tool_calls',
  tool_use: 'tool_calls',
  content_filter: 'content_filter',
  refusal: 'content_filter',
  function_call: 'function_call',
};

/**
 * Null where the vendor gave no reason, because then the answer has not ended. A word that is not known means `stop`:
 * the vendor says that it ended, and OpenAI's wire has no other word for that.
 */
export function readFinishReason(value: unknown): FinishReason | null {
  if (typeof value !== 'string' || value === '') return null;
  return Object.hasOwn(finishReasons, value) ? (finishReasons[value] ?? 'stop') : 'stop';
}
