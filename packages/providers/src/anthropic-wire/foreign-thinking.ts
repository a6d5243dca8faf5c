import { openAiSealIn } from '../kit/openai-seal.ts';

/**
 * Thinking that Anthropic did not sign: another vendor's model has no signature, or one that only that vendor can read.
 * Anthropic refuses a history in which it stands.
 */
export function isForeignThinking({ type, signature, data }: Readonly<Record<string, unknown>>): boolean {
  if (type === 'redacted_thinking') return openAiSealIn(data) !== undefined;
  return type === 'thinking' && (!signature || openAiSealIn(signature) !== undefined);
}
