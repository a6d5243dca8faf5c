import type { ChatChunk, ChatCompletion } from '@showrunner/providers';
import type { PlainAnswer } from '../../../exchange/answer/answer.ts';
import type { ChunkRelay } from '../../../exchange/answer/stream-relay.ts';
import type { ResponseDraft, ResponseWriter, WrittenResponse } from '../../responses-wire.ts';
import { ResponseEvents } from './response-events.ts';
import { answerWith, writeResponse } from './write-response.ts';

/** Writes the answer of a chat as a response, whole or as its events. */
export class ChatResponseWriter implements ResponseWriter {
  readonly passing = undefined;
  written: WrittenResponse | undefined;
  readonly #draft: ResponseDraft;

  constructor(draft: ResponseDraft) {
    this.#draft = draft;
  }

  write(completion: ChatCompletion): PlainAnswer {
    this.written = writeResponse(this.#draft, completion);
    return answerWith(this.written, completion);
  }

  writeStream(): ChunkRelay<ChatChunk> {
    return new ResponseEvents(this.#draft);
  }
}
