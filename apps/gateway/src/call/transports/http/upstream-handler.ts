import type { IncomingHttpHeaders } from 'node:http';
import type { ProviderError } from '@showrunner/providers';
import type { ResponseHandler, UpstreamCall } from '../../../upstream/upstream.ts';
import type { UpstreamAddress } from '../../../upstream/upstreams.ts';
import { VendorCall } from '../../../upstream/vendor-call.ts';
import type { Lifetime } from '../../../exchange/time/lifetime.ts';
import type { OutgoingRequest } from '../../../exchange/transports.ts';

/** What those who take a vendor's answer share: the request's lifetime ends it in whichever phase it is. */
export abstract class UpstreamHandler implements ResponseHandler {
  readonly #lifetime: Lifetime;
  #call: UpstreamCall | undefined;
  #isPaused = false;

  constructor(lifetime: Lifetime) {
    this.#lifetime = lifetime;
  }

  abstract onHead(status: number, headers: IncomingHttpHeaders): void;
  abstract onData(bytes: Buffer): void;
  abstract onEnd(): void;
  abstract onError(error: unknown): void;

  start(address: UpstreamAddress, { method, headers, body }: OutgoingRequest, idleSeconds?: number): void {
    this.#call = new VendorCall(address, { method, headers, body, idleSeconds }, this);
    this.#lifetime.listen((reason) => this.abort(reason));
  }

  abort(reason: ProviderError): void {
    this.#call?.abort(reason);
  }

  pause(): void {
    this.#isPaused = true;
    this.#call?.pause();
  }

  resume(): void {
    if (!this.#isPaused) return;
    this.#isPaused = false;
    this.#call?.resume();
  }
}
