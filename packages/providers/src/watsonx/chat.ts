import { openAiChat } from '../openai-wire/chat.ts';
import { vendor, watsonxScope } from './vendor.ts';

export const chat = openAiChat(vendor, {
  // Its streams end without `[DONE]`.
  wire: 'translated',
  takesStreamOptions: false,
  renamed: { max_completion_tokens: 'max_tokens' },
  unsupported: ['user', 'parallel_tool_calls', 'service_tier', 'store', 'verbosity'],
  prepareBody(body, call) {
    body.model = undefined;
    // The address says it.
    body.stream = undefined;
    Object.assign(body, watsonxScope(call));
    if (typeof body.tool_choice !== 'string') return;
    body.tool_choice_option = body.tool_choice;
    body.tool_choice = undefined;
  },
});
