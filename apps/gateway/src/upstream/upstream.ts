import type { IncomingHttpHeaders } from 'node:http';
import type { BodySource } from '../exchange/asked/body-source.ts';

/** What is sent to a vendor. */
export interface UpstreamRequest {
  readonly method: string;
  /** The path with its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | BodySource;
  /** How long the vendor may be silent; nothing where only the caller's deadline counts. */
  readonly idleSeconds: number | undefined;
}

/** Who takes an answer. After `onEnd` or `onError` nothing follows. */
export interface ResponseHandler {
  onHead(status: number, headers: IncomingHttpHeaders): void;
  /** Bytes that are the handler's to keep. */
  onData(bytes: Buffer): void;
  /** The answer is whole. What it throws comes back to `onError`. */
  onEnd(): void;
  /** It never will be: the reason of an abort, or why the connection failed. */
  onError(error: unknown): void;
}

/** A request on its way. */
export interface UpstreamCall {
  /** Ends it in whichever phase it is, also while it waits for a connection. */
  abort(reason: Error): void;
  pause(): void;
  resume(): void;
}

/** One origin: a scheme, a host and a port. */
export interface Upstream {
  /** Never calls the handler before it has returned. */
  send(request: UpstreamRequest, handler: ResponseHandler): UpstreamCall;
  /** Ends what is under way, and closes every connection. */
  dispose(): Promise<void>;
}

export type UpstreamFailure =
  | 'CONNECT_TIMEOUT'
  | 'IDLE_TIMEOUT'
  | 'CONNECTION_CLOSED'
  | 'MALFORMED_ANSWER'
  | 'UNDECODABLE'
  | 'INVALID_HEADER'
  | 'REDIRECTED'
  | 'STOPPING';

/** A failure that is found here and not by the system below. */
export class UpstreamError extends Error {
  readonly code: UpstreamFailure;

  constructor(code: UpstreamFailure, message: string) {
    super(message);
    this.name = 'UpstreamError';
    this.code = code;
  }
}
