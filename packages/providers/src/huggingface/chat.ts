import { openAiChat } from '../openai-wire/chat.ts';
import { isRouted, routedModel } from './router.ts';
import { vendor } from './vendor.ts';

export const chat = openAiChat(vendor, {
  prepareBody(body, { model, settings }) {
    if (isRouted(settings)) body.model = routedModel(model);
  },
});
