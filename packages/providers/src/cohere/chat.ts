import { bridgedChat } from '../bridge/chat.ts';
import { asObject } from '../kit/json.ts';
import { withoutTrailingSlashes } from '../kit/request/request-headers.ts';
import { vendor } from './vendor.ts';

/** Chat completions by Cohere's second API. */
export const chat = bridgedChat(vendor, {
  unsupported: ['user', 'verbosity', 'web_search_options', 'parallel_tool_calls', 'reasoning_effort'],
  async model({ model, settings }, fetch) {
    const { createCohere } = await import('@ai-sdk/cohere');
    // `api_base` is written with and without the version.
    const root = withoutTrailingSlashes(settings.apiBase ?? vendor.defaultApiBase ?? '').replace(/\/v\d(\/chat)?$/, '');
    return createCohere({ apiKey: settings.apiKey ?? '', baseURL: `${root}/v2`, fetch })(model);
  },
  hasSaidAll: (event) => asObject(event)?.type === 'message-end',
  providerOptions({ request }) {
    const thinking = asObject(request.thinking);
    if (!thinking) return undefined;
    const { type, budget_tokens: tokenBudget } = thinking;
    const isOn = type !== 'disabled';
    return {
      cohere: {
        thinking: { type: isOn ? 'enabled' : 'disabled', ...(typeof tokenBudget === 'number' && { tokenBudget }) },
      },
    };
  },
});
