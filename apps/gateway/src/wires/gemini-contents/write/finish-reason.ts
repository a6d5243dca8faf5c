import type { FinishReason } from '@showrunner/providers';

/** Chat's reasons in Google's words (ai.google.dev/api/generate-content#FinishReason, 2026-11), which has none for a call. */
const WORDS: Readonly<Record<FinishReason, string>> = {
  stop: 'STOP',
  length: 'MAX_TOKENS',
  tool_calls: 'STOP',
  function_call: 'STOP',
  content_filter: 'SAFETY',
};

export function finishReason(reason: FinishReason | null): string {
  return WORDS[reason ?? 'stop'];
}
