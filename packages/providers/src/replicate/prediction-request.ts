import { requestHeaders, withoutTrailingSlashes } from '../kit/request/request-headers.ts';
import type { JsonObject } from '../kit/json.ts';
import type { ChatCall } from '../spec/operations/chat.ts';
import { renamedMembers, textRequest, type TextRequest } from '../text-wire/text-request.ts';
import { promptOf } from '../text-wire/prompt.ts';
import { vendor } from './vendor.ts';

/** A version's id is a hash of so many letters. */
const VERSION = /:([0-9a-f]{64})$/;
const DEPLOYMENTS = 'deployments/';

/** How a prediction is begun. */
export interface PredictionRequest {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: JsonObject;
}

/** Throws a `ProviderError` where the request asks for what cannot be done. */
export function predictionRequest(call: ChatCall): PredictionRequest {
  const { model, settings } = call;
  const asked = textRequest(vendor, call);
  const version = VERSION.exec(model)?.[1];
  return {
    url: `${rootOf(call)}/${version === undefined ? placeOf(model) : 'predictions'}`,
    headers: requestHeaders(settings, { authorization: `Bearer ${settings.apiKey ?? ''}` }),
    body: {
      ...(version !== undefined && { version }),
      input: inputOf(call, asked),
      ...(asked.isStream && { stream: true }),
    },
  };
}

export function rootOf({ settings }: Pick<ChatCall, 'settings'>): string {
  return withoutTrailingSlashes(settings.apiBase ?? vendor.defaultApiBase);
}

function placeOf(model: string): string {
  const isDeployment = model.startsWith(DEPLOYMENTS);
  const path = (isDeployment ? model.slice(DEPLOYMENTS.length) : model).split('/').map(encodeURIComponent).join('/');
  return `${isDeployment ? 'deployments' : 'models'}/${path}/predictions`;
}

/** Models name their inputs themselves; these are LiteLLM's names for them (1.108.7, `llms/replicate`). */
function inputOf(call: ChatCall, { prompt, parameters }: TextRequest): JsonObject {
  const { stop, ...others } = renamedMembers(parameters, { max_tokens: longestName(call.model) });
  const stops = Array.isArray(stop) ? stop.join(',') : stop;
  return { ...promptMembers(call, prompt), ...others, ...(stops !== undefined && { stop_sequences: stops }) };
}

/** Some models take what the system says apart: the deployment says so, as for LiteLLM. */
function promptMembers({ request, settings }: ChatCall, prompt: string): JsonObject {
  const system = request.messages.filter(({ role }) => role === 'system' || role === 'developer');
  if (settings.options?.supports_system_prompt !== true || system.length === 0) return { prompt };
  const others = request.messages.filter((message) => !system.includes(message));
  return { prompt: promptOf(vendor, others), system_prompt: promptOf(vendor, system) };
}

function longestName(model: string): string {
  if (/vicuna|flan/.test(model)) return 'max_length';
  return model.includes('meta/codellama-13b') ? 'max_tokens' : 'max_new_tokens';
}
