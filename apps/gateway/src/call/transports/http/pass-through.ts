import type { IncomingHttpHeaders } from 'node:http';
import type { Attempt } from '../../../exchange/attempt.ts';
import { timedOut } from '../../../exchange/lifetime.ts';
import type { AnswerReceiver, OutgoingRequest } from '../../../exchange/transports.ts';
import { connectionFailure } from '../../../failure/connection-failure.ts';
import type { UpstreamAddress } from '../../../upstream/upstreams.ts';
import { UpstreamHandler } from './upstream-handler.ts';

/** Sends a request and hands its answer on as it comes, whatever its status. Rejects with a `ProviderError` where it breaks. */
export function passThrough(
  attempt: Attempt,
  address: UpstreamAddress,
  request: OutgoingRequest,
  receiver: AnswerReceiver,
): Promise<void> {
  return new Promise((resolve, reject) => {
    new PassingCall(attempt, receiver, resolve, reject).start(address, request, attempt.idleSeconds);
  });
}

class PassingCall extends UpstreamHandler {
  readonly #attempt: Attempt;
  readonly #receiver: AnswerReceiver;
  readonly #timer: NodeJS.Timeout | undefined;
  readonly #resolve: () => void;
  readonly #reject: (reason: unknown) => void;

  constructor(attempt: Attempt, receiver: AnswerReceiver, resolve: () => void, reject: (reason: unknown) => void) {
    super(attempt.exchange.lifetime);
    this.#attempt = attempt;
    this.#receiver = receiver;
    this.#resolve = resolve;
    this.#reject = reject;
    const { limitSeconds, deployment } = attempt;
    if (limitSeconds !== undefined) {
      const late = (): void => this.abort(timedOut(limitSeconds, deployment.adapter.name));
      this.#timer = setTimeout(late, limitSeconds * 1000);
    }
    receiver.onDrain(() => this.resume());
  }

  /** From here the time between two pieces counts. */
  onHead(status: number, headers: IncomingHttpHeaders): void {
    clearTimeout(this.#timer);
    this.#attempt.exchange.lifetime.stopDeadline();
    this.#attempt.vendorHeaders = headers;
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
    this.#reject(connectionFailure(error, this.#attempt.deployment.adapter.name));
  }

  #leave(): void {
    clearTimeout(this.#timer);
    this.#attempt.exchange.lifetime.listen(undefined);
  }
}
