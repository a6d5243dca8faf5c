import type { Readable } from 'node:stream';
import { ProviderError } from '@showrunner/providers';

/** How long a client may say nothing in the middle of a body. */
const LONGEST_SILENCE_MS = 30_000;

/**
 * The pieces of a body as they come. Rejects with a 413 where they are more than `mostBytes`, with a 408 where the client
 * says nothing for too long, and where it breaks off. The input itself is never destroyed, so that it can be answered.
 */
export async function* incomingPieces(input: Readable, mostBytes: number): AsyncGenerator<Buffer> {
  let size = 0;
  const pieces: AsyncIterator<Buffer> = input.iterator({ destroyOnReturn: false });
  for (let next = await inTime(pieces.next()); next.done !== true; next = await inTime(pieces.next())) {
    size += next.value.length;
    if (size > mostBytes) throw tooLarge(mostBytes);
    yield next.value;
  }
}

/** The same promise, but it rejects with a 408 where the client says nothing for too long. */
async function inTime<Piece>(piece: Promise<Piece>): Promise<Piece> {
  const { promise: silence, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(refusedBody(408, `Nothing came of the body for ${LONGEST_SILENCE_MS / 1000} s`)),
    LONGEST_SILENCE_MS,
  );
  return Promise.race([piece, silence]).finally(() => clearTimeout(timer));
}

/** A body that is longer than may be. */
export function tooLarge(mostBytes: number): ProviderError {
  return refusedBody(413, `The body is longer than ${mostBytes} bytes`);
}

/** An error of the caller's, also where an attempt is under way: no vendor is to blame, and none is asked again. */
export function refusedBody(status: number, message: string): ProviderError {
  return new ProviderError({
    kind: 'invalid_request',
    message,
    provider: 'gateway',
    status,
    isRetryable: false,
    vendorType: 'invalid_request_error',
    vendorParam: 'request_body',
  });
}
