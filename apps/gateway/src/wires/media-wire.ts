import type { ModelPrice } from '@showrunner/models';
import type { HttpProviderAdapter } from '@showrunner/providers';
import type { PlainAnswer } from '../exchange/answer/answer.ts';
import type { ModelRequest } from '../exchange/asked/model-request.ts';
import type { ByteRelay } from '../exchange/answer/stream-relay.ts';
import type { CollectedResponse } from '../exchange/transports.ts';
import type { Wire } from '../exchange/wire.ts';

/** What is known of a request when its answer is read. */
export interface MediaView<Request extends ModelRequest> {
  readonly request: Request;
  /** What it costs, where that depends on the request; else the deployment's price. */
  readonly price: ModelPrice | undefined;
}

/** How a family of clients speaks a kind of call whose answer is passed on as it comes: pictures, sound, texts of sound. */
export interface MediaWire<Request extends ModelRequest> extends Wire<Request> {
  /** A vendor's whole answer. Throws a `ProviderError` where it is none. */
  pass(answer: CollectedResponse, vendor: HttpProviderAdapter, view: MediaView<Request>): PlainAnswer;
  /** The same of one that comes in pieces. */
  passStream(vendor: HttpProviderAdapter, view: MediaView<Request>): ByteRelay;
  /** The answer of a deployment with `mock_response`. */
  mock(text: string, request: Request): PlainAnswer;
}
