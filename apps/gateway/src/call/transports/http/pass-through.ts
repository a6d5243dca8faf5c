import type { IncomingHttpHeaders } from 'node:http';
import { timedOut, type Lifetime } from '../../../exchange/time/lifetime.ts';
import type { AnswerReceiver, OutgoingRequest } from '../../../exchange/transports.ts';
import { connectionFailure } from '../../../failure/connection-failure.ts';
import type { UpstreamAddress } from '../../../upstream/upstreams.ts';
import { UpstreamHandler } from './upstream-handler.ts';

/** How long an answer may take, and who sends it. */
export interface PassingLimits {
  readonly lifetime: Lifetime;
  /** To its head, beside the lifetime. */
  readonly limitSeconds: number | undefined;
  /** Between two pieces. */
  readonly idleSeconds: number | undefined;
  readonly vendor: string;
}

/** Sends a request and hands its answer on as it comes, whatever its status. Rejects with a `ProviderError` where it breaks. */
export function passThrough(
  limits: PassingLimits,
  address: UpstreamAddress,
  request: OutgoingRequest,
  receiver: AnswerReceiver,
): Promise<void> {
  return new Promise((resolve, reject) => {
    new PassingCall(limits, receiver, resolve, reject).start(address, request, limits.idleSeconds);
  });
}

class PassingCall extends UpstreamHandler {
  readonly #limits: PassingLimits;
  readonly #receiver: AnswerReceiver;
  readonly #timer: NodeJS.Timeout | undefined;
  readonly #resolve: () => void;
  readonly #reject: (reason: unknown) => void;

  constructor(limits: PassingLimits, receiver: AnswerReceiver, resolve: () => void, reject: (reason: unknown) => void) {
    super(limits.lifetime);
    this.#limits = limits;
    this.#receiver = receiver;
    this.#resolve = resolve;
    this.#reject = reject;
    const { limitSeconds, vendor } = limits;
    if (limitSeconds !== undefined) {
      this.#timer = setTimeout(() => this.abort(timedOut(limitSeconds, vendor)), limitSeconds * 1000);
    }
    receiver.onDrain(() => this.resume());
  }

  /** From here the time between two pieces counts. */
  onHead(status: number, headers: IncomingHttpHeaders): void {
    clearTimeout(this.#timer);
    this.#limits.lifetime.stopDeadline();
    this.#receiver.begin(status, headers);
  }

  onData(bytes: Buffer): void {
    if (!this.#receiver.write(bytes)) this.pause();
  }

  onEnd(): void {
    this.#leave();
    this.#resolve();
  }

  onError(error: unknown): void {
    this.#leave();
    this.#reject(connectionFailure(error, this.#limits.vendor));
  }

  #leave(): void {
    clearTimeout(this.#timer);
    this.#limits.lifetime.listen(undefined);
  }
}
