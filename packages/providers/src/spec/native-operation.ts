import type { EncodedRequest, ProviderCall } from './call.ts';

/** A kind of call in a wire that few vendors speak, of one that does: what it is sent and what it answers is not translated. */
export interface NativeOperation<Call extends ProviderCall> {
  /** Throws a `ProviderError` with status 400 where the request cannot be sent. */
  encode(call: Call): EncodedRequest;
  /** Whether this of the vendor's models speaks it. Left out where all do. */
  fits?(model: string): boolean;
  /** How the vendor counts a question's tokens without answering it; nothing where it does not. */
  readonly counting?: TokenCounting<Call>;
}

/** Counting over HTTP: what is asked, and the figure out of a 2xx answer. */
export interface TokenCounting<Call extends ProviderCall> {
  encode(call: Call): EncodedRequest;
  /** Throws what `decodeError` says where there is none. */
  decode(body: Uint8Array): number;
}
