import type { IncomingHttpHeaders } from 'node:http';
import type { ProviderError, StreamProgress } from '@showrunner/providers';
import type { GatewayError } from '../../failure/gateway-error.ts';
import type { AnswerFacts, TextEncoding } from './answer-facts.ts';

/**
 * Turns what a vendor streams into text for the client, and reads on the way what accounting needs. It throws nothing:
 * what was good before a failure is returned first.
 */
export interface StreamRelay {
  /** How the returned text becomes bytes. */
  readonly encoding: TextEncoding;
  /** Whether anything that answers the question has been read: text, a tool call, a refusal, a reason to finish. */
  readonly hasContent: boolean;
  /** What was read so far: a chunk with content is about one token. */
  readonly facts: AnswerFacts;
  /** The media type, where it is not that of server-sent events; known with the first content. */
  readonly contentType?: string | undefined;
  /** Why the stream is broken; nothing more comes after it. */
  readonly failure: ProviderError | undefined;
  /**
   * What is left to be said at a good end, before the wire's own end. It may wait for something to be kept, so that what
   * a client was told of is there.
   */
  readonly close?: (() => Promise<string>) | undefined;
  /** The event by which this stream says that it broke, where it depends on what was said before; else the wire's. */
  readonly breakOff?: ((failure: GatewayError) => string) | undefined;
}

/** A relay of a vendor's bytes. */
export interface ByteRelay extends StreamRelay {
  /** What the vendor has said of its end. Behind `ended` no bytes count any more. */
  readonly progress: StreamProgress;
  /** The answer is a good one, and its head is there; for relays that go by what it says. */
  begin?(headers: IncomingHttpHeaders): void;
  push(bytes: Buffer): string;
  /** Call it when the bytes end: a stream that the vendor did not finish has a `failure` then. */
  end(): string;
}

/** A relay of chunks that are made in this process. */
export interface ChunkRelay<Chunk> extends StreamRelay {
  relay(chunk: Chunk): string;
  /** The chunks broke off. */
  fail(reason: unknown, provider: string): void;
}
