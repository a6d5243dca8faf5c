import { mistralMessageMembers } from '../mistral-wire/message-members.ts';
import { isOfMistral } from '../mistral-wire/mistral-model.ts';
import { mistralToolChoice } from '../mistral-wire/mistral-tool-choice.ts';
import { mistralToolCallId } from '../mistral-wire/tool-call-id.ts';
import { openAiChat } from '../openai-wire/chat.ts';
import type { HttpChat } from '../spec/operations/chat.ts';
import { vendor } from './vendor.ts';

/** Mistral's models are as strict here as at Mistral itself. */
const mistralChat = openAiChat(vendor, {
  messageMembers: mistralMessageMembers,
  refusesEmptyTurns: true,
  toolCallId: mistralToolCallId,
  prepareBody: mistralToolChoice,
});

export const chat: HttpChat = {
  ...openAiChat(vendor),
  others: [{ name: 'openai', title: 'Mistral on Azure AI Foundry', fits: isOfMistral, chat: mistralChat }],
};
