import { anthropicHeaders } from '../anthropic-wire/anthropic-headers.ts';
import { defineAnthropicVendor } from '../anthropic-wire/anthropic-vendor.ts';
import { refusedRequest } from '../kit/failure/failures.ts';
import { asString } from '../kit/json.ts';
import { defineOpenAiVendor } from '../openai-wire/openai-vendor.ts';
import type { ProviderSettings } from '../spec/call.ts';

/** Stands for the address of the account, which the settings name. */
const ACCOUNT = 'https://account.snowflakecomputing.com';
const ROOT = '/api/v2';

/** What LiteLLM's users write before a programmatic access token; others are signed by a pair of keys. */
const PERSONAL = 'pat/';

const description = {
  name: 'snowflake',
  title: 'Snowflake Cortex',
  environment: { apiKey: ['SNOWFLAKE_JWT'], apiBase: ['SNOWFLAKE_API_BASE'] },
  options: [{ name: 'account_id', variables: ['SNOWFLAKE_ACCOUNT_ID'], isSecret: false }],
  keyRequired: true,
  defaultApiBase: ACCOUNT,
} as const;

/** Snowflake's Cortex (docs.snowflake.com, "Cortex REST API", 2026-11): OpenAI's wire. */
export const vendor = defineOpenAiVendor({
  ...description,
  url: (apiBase, path, { settings }) => `${rootOf(apiBase, settings)}/cortex/v1${path}`,
  authentication: ({ settings }) => proofOf(settings),
});

/** Claude there: Anthropic's. */
export const claudeVendor = defineAnthropicVendor({
  ...description,
  counts: false,
  url: ({ settings }) => `${rootOf(settings.apiBase ?? ACCOUNT, settings)}/cortex/v1/messages`,
  headers: (call) => anthropicHeaders(call, proofOf(call.settings)),
});

export function isClaudeOnSnowflake(model: string): boolean {
  return /^claude[-_]/i.test(model);
}

/** `api_base` is the account's address, with or without the root of its API. */
export function rootOf(apiBase: string, { options }: ProviderSettings): string {
  const account = asString(options?.account_id) || undefined;
  if (apiBase !== ACCOUNT) return apiBase.replace(/\/+$/, '').replace(/\/api\/v2$/, '') + ROOT;
  if (account !== undefined && /^[\w-]+$/.test(account)) return `https://${account}.snowflakecomputing.com${ROOT}`;
  const problem = account === undefined ? 'needs SNOWFLAKE_ACCOUNT_ID, or api_base' : 'has no account of that name';
  throw refusedRequest(description, `Snowflake Cortex ${problem}`, 'api_base');
}

function proofOf({ apiKey }: ProviderSettings): Record<string, string> {
  if (apiKey === undefined) return {};
  const isPersonal = apiKey.startsWith(PERSONAL);
  return {
    authorization: `Bearer ${isPersonal ? apiKey.slice(PERSONAL.length) : apiKey}`,
    'x-snowflake-authorization-token-type': isPersonal ? 'PROGRAMMATIC_ACCESS_TOKEN' : 'KEYPAIR_JWT',
  };
}
