import type { ProviderError } from '@showrunner/providers';
import type { Attempt } from '../../exchange/attempt.ts';
import type { StreamSink } from '../../exchange/answer/live-stream.ts';

/**
 * Holds a stream's text until somebody takes it. Sources write here; the text before the first content must wait,
 * because until then another deployment may still answer in its place. Its end is the attempt's.
 */
export class HeldStream {
  readonly #attempt: Attempt;
  #held = '';
  #sink: StreamSink | undefined;
  #end: { failure: ProviderError | undefined } | undefined;

  constructor(attempt: Attempt) {
    this.#attempt = attempt;
  }

  write(text: string): boolean {
    if (this.#sink) return text === '' || this.#sink.write(text);
    this.#held += text;
    return true;
  }

  finish(failure: ProviderError | undefined): void {
    if (this.#end) return;
    this.#end = { failure };
    this.#attempt.end(failure);
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
