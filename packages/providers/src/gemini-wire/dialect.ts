import {
  isJSONValue,
  type JSONObject,
  type LanguageModelV4ProviderTool,
  type SharedV4ProviderOptions,
} from '@ai-sdk/provider';
import type { BridgeDialect } from '../bridge/dialect.ts';
import type { ChatCall } from '../spec/operations/chat.ts';
import { geminiThinking } from './thinking.ts';
import { signedToolCallIds } from './tool-call-ids.ts';

/** The AI SDK's name for Google's options, in Gemini's API as in Vertex AI. */
const OPTIONS = 'google';

/** LiteLLM's names for what only Gemini takes, and the package's. */
const OWN_MEMBERS = {
  safety_settings: 'safetySettings',
  cached_content: 'cachedContent',
  service_tier: 'serviceTier',
  labels: 'labels',
} as const;

/** What Gemini takes, wherever it is served. */
export const geminiDialect = {
  unsupported: ['verbosity', 'parallel_tool_calls'],
  toolCallIds: signedToolCallIds(OPTIONS),
  providerOptions,
  providerTools,
} satisfies Partial<BridgeDialect>;

function providerOptions(call: ChatCall): SharedV4ProviderOptions | undefined {
  const { request } = call;
  const options: JSONObject = {};
  const thinkingConfig = geminiThinking(call);
  if (thinkingConfig) options.thinkingConfig = { ...thinkingConfig };
  for (const [member, option] of Object.entries(OWN_MEMBERS)) {
    const value = request[member];
    if (value !== undefined && isJSONValue(value)) options[option] = value;
  }
  if (Array.isArray(request.modalities)) {
    options.responseModalities = request.modalities.map((modality) => String(modality).toUpperCase());
  }
  return Object.keys(options).length > 0 ? { [OPTIONS]: options } : undefined;
}

/** OpenAI's and LiteLLM's `web_search_options` is Google's search. */
function providerTools({ request }: ChatCall): LanguageModelV4ProviderTool[] {
  const { web_search_options: search } = request;
  if (search === undefined || search === null) return [];
  return [{ type: 'provider', id: 'google.google_search', name: 'google_search', args: {} }];
}
