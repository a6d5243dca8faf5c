import type { GatewayError } from '../failure/gateway-error.ts';
import type { ModelRequest } from './asked/model-request.ts';
import type { RequestControls } from './asked/request-controls.ts';

/** A request as its wire read it. */
export interface AskedRequest<Request extends ModelRequest = ModelRequest> {
  readonly request: Request;
  readonly controls: RequestControls;
}

/**
 * How one family of clients speaks an operation: bytes to members and back, no meaning. What only one operation needs
 * of its wires stands in that operation's own port (`wires/chat-wire.ts`).
 */
export interface Wire<Request extends ModelRequest = ModelRequest> {
  /** Its folder; answers of two wires are never the same bytes, so the cache's keys hold it. */
  readonly name: string;
  /** Checks a parsed body once, and takes the gateway's own members out of it. Throws a 400 that names the member. */
  read(body: unknown): AskedRequest<Request>;
  /** What ends a stream that ended well, for the client to tell it from one that broke off. */
  readonly streamEnd: string;
  /** The body of an error, as these clients read it. */
  readonly errorBody: (failure: GatewayError) => object;
  /** The status that these clients know a failure by, where it is another than the failure's own. */
  readonly errorStatus?: (failure: GatewayError) => number;
  /** The event by which a stream says that it broke. */
  readonly errorEvent: (failure: GatewayError) => string;
}
