import { errorBody } from '../../failure/gateway-error.ts';
import type { CompletionsWire } from '../completions-wire.ts';
import { openAiChat } from '../openai-chat/wire.ts';
import { OpenAiRelay } from '../openai-chat/openai-relay.ts';
import { passAnswer } from '../openai-chat/write-answer.ts';
import { readCompletionsRequest } from './read-request.ts';
import { TextRelay } from './text-relay.ts';
import { writeCompletion } from './write-answer.ts';

/** OpenAI's older completions (its API reference, "Completions", 2026-11), with errors in LiteLLM's shape. */
export const openAiCompletions: CompletionsWire = {
  name: 'openai-completions',
  read: readCompletionsRequest,
  pass: passAnswer,
  passStream: (vendor, view) => new OpenAiRelay(vendor, view),
  writer: (echoed) => ({
    passing: undefined,
    write: (completion, view) => writeCompletion(completion, view, echoed),
    writeStream: (view) => new TextRelay(view, echoed?.[0] ?? ''),
  }),
  streamEnd: openAiChat.streamEnd,
  errorBody,
  errorEvent: openAiChat.errorEvent,
};
