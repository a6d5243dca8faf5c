import type { MessagesRequest } from '@showrunner/providers';
import type { ModelInfo } from '@showrunner/models';
import type { ChatInstead, MessagesWire } from '../native-wire.ts';
import { chatRequest } from './as-chat/chat-request.ts';
import { ToolNames } from './as-chat/tool-names.ts';
import { messagesErrorBody, messagesErrorEvent, messagesErrorStatus } from './errors.ts';
import { MessagesRelay } from './pass/messages-relay.ts';
import { passMessage } from './pass/pass-message.ts';
import { readMessagesRequest } from './read-request.ts';
import { streamEvent } from './stream-event.ts';
import { MessageEvents } from './write/message-events.ts';
import { writeMessage } from './write/write-message.ts';

/** Anthropic's Messages (platform.claude.com/docs/en/api/messages, version 2023-06-01, read 2026-11). */
export const anthropicMessages: MessagesWire = {
  name: 'anthropic-messages',
  read: readMessagesRequest,
  pass: passMessage,
  passStream: (vendor, model) => new MessagesRelay(vendor, model),
  throughChat,
  streamEnd: streamEvent({ type: 'message_stop' }),
  errorBody: messagesErrorBody,
  errorStatus: messagesErrorStatus,
  errorEvent: messagesErrorEvent,
};

function throughChat(request: MessagesRequest, known: ModelInfo): ChatInstead {
  const names = new ToolNames(request.tools ?? []);
  const told = { model: request.model, names, stopSequences: request.stop_sequences ?? [] };
  return {
    request: chatRequest(request, names, known),
    writer: {
      passing: undefined,
      write: (completion) => writeMessage(completion, told),
      writeStream: () => new MessageEvents(told),
    },
  };
}
