import type { ModelInfo } from '@showrunner/models';
import type { ContentsRequest } from '@showrunner/providers';
import type { ChatInstead, ContentsWire } from '../native-wire.ts';
import { chatRequest } from './as-chat/chat-request.ts';
import { contentsErrorBody, contentsErrorEvent } from './errors.ts';
import { ContentsRelay } from './pass/contents-relay.ts';
import { passContents } from './pass/pass-contents.ts';
import { readContentsRequest, readStreamedRequest } from './read-request.ts';
import { ContentEvents } from './write/content-events.ts';
import { writeAnswer } from './write/write-answer.ts';

/** Gemini's `generateContent` (ai.google.dev/api/generate-content, v1beta, read 2026-11). */
export const geminiContents: ContentsWire = {
  name: 'gemini-contents',
  read: readContentsRequest,
  pass: passContents,
  passStream: (vendor) => new ContentsRelay(vendor),
  throughChat,
  streamEnd: '',
  errorBody: contentsErrorBody,
  errorEvent: contentsErrorEvent,
};

/** The same by `streamGenerateContent`: events, whether `alt=sse` asks for them or nothing does, as LiteLLM answers. */
export const geminiContentStream: ContentsWire = {
  ...geminiContents,
  name: 'gemini-content-stream',
  read: readStreamedRequest,
};

function throughChat(request: ContentsRequest, known: ModelInfo): ChatInstead {
  const { model } = request;
  return {
    request: chatRequest(request, known),
    writer: {
      passing: undefined,
      write: (completion) => writeAnswer(completion, model),
      writeStream: () => new ContentEvents(model),
    },
  };
}
