import { ProviderError } from '@showrunner/providers';
import type { AnswerFacts } from '../../exchange/answer/answer-facts.ts';
import type { StreamAnswer } from '../../exchange/answer/answer.ts';
import type { LiveStream, StreamSink } from '../../exchange/answer/live-stream.ts';
import type { StreamRelay } from '../../exchange/answer/stream-relay.ts';
import { describeFailure } from '../../failure/describe-failure.ts';
import type { GatewayError } from '../../failure/gateway-error.ts';
import { Blocked } from '../blocked.ts';
import type { LookAt } from '../look-through.ts';
import { StreamTexts } from './stream-texts.ts';

export interface StreamGuarding {
  /** Gives texts as the caller may get them. */
  readonly lookAt: LookAt;
  /** How many characters of a text that still grows wait for more. */
  readonly holdBack: number;
  /** After how many characters guards look again, of so many that have come. */
  readonly pace: (characters: number) => number;
}

/** What is held back of one stream at most, in bytes. */
const MOST_HELD = 64 * 1024 * 1024;

/** A stream as its caller may get it, when its first text may be said. Rejects where none may. */
export async function guardStream(answer: StreamAnswer, guarding: StreamGuarding): Promise<StreamAnswer> {
  const { contentType } = answer.stream.relay;
  // Sound and pictures have no text to look at.
  if (contentType !== undefined && !/event-stream|text|json/.test(contentType)) return answer;
  const stream = new GuardedStream(answer.stream, guarding);
  await stream.opened;
  return { kind: 'stream', stream };
}

class GuardedStream implements LiveStream {
  readonly relay: StreamRelay;
  /** When the first text may be said, or all is over. */
  readonly opened: Promise<void>;
  readonly #open: () => void;
  readonly #refuse: (reason: unknown) => void;
  readonly #inner: LiveStream;
  readonly #guarding: StreamGuarding;
  readonly #texts = new StreamTexts();
  #sink: StreamSink | undefined;
  /** What may be said, as long as nobody takes it. */
  #ready = '';
  #hasEnded = false;
  #isLooking = false;
  #failure: ProviderError | GatewayError | undefined;
  #isOver = false;
  #isFull = false;

  constructor(inner: LiveStream, guarding: StreamGuarding) {
    this.#inner = inner;
    this.#guarding = guarding;
    this.relay = guardedRelay(inner.relay, guarding.lookAt);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.opened = promise;
    this.#open = resolve;
    this.#refuse = reject;
    inner.pipe({
      write: (text) => {
        this.#texts.push(Buffer.from(text, inner.relay.encoding));
        if (this.#texts.heldBytes > MOST_HELD) this.#fail(new Blocked('The answer is too long to be looked at'));
        this.#goOn();
        return !this.#isFull;
      },
      end: () => {
        this.#texts.finish();
        this.#hasEnded = true;
        this.#goOn();
      },
      fail: (reason) => this.#fail(reason),
    });
  }

  pipe(sink: StreamSink): void {
    this.#sink = sink;
    this.#say('');
    if (this.#failure) sink.fail(this.#failure);
    else if (this.#isOver) sink.end();
  }

  resume(): void {
    this.#isFull = false;
    this.#inner.resume();
  }

  abort(reason: ProviderError): void {
    this.#inner.abort(reason);
  }

  /** Says what may be said, and has guards look when there is enough that they have not seen. */
  #goOn(): void {
    if (this.#isOver) return;
    const { text, hasText } = this.#texts.take();
    this.#say(text);
    if (hasText) this.#open();
    if (this.#isLooking) return;
    if (this.#hasEnded && this.#texts.heldBytes === 0) this.#finish();
    else if (this.#isTime) void this.#look();
  }

  get #isTime(): boolean {
    if (this.#hasEnded) return true;
    const { unseenCharacters, characters, hasUnseenWhole } = this.#texts;
    const pace = this.#guarding.pace(characters);
    return pace !== Infinity && (hasUnseenWhole || unseenCharacters >= pace);
  }

  async #look(): Promise<void> {
    this.#isLooking = true;
    try {
      await this.#texts.look(this.#guarding.lookAt, this.#hasEnded ? 0 : this.#guarding.holdBack);
    } catch (error) {
      this.#fail(asReason(error));
    }
    this.#isLooking = false;
    this.#goOn();
  }

  #say(text: string): void {
    if (!this.#sink) {
      this.#ready += text;
      return;
    }
    const said = this.#ready + text;
    this.#ready = '';
    if (said !== '' && !this.#sink.write(said)) this.#isFull = true;
  }

  #finish(): void {
    this.#isOver = true;
    this.#open();
    this.#sink?.end();
  }

  #fail(reason: ProviderError | GatewayError): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#failure = reason;
    this.#inner.abort(calledOff());
    this.#refuse(reason);
    this.#sink?.fail(reason);
  }
}

function asReason(error: unknown): ProviderError | GatewayError {
  return ProviderError.isInstance(error) ? error : describeFailure(error);
}

/** Of a stream that may not be said: whoever makes it need not go on. */
function calledOff(): ProviderError {
  return new ProviderError({
    kind: 'aborted',
    message: 'A guardrail refused the answer',
    provider: 'gateway',
    status: 499,
    isRetryable: false,
  });
}

/** What is told of the stream stays its own; what it says at its end is looked at as well. */
function guardedRelay(inner: StreamRelay, lookAt: LookAt): StreamRelay {
  const close = inner.close?.bind(inner);
  const breakOff = inner.breakOff?.bind(inner);
  return {
    encoding: 'latin1',
    get hasContent(): boolean {
      return inner.hasContent;
    },
    get facts(): AnswerFacts {
      return inner.facts;
    },
    get contentType(): string | undefined {
      return inner.contentType;
    },
    get failure(): ProviderError | undefined {
      return inner.failure;
    },
    breakOff: breakOff && ((failure) => withoutOutput(breakOff(failure))),
    close: close && (async () => guardedEnd(await close(), lookAt)),
  };
}

/** Events of a stream that broke, without what it had said until then: nobody has seen all of it. */
function withoutOutput(said: string): string {
  const texts = new StreamTexts();
  texts.push(Buffer.from(said));
  texts.finish();
  return Buffer.from(texts.dropOutput(), 'latin1').toString('utf8');
}

/** The events at the end of a stream, which say its texts once more as a whole. */
async function guardedEnd(said: string, lookAt: LookAt): Promise<string> {
  const looked = await guardWholeStream(Buffer.from(said).toString('latin1'), lookAt);
  return Buffer.from(looked, 'latin1').toString('utf8');
}

/** A stream that is there as a whole, as latin1: one character a byte. Rejects where it may not be said. */
export async function guardWholeStream(said: string, lookAt: LookAt): Promise<string> {
  const texts = new StreamTexts();
  texts.push(Buffer.from(said, 'latin1'));
  texts.finish();
  await texts.look(lookAt, 0);
  return texts.take().text;
}
