import type { ProviderSettings } from '../spec/call.ts';
import { belowAddress } from '../kit/request/passage.ts';
import { defineAnthropicVendor } from '../anthropic-wire/anthropic-vendor.ts';
import { anthropicHeaders } from '../anthropic-wire/anthropic-headers.ts';
import { withoutTrailingSlashes } from '../kit/request/request-headers.ts';
import { shelf } from './shelf.ts';

const ADDRESS = 'https://api.anthropic.com';

/** What the key of a subscription begins with: it is a bearer's token, and asks for a beta (LiteLLM 1.108.7 knows it by this). */
const SUBSCRIPTION_KEY = 'sk-ant-oat';
const SUBSCRIPTION_BETA = 'oauth-2025-04-20';

export const vendor = defineAnthropicVendor({
  name: 'anthropic',
  title: 'Anthropic',
  modelPatterns: [/^claude-/],
  environment: { apiKey: ['ANTHROPIC_API_KEY'], apiBase: ['ANTHROPIC_API_BASE', 'ANTHROPIC_BASE_URL'] },
  keyRequired: true,
  defaultApiBase: ADDRESS,
  counts: true,
  url: ({ settings }, endpoint) =>
    `${messagesUrl(settings.apiBase ?? ADDRESS)}${endpoint === 'count' ? '/count_tokens' : ''}`,
  headers: (call) =>
    anthropicHeaders(call, keyHeader(call.settings), isSubscription(call.settings) ? [SUBSCRIPTION_BETA] : []),
  files: { shelf },
  passage: {
    url: (rest, { apiBase = ADDRESS }) =>
      belowAddress(rest, withoutTrailingSlashes(apiBase).replace(/\/messages$/, '')),
    headers: (settings) => ({
      ...keyHeader(settings),
      ...(isSubscription(settings) && { 'anthropic-beta': SUBSCRIPTION_BETA }),
    }),
  },
});

function keyHeader(settings: ProviderSettings): Record<string, string> {
  const { apiKey } = settings;
  if (apiKey === undefined) return {};
  return isSubscription(settings) ? { authorization: `Bearer ${apiKey}` } : { 'x-api-key': apiKey };
}

function isSubscription({ apiKey }: ProviderSettings): boolean {
  return apiKey?.startsWith(SUBSCRIPTION_KEY) ?? false;
}

/** `api_base` is written with and without `/v1` and `/v1/messages`. */
function messagesUrl(apiBase: string): string {
  return `${withoutTrailingSlashes(apiBase).replace(/\/v1(\/messages)?$/, '')}/v1/messages`;
}
