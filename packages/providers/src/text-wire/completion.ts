import { randomUUID } from 'node:crypto';
import type { ChatChunk, ChatCompletion, FinishReason, Usage } from '../spec/operations/chat.ts';
import type { TextPiece } from './text-piece.ts';

/** A text as the answer of a chat. */
export function completionOfText({ text, finishReason, usage }: TextPiece, model: string): ChatCompletion {
  return {
    id: `chatcmpl-${randomUUID()}`,
    object: 'chat.completion',
    created: Math.floor(Date.now() / 1000),
    model,
    choices: [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: finishReason ?? 'stop' }],
    ...(usage && { usage }),
  };
}

/** Pieces of a text as the chunks of a chat. */
export class TextChunks {
  readonly #head: Pick<ChatChunk, 'id' | 'object' | 'created' | 'model'>;
  #hasBegun = false;
  #hasEnded = false;
  #usage: Usage | undefined;

  constructor(model: string) {
    const created = Math.floor(Date.now() / 1000);
    this.#head = { id: `chatcmpl-${randomUUID()}`, object: 'chat.completion.chunk', created, model };
  }

  read({ text, finishReason, usage }: TextPiece): ChatChunk[] {
    this.#usage = usage ?? this.#usage;
    const said = text === '' && this.#hasBegun ? [] : [this.#said(text)];
    return finishReason === undefined ? said : [...said, this.#end(finishReason)];
  }

  finish(): ChatChunk[] {
    const end = this.#hasEnded ? [] : [this.#end('stop')];
    return this.#usage ? [...end, { ...this.#head, choices: [], usage: this.#usage }] : end;
  }

  #said(content: string): ChatChunk {
    const role = this.#hasBegun ? {} : { role: 'assistant' as const };
    this.#hasBegun = true;
    return { ...this.#head, choices: [{ index: 0, delta: { ...role, content }, finish_reason: null }] };
  }

  #end(finish_reason: FinishReason): ChatChunk {
    this.#hasEnded = true;
    return { ...this.#head, choices: [{ index: 0, delta: {}, finish_reason }] };
  }
}
