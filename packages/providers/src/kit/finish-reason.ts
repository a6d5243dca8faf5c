import type { FinishReason } from '../spec/operations/chat.ts';

/** The vendors' words for why an answer ended, in OpenAI's words (API references, and LiteLLM's list of the same, 2026-11). */
const finishReasons: Readonly<Record<string, FinishReason>> = {
  stop: 'stop',
  end_turn: 'stop',
  stop_sequence: 'stop',
  pause_turn: 'stop',
  eos: 'stop',
  length: 'length',
  max_tokens: 'length',
  max_output_tokens: 'length',
  model_length: 'length',
  model_context_window_exceeded: 'length',
  compaction: 'length',
  continuation: 'length',
  tool_calls: 'tool_calls',
  tool_use: 'tool_calls',
  content_filter: 'content_filter',
  content_filtered: 'content_filter',
  refusal: 'content_filter',
  guardrail_intervened: 'content_filter',
  // Cohere; Zhipu.
  error_toxic: 'content_filter',
  sensitive: 'content_filter',
  // Google, which writes them in capitals.
  safety: 'content_filter',
  recitation: 'content_filter',
  language: 'content_filter',
  blocklist: 'content_filter',
  prohibited_content: 'content_filter',
  spii: 'content_filter',
  image_safety: 'content_filter',
  image_prohibited_content: 'content_filter',
  function_call: 'function_call',
};

/** Alibaba's DashScope writes the reason that it does not have yet as a text. */
const NO_REASON: ReadonlySet<string> = new Set(['', 'null', 'none']);

/** Whether a vendor gives a reason for the end of its answer. */
export function isFinishReason(value: unknown): value is string {
  return typeof value === 'string' && !NO_REASON.has(value.toLowerCase());
}

/**
 * Null where the vendor gave no reason, because then the answer has not ended. A word that is not known means `stop`:
 * the vendor says that it ended, and OpenAI's wire has no other word for that.
 */
export function readFinishReason(value: unknown): FinishReason | null {
  if (!isFinishReason(value)) return null;
  const word = value.toLowerCase();
  return Object.hasOwn(finishReasons, word) ? (finishReasons[word] ?? 'stop') : 'stop';
}
