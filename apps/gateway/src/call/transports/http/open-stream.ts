import type { IncomingHttpHeaders } from 'node:http';
import { ProviderError, type HttpProviderAdapter, type StreamProgress } from '@showrunner/providers';
import type { StreamAnswer } from '../../../exchange/answer/answer.ts';
import type { Attempt } from '../../../exchange/attempt.ts';
import { timedOut } from '../../../exchange/time/lifetime.ts';
import type { LiveStream, StreamSink } from '../../../exchange/answer/live-stream.ts';
import type { ByteRelay } from '../../../exchange/answer/stream-relay.ts';
import type { OutgoingRequest } from '../../../exchange/transports.ts';
import { connectionFailure } from '../../../failure/connection-failure.ts';
import type { UpstreamAddress } from '../../../upstream/upstreams.ts';
import { HeldStream } from '../held-stream.ts';
import { UpstreamHandler } from './upstream-handler.ts';

/** An error body is read no further than this. */
const MOST_ERROR_BYTES = 1024 * 1024;

/** How long a vendor that has ended its stream may take to end its answer, so that its connection can be used again. */
const LEAVE_MS = 1_000;

/**
 * How long a vendor may say more once its stream may end: what was used comes behind the reason to finish, at once or
 * never.
 */
const LAST_WORDS_MS = 2_000;

/** Who sends a stream, and who reads it. */
export interface StreamSource {
  readonly vendor: HttpProviderAdapter;
  readonly relay: ByteRelay;
}

/** Sends a request and waits for the first content of its stream. Rejects with a `ProviderError` before that. */
export function openStream(
  attempt: Attempt,
  address: UpstreamAddress,
  request: OutgoingRequest,
  source: StreamSource,
): Promise<StreamAnswer> {
  return new Promise((resolve, reject) => {
    new StreamOpener(attempt, source, resolve, reject).start(address, request, attempt.idleSeconds);
  });
}

class StreamOpener extends UpstreamHandler implements LiveStream {
  readonly relay: ByteRelay;
  readonly #attempt: Attempt;
  readonly #vendor: HttpProviderAdapter;
  readonly #resolve: (answer: StreamAnswer) => void;
  readonly #reject: (reason: ProviderError) => void;
  readonly #held: HeldStream;
  #firstContentTimer: NodeJS.Timeout | undefined;
  #leaveTimer: NodeJS.Timeout | undefined;
  #lastWordsTimer: NodeJS.Timeout | undefined;
  #isComplete = false;
  #isOpen = false;
  #status = 0;
  #headers: IncomingHttpHeaders = {};
  #errorBody: Buffer[] = [];
  #errorBytes = 0;

  constructor(
    attempt: Attempt,
    { vendor, relay }: StreamSource,
    resolve: (answer: StreamAnswer) => void,
    reject: (reason: ProviderError) => void,
  ) {
    super(attempt.exchange.lifetime);
    this.relay = relay;
    this.#attempt = attempt;
    this.#vendor = vendor;
    this.#held = new HeldStream(attempt);
    this.#resolve = resolve;
    this.#reject = reject;
    const { limitSeconds } = attempt;
    if (limitSeconds !== undefined) {
      this.#firstContentTimer = setTimeout(() => this.abort(timedOut(limitSeconds, vendor.name)), limitSeconds * 1000);
    }
  }

  pipe(sink: StreamSink): void {
    this.#held.pipe(sink);
  }

  onHead(status: number, headers: IncomingHttpHeaders): void {
    this.#status = status;
    this.#headers = headers;
    this.#attempt.vendorHeaders = headers;
    if (status < 300) this.relay.begin?.(headers);
  }

  onData(bytes: Buffer): void {
    if (this.#status >= 300) {
      this.#errorBytes += bytes.length;
      this.#errorBody.push(bytes);
      if (this.#errorBytes > MOST_ERROR_BYTES) this.abort(this.#vendorError);
      return;
    }
    if (this.#isComplete) return;
    if (!this.#held.write(this.relay.push(bytes))) this.pause();
    if (this.relay.failure) this.abort(this.relay.failure);
    else this.#read(this.relay.progress);
  }

  #read(progress: StreamProgress): void {
    if (progress === 'ended') return this.#complete();
    if (progress === 'may-end') this.#waitForLastWords();
    if (!this.#isOpen && this.relay.hasContent) this.#open();
  }

  onEnd(): void {
    if (this.#status >= 300) {
      this.onError(this.#vendorError);
      return;
    }
    if (this.#isComplete) {
      clearTimeout(this.#leaveTimer);
      return;
    }
    this.#held.write(this.relay.end());
    if (this.relay.failure) this.#fail(this.relay.failure);
    else this.#finish();
  }

  /** As far as its words were read. */
  get #vendorError(): ProviderError {
    const body = Buffer.concat(this.#errorBody).subarray(0, MOST_ERROR_BYTES);
    return this.#vendor.decodeError(this.#status, this.#headers, body);
  }

  /** A vendor that keeps its connection open behind its last word is waited for no longer than this. */
  #waitForLastWords(): void {
    clearTimeout(this.#lastWordsTimer);
    this.#lastWordsTimer = setTimeout(() => {
      this.#held.write(this.relay.end());
      if (this.relay.failure) this.abort(this.relay.failure);
      else this.#complete();
    }, LAST_WORDS_MS);
  }

  /** The vendor said that this was all: what becomes of its connection is no part of the answer. */
  #complete(): void {
    this.#isComplete = true;
    this.#leaveTimer = setTimeout(() => this.abort(timedOut(LEAVE_MS / 1000, this.#vendor.name)), LEAVE_MS);
    this.resume();
    this.#finish();
  }

  #finish(): void {
    clearTimeout(this.#lastWordsTimer);
    // An answer without any content is one too: a vendor may finish with nothing to say.
    if (!this.#isOpen) this.#open();
    this.#attempt.exchange.lifetime.listen(undefined);
    this.#held.finish(undefined);
  }

  #open(): void {
    this.#isOpen = true;
    this.#attempt.contentCame();
    clearTimeout(this.#firstContentTimer);
    this.#resolve({ kind: 'stream', stream: this });
  }

  onError(error: unknown): void {
    if (this.#isComplete) clearTimeout(this.#leaveTimer);
    else if (this.relay.progress === 'may-end' && !ProviderError.isInstance(error)) this.onEnd();
    else this.#fail(connectionFailure(error, this.#vendor.name));
  }

  #fail(reason: ProviderError): void {
    clearTimeout(this.#lastWordsTimer);
    clearTimeout(this.#firstContentTimer);
    this.#attempt.exchange.lifetime.listen(undefined);
    if (this.#isOpen) this.#held.finish(reason);
    else this.#reject(reason);
  }
}
