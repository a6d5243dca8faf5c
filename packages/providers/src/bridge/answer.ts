import type { LanguageModelV4FinishReason, LanguageModelV4Usage } from '@ai-sdk/provider';
import { asCount } from '../kit/json.ts';
import type { FinishReason, Usage } from '../spec/operations/chat.ts';

/** The AI SDK's words for why an answer ended, in OpenAI's. `called` says that the answer calls tools. */
export function finishReasonOf({ unified }: LanguageModelV4FinishReason, called: boolean): FinishReason {
  if (unified === 'length') return 'length';
  if (unified === 'content-filter') return 'content_filter';
  return called ? 'tool_calls' : 'stop';
}

/** Nothing where the vendor counted nothing. What the prompt's cache held is part of the prompt, reasoning of the answer. */
export function usageOf({ inputTokens, outputTokens }: LanguageModelV4Usage): Usage | undefined {
  const prompt = asCount(inputTokens.total);
  const completion = asCount(outputTokens.total);
  if (prompt + completion === 0) return undefined;
  const cached = asCount(inputTokens.cacheRead);
  const written = asCount(inputTokens.cacheWrite);
  const reasoning = asCount(outputTokens.reasoning);
  return {
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: prompt + completion,
    ...(cached + written > 0 && {
      prompt_tokens_details: {
        ...(cached > 0 && { cached_tokens: cached }),
        ...(written > 0 && { cache_creation_tokens: written }),
      },
    }),
    ...(reasoning > 0 && { completion_tokens_details: { reasoning_tokens: reasoning } }),
  };
}

/** An image that the model made, as LiteLLM gives it (`message.images`). */
export function imageOf(
  mediaType: string,
  data: string | Uint8Array,
): { type: 'image_url'; image_url: { url: string } } {
  const text = typeof data === 'string' ? data : Buffer.from(data).toString('base64');
  return { type: 'image_url', image_url: { url: `data:${mediaType};base64,${text}` } };
}

/** A page that the answer rests on, as OpenAI cites one. */
export function citationOf(url: string, title: string | undefined) {
  return { type: 'url_citation', url_citation: { url, title: title ?? url } };
}
