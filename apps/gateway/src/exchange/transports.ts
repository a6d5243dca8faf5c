import type { IncomingHttpHeaders } from 'node:http';
import type { HttpProviderAdapter, VendorRequest } from '@showrunner/providers';
import type { StreamAnswer } from './answer/answer.ts';
import type { BodySource } from './asked/body-source.ts';
import type { Attempt } from './attempt.ts';
import type { Lifetime } from './time/lifetime.ts';
import type { ByteRelay, ChunkRelay } from './answer/stream-relay.ts';

/** A vendor's whole answer. */
export interface CollectedResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** What is sent to a vendor: its body whole, or in pieces as it comes. */
export interface OutgoingRequest extends Omit<VendorRequest, 'body'> {
  readonly body: string | BodySource;
}

/** Who takes an answer as it comes. */
export interface AnswerReceiver {
  begin(status: number, headers: IncomingHttpHeaders): void;
  /** False asks to wait for `onDrain`. */
  write(bytes: Buffer): boolean;
  onDrain(listener: () => void): void;
}

/** How an attempt reaches who answers it: over HTTP, or in this process. All of them reject with a `ProviderError`. */
export interface Transports {
  /** Sends a request and makes the result of its whole 2xx answer; `read` may throw a `ProviderError`. */
  collect<Result>(
    attempt: Attempt,
    request: OutgoingRequest,
    vendor: HttpProviderAdapter,
    read: (answer: CollectedResponse) => Result,
  ): Promise<Result>;
  /**
   * The same of a request that asks no model: for what a vendor keeps under an id. It is no attempt, so nobody counts it;
   * `lifetime` ends it.
   */
  ask<Result>(
    lifetime: Lifetime,
    request: OutgoingRequest,
    vendor: HttpProviderAdapter,
    read: (answer: CollectedResponse) => Result,
  ): Promise<Result>;
  /** Sends a request and waits for the first content of its stream. */
  openStream(
    attempt: Attempt,
    request: OutgoingRequest,
    vendor: HttpProviderAdapter,
    relay: ByteRelay,
  ): Promise<StreamAnswer>;
  /** The same of what is too long to wait for; whatever the status is, the answer is handed on as it comes. */
  stream(
    lifetime: Lifetime,
    request: OutgoingRequest,
    vendor: HttpProviderAdapter,
    receiver: AnswerReceiver,
  ): Promise<void>;
  /** Sends a request and hands its answer on as it comes, whatever its status. */
  pass(
    attempt: Attempt,
    request: OutgoingRequest,
    vendor: HttpProviderAdapter,
    receiver: AnswerReceiver,
  ): Promise<void>;
  /** Does work in this process; the signal aborts it when the request ends or the attempt's time is up. */
  run<Result>(attempt: Attempt, work: (signal: AbortSignal) => Promise<Result>): Promise<Result>;
  /** Takes chunks that are made in this process, up to the first content. */
  openChunks<Chunk>(
    attempt: Attempt,
    start: (signal: AbortSignal) => AsyncIterable<Chunk> | Iterable<Chunk>,
    relay: ChunkRelay<Chunk>,
  ): Promise<StreamAnswer>;
}
