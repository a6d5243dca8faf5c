import { requestHeaders, withoutTrailingSlashes } from '../kit/request-headers.ts';
import type { ProviderCall, ProviderSettings } from '../spec/call.ts';
import { vendor } from './vendor.ts';

const API_VERSION = '2023-06-01';

const BETA = 'anthropic-beta';

/** What the key of a subscription begins with: it is a bearer's token, and asks for a beta (LiteLLM 1.108.7 knows it by this). */
const SUBSCRIPTION_KEY = 'sk-ant-oat';
const SUBSCRIPTION_BETA = 'oauth-2025-04-20';

/** `api_base` is written with and without `/v1` and `/v1/messages`. */
export function messagesUrl({ apiBase }: ProviderSettings): string {
  return `${withoutTrailingSlashes(apiBase ?? vendor.defaultApiBase).replace(/\/v1(\/messages)?$/, '')}/v1/messages`;
}

/** The head of a request: betas are what the deployment, the caller and the key ask for together. */
export function anthropicHeaders({ settings, callerHeaders }: ProviderCall): Record<string, string> {
  const isSubscription = settings.apiKey?.startsWith(SUBSCRIPTION_KEY) === true;
  const headers = requestHeaders(settings, {
    'anthropic-version': settings.apiVersion ?? API_VERSION,
    ...authentication(settings.apiKey, isSubscription),
  });
  const betas = joinBetas([headers[BETA], callerHeaders?.[BETA], isSubscription ? SUBSCRIPTION_BETA : undefined]);
  if (betas !== '') headers[BETA] = betas;
  return headers;
}

function authentication(apiKey: string | undefined, isSubscription: boolean): Record<string, string> {
  if (apiKey === undefined) return {};
  return isSubscription ? { authorization: `Bearer ${apiKey}` } : { 'x-api-key': apiKey };
}

/** Lists between commas as one, in which each name stands once. */
function joinBetas(lists: readonly (string | undefined)[]): string {
  const names = lists.flatMap((list) => list?.split(',') ?? []).map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== ''))].join(',');
}
