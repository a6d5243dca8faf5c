import type { ProviderError } from '@showrunner/providers';
import type { ChatRelay } from '../wires/openai-chat/chat-relay.ts';

/** Who takes a stream's text. */
export interface StreamSink {
  /** False asks the source to pause until `resume` is called on the stream. */
  write(text: string): boolean;
  /** The stream ended well. */
  end(): void;
  /** The stream broke; nothing more comes. */
  fail(reason: ProviderError): void;
}

/** A stream that has shown its first content: from here it cannot be retried or moved to another deployment. */
export interface LiveStream {
  readonly relay: ChatRelay;
  /** Hands over what was held back and all that follows. Call it once. */
  pipe(sink: StreamSink): void;
  resume(): void;
  /** Ends the work behind it. */
  abort(reason: ProviderError): void;
}

/**
 * Holds a stream's text until somebody takes it. Sources write here; the text before the first content must wait,
 * because until then another deployment may still answer in its place.
 */
export class HeldStream {
  #held = '';
  #sink: StreamSink | undefined;
  #end: { failure: ProviderError | undefined } | undefined;

  write(text: string): boolean {
    if (this.#sink) return text === '' || this.#sink.write(text);
    this.#held += text;
    return true;
  }

  finish(failure: ProviderError | undefined): void {
    if (this.#end) return;
    this.#end = { failure };
    this.#deliverEnd();
  }

  pipe(sink: StreamSink): void {
    this.#sink = sink;
    if (this.#held !== '') sink.write(this.#held);
    this.#held = '';
    this.#deliverEnd();
  }

  #deliverEnd(): void {
    if (!this.#sink || !this.#end) return;
    if (this.#end.failure) this.#sink.fail(this.#end.failure);
    else this.#sink.end();
  }
}
