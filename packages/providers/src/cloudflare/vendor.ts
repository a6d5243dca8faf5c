import { refusedRequest } from '../kit/failure/failures.ts';
import { asString } from '../kit/json.ts';
import { defineOpenAiVendor } from '../openai-wire/openai-vendor.ts';

/** Below it lie the accounts, of which the settings name one. */
const ACCOUNTS = 'https://api.cloudflare.com/client/v4/accounts';

/** Cloudflare's Workers AI (developers.cloudflare.com, "OpenAI compatible API endpoints", 2026-11). */
export const vendor = defineOpenAiVendor({
  name: 'cloudflare',
  title: 'Cloudflare Workers AI',
  environment: { apiKey: ['CLOUDFLARE_API_KEY'], apiBase: ['CLOUDFLARE_API_BASE'] },
  options: [{ name: 'account_id', variables: ['CLOUDFLARE_ACCOUNT_ID'], isSecret: false }],
  keyRequired: true,
  defaultApiBase: ACCOUNTS,
  url(apiBase, path, { settings }) {
    if (apiBase !== ACCOUNTS) return apiBase.replace(/\/ai\/run$/, '/ai/v1') + path;
    const account = asString(settings.options?.account_id) || undefined;
    if (account !== undefined) return `${ACCOUNTS}/${encodeURIComponent(account)}/ai/v1${path}`;
    throw refusedRequest(vendor, 'Cloudflare Workers AI needs CLOUDFLARE_ACCOUNT_ID, or api_base', 'api_base');
  },
});
