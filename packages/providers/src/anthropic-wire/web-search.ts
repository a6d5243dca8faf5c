import { asObject, asString, type JsonObject } from '../kit/json.ts';
import type { ChatRequest } from '../spec/operations/chat.ts';

/** How many searches a size of the context means: LiteLLM 1.108.7's figures. */
const mostSearches: Readonly<Record<string, number>> = { low: 1, medium: 5, high: 10 };

/** OpenAI's `web_search_options` as Anthropic's own tool; nothing where no search is asked for. */
export function webSearchTool({ web_search_options: asked }: ChatRequest): JsonObject | undefined {
  const options = asObject(asked);
  if (!options) return undefined;
  const most = mostSearches[asString(options.search_context_size) ?? ''];
  const place = asObject(asObject(options.user_location)?.approximate);
  return {
    type: 'web_search_20250305',
    name: 'web_search',
    ...(most !== undefined && { max_uses: most }),
    ...(place && { user_location: { type: 'approximate', ...place } }),
  };
}
