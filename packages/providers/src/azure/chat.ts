import { openAiChat } from '../openai-wire/chat.ts';
import { isReasoningModel, prepareReasoningBody } from '../openai-wire/reasoning-models.ts';
import { shortToolCallId } from '../openai-wire/short-tool-call-id.ts';
import { azureDeployment } from './azure-url.ts';
import { vendor } from './vendor.ts';

export const chat = openAiChat(vendor, {
  knowsDeveloperRole: isReasoningModel,
  messageMembers: 'as OpenAI gives them',
  toolCallId: shortToolCallId,
  prepareBody(body, call, review) {
    prepareReasoningBody(body, call, review);
    body.model = azureDeployment(call.model);
  },
});
