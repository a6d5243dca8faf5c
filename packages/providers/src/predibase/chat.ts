import { openAiChat } from '../openai-wire/chat.ts';
import { vendor } from './vendor.ts';

export const chat = openAiChat(vendor, {
  renamed: { max_completion_tokens: 'max_tokens' },
  prepareBody(body) {
    // The address names the deployment; what is called a model there is an adapter, and none is the base model.
    body.model = body.adapter_id ?? '';
    body.adapter_id = undefined;
  },
});
