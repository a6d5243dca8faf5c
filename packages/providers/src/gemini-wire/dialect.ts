import {
  isJSONValue,
  type JSONObject,
  type LanguageModelV4ProviderTool,
  type SharedV4ProviderOptions,
} from '@ai-sdk/provider';
import type { BridgeDialect } from '../bridge/dialect.ts';
import { asObject, asObjects } from '../kit/json.ts';
import type { ChatCall } from '../spec/operations/chat.ts';
import { geminiThinking } from './thinking.ts';
import { signedToolCallIds } from './tool-call-ids.ts';

/** The AI SDK's names for Google's options, by where Gemini is served. */
export type GeminiOptions = 'google' | 'googleVertex';

/** LiteLLM's names for what only Gemini takes, and the package's. */
const OWN_MEMBERS = {
  safety_settings: 'safetySettings',
  cached_content: 'cachedContent',
  labels: 'labels',
} as const;

/** How fast and how dear an answer is to be: a member in Gemini's API, a header at Vertex AI. */
const SERVICE_TIER: Readonly<Record<GeminiOptions, string>> = {
  google: 'serviceTier',
  googleVertex: 'sharedRequestType',
};

/** What Gemini takes, wherever it is served. */
export function geminiDialect(name: GeminiOptions) {
  return {
    unsupported: ['verbosity', 'parallel_tool_calls'],
    toolCallIds: signedToolCallIds(name),
    ownMembers: Object.keys(OWN_MEMBERS),
    providerOptions: (call) => providerOptions(call, name),
    providerTools,
    hasSaidAll,
  } satisfies Partial<BridgeDialect>;
}

/** A reason for each candidate. */
function hasSaidAll(event: unknown): boolean {
  const candidates = asObjects(asObject(event)?.candidates);
  return (
    candidates.length > 0 &&
    candidates.every(({ finishReason }) => typeof finishReason === 'string' && finishReason !== '')
  );
}

function providerOptions(call: ChatCall, name: GeminiOptions): SharedV4ProviderOptions | undefined {
  const { request } = call;
  const options: JSONObject = {};
  const thinkingConfig = geminiThinking(call);
  if (thinkingConfig) options.thinkingConfig = { ...thinkingConfig };
  for (const [member, option] of Object.entries({ ...OWN_MEMBERS, service_tier: SERVICE_TIER[name] })) {
    const value = request[member];
    if (value !== undefined && isJSONValue(value)) options[option] = value;
  }
  if (Array.isArray(request.modalities)) {
    options.responseModalities = request.modalities.map((modality) => String(modality).toUpperCase());
  }
  return Object.keys(options).length > 0 ? { [name]: options } : undefined;
}

/** OpenAI's and LiteLLM's `web_search_options` is Google's search. */
function providerTools({ request }: ChatCall): LanguageModelV4ProviderTool[] {
  const { web_search_options: search } = request;
  if (search === undefined || search === null) return [];
  return [{ type: 'provider', id: 'google.google_search', name: 'google_search', args: {} }];
}
