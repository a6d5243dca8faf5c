import { refusedRequest } from '../kit/failure/failures.ts';
import { asString } from '../kit/json.ts';
import { defineOpenAiVendor } from '../openai-wire/openai-vendor.ts';
import type { ProviderSettings } from '../spec/call.ts';

const SERVING = 'https://serving.app.predibase.com';

/**
 * Predibase's deployments, by the wire of OpenAI's that each has below it (docs.predibase.com, "OpenAI-compatible API",
 * 2026-11): its own takes a prompt, for which every model would need its template.
 */
export const vendor = defineOpenAiVendor({
  name: 'predibase',
  title: 'Predibase',
  environment: { apiKey: ['PREDIBASE_API_KEY'], apiBase: ['PREDIBASE_API_BASE'] },
  options: [
    { name: 'predibase_tenant_id', variables: ['PREDIBASE_TENANT_ID'], isSecret: false },
    { name: 'tenant_id', variables: [], isSecret: false },
  ],
  keyRequired: true,
  defaultApiBase: SERVING,
  url: (apiBase, path, { settings, model }) =>
    `${apiBase}${tenantOf(apiBase, settings)}/deployments/v2/llms/${encodeURIComponent(model)}/v1${path}`,
});

/** An address of one's own may have it in itself. */
function tenantOf(apiBase: string, { options }: ProviderSettings): string {
  const tenant = asString(options?.tenant_id) || asString(options?.predibase_tenant_id);
  if (tenant) return `/${encodeURIComponent(tenant)}`;
  if (apiBase !== SERVING) return '';
  throw refusedRequest(vendor, 'Predibase needs tenant_id in litellm_params, or PREDIBASE_TENANT_ID', 'tenant_id');
}
