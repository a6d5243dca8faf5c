import type { IncomingHttpHeaders } from 'node:http';
import { ProviderError, streamAsWhole, type HttpProviderAdapter } from '@showrunner/providers';
import { timedOut, type Lifetime } from '../../../exchange/time/lifetime.ts';
import type { CollectedResponse, OutgoingRequest } from '../../../exchange/transports.ts';
import { connectionFailure } from '../../../failure/connection-failure.ts';
import type { UpstreamAddress } from '../../../upstream/upstreams.ts';
import { UpstreamHandler } from './upstream-handler.ts';

/** Far above any answer; a vendor that sends more is broken. */
const MOST_BYTES = 64 * 1024 * 1024;

/** What ends the wait for an answer. */
export interface CollectingLimits {
  readonly lifetime: Lifetime;
  /** How long it may take, beside the lifetime. */
  readonly limitSeconds: number | undefined;
}

/** Who sends an answer, and who makes something of it. */
export interface ResponseSource<Result> {
  readonly vendor: HttpProviderAdapter;
  readonly read: (answer: CollectedResponse) => Result;
  /** Told of the head of whatever answer comes. */
  readonly onHead?: (headers: IncomingHttpHeaders) => void;
}

/** Sends a request, and makes the result of all of its answer. Rejects with a `ProviderError`. */
export function collectResponse<Result>(
  limits: CollectingLimits,
  address: UpstreamAddress,
  request: OutgoingRequest,
  source: ResponseSource<Result>,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    new ResponseCollector(limits, source, resolve, reject).start(address, request);
  });
}

class ResponseCollector<Result> extends UpstreamHandler {
  readonly #vendor: HttpProviderAdapter;
  readonly #lifetime: Lifetime;
  readonly #timer: NodeJS.Timeout | undefined;
  readonly #read: (answer: CollectedResponse) => Result;
  readonly #tellHead: ResponseSource<Result>['onHead'];
  readonly #resolve: (result: Result) => void;
  readonly #reject: (reason: unknown) => void;
  #status = 0;
  #headers: IncomingHttpHeaders = {};
  #pieces: Buffer[] = [];
  #size = 0;

  constructor(
    { lifetime, limitSeconds }: CollectingLimits,
    { vendor, read, onHead }: ResponseSource<Result>,
    resolve: (result: Result) => void,
    reject: (reason: unknown) => void,
  ) {
    super(lifetime);
    this.#vendor = vendor;
    this.#lifetime = lifetime;
    this.#read = read;
    this.#tellHead = onHead;
    this.#resolve = resolve;
    this.#reject = reject;
    if (limitSeconds !== undefined) {
      this.#timer = setTimeout(() => this.abort(timedOut(limitSeconds, vendor.name)), limitSeconds * 1000);
    }
  }

  onHead(status: number, headers: IncomingHttpHeaders): void {
    this.#status = status;
    this.#headers = headers;
    this.#tellHead?.(headers);
  }

  onData(bytes: Buffer): void {
    this.#size += bytes.length;
    this.#pieces.push(bytes);
    if (this.#size > MOST_BYTES) this.abort(tooLarge(this.#vendor.name));
  }

  onEnd(): void {
    clearTimeout(this.#timer);
    this.#lifetime.listen(undefined);
    const [first] = this.#pieces;
    const body = first && this.#pieces.length === 1 ? first : Buffer.concat(this.#pieces, this.#size);
    const [status, headers] = [this.#status, this.#headers];
    try {
      if (status < 200 || status >= 300) throw this.#vendor.decodeError(status, headers, body);
      // Some servers send a stream to whoever asks for none.
      this.#resolve(this.#read({ status, headers, body: streamAsWhole(body) ?? body }));
    } catch (error) {
      this.#reject(error);
    }
  }

  onError(error: unknown): void {
    clearTimeout(this.#timer);
    this.#lifetime.listen(undefined);
    this.#reject(connectionFailure(error, this.#vendor.name));
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
