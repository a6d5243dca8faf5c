import type { IncomingHttpHeaders } from 'node:http';
import { ProviderError, type EncodedRequest } from '@showrunner/providers';
import { connectionFailure } from '../../failure/connection-failure.ts';
import type { UpstreamAddress } from '../../upstream/upstreams.ts';
import { timedOut, type Lifetime } from '../../exchange/lifetime.ts';
import { UpstreamHandler } from './upstream-handler.ts';

/** Far above any chat completion; a vendor that sends more is broken. */
const MOST_BYTES = 64 * 1024 * 1024;

/** A vendor's whole answer. */
export interface CollectedAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface CollectOptions<Result> {
  /** The prefix of the vendor, for errors. */
  readonly provider: string;
  readonly lifetime: Lifetime;
  /** How long this answer may take; nothing beside the request's deadline. */
  readonly limitSeconds: number | undefined;
  /** Makes the result of the answer, or throws a `ProviderError`. */
  readonly read: (answer: CollectedAnswer) => Result;
}

/** Sends a request and reads all of its answer. Rejects with a `ProviderError`. */
export function collectAnswer<Result>(
  address: UpstreamAddress,
  request: EncodedRequest,
  options: CollectOptions<Result>,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    new AnswerCollector(options, resolve, reject).start(address, request);
  });
}

class AnswerCollector<Result> extends UpstreamHandler {
  readonly #provider: string;
  readonly #lifetime: Lifetime;
  readonly #timer: NodeJS.Timeout | undefined;
  readonly #read: (answer: CollectedAnswer) => Result;
  readonly #resolve: (result: Result) => void;
  readonly #reject: (reason: unknown) => void;
  #status = 0;
  #headers: IncomingHttpHeaders = {};
  #pieces: Buffer[] = [];
  #size = 0;

  constructor(
    { provider, lifetime, limitSeconds, read }: CollectOptions<Result>,
    resolve: (result: Result) => void,
    reject: (reason: unknown) => void,
  ) {
    super(lifetime);
    this.#provider = provider;
    this.#lifetime = lifetime;
    this.#read = read;
    this.#resolve = resolve;
    this.#reject = reject;
    if (limitSeconds !== undefined) {
      this.#timer = setTimeout(() => this.abort(timedOut(limitSeconds, provider)), limitSeconds * 1000);
    }
  }

  onHead(status: number, headers: IncomingHttpHeaders): void {
    this.#status = status;
    this.#headers = headers;
  }

  onData(bytes: Buffer): void {
    this.#size += bytes.length;
    this.#pieces.push(bytes);
    if (this.#size > MOST_BYTES) this.abort(tooLarge(this.#provider));
  }

  onEnd(): void {
    clearTimeout(this.#timer);
    this.#lifetime.listen(undefined);
    const [first] = this.#pieces;
    const body = first && this.#pieces.length === 1 ? first : Buffer.concat(this.#pieces, this.#size);
    try {
      this.#resolve(this.#read({ status: this.#status, headers: this.#headers, body }));
    } catch (error) {
      this.#reject(error);
    }
  }

  onError(error: unknown): void {
    clearTimeout(this.#timer);
    this.#lifetime.listen(undefined);
    this.#reject(connectionFailure(error, this.#provider));
  }
}

function tooLarge(provider: string): ProviderError {
  return new ProviderError({
    kind: 'malformed_answer',
    message: `The provider sent more than ${MOST_BYTES} bytes`,
    provider,
    status: 502,
    isRetryable: false,
  });
}
