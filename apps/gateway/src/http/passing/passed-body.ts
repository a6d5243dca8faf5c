import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import type { Demands } from '../../admit/demands.ts';
import type { BodySource } from '../../exchange/asked/body-source.ts';
import { parseMapping } from '../../json/mapping.ts';
import type { Destination } from '../../passing/passage.ts';
import { incomingPieces, tooLarge } from '../body/incoming-pieces.ts';
import { KeptPieces } from '../body/kept-pieces.ts';
import { readBody } from '../body/read-body.ts';
import { Replayed } from '../body/replayed.ts';

/** How much of a body is kept as it passes, for a vendor that points elsewhere. */
const MOST_KEPT_BYTES = 1024 * 1024;

/**
 * A request's body as it goes on: as it comes, unless somebody has to look at all of it, whoever signs it or demands
 * members of it. Rejects with a 413 for what is announced too long, and with a 400 for what is not as demanded.
 *
 * @param known what is demanded, and the body where it was read before
 */
export async function passedBody(
  request: IncomingMessage,
  { vendor, deployment }: Destination,
  { demands, read }: { readonly demands: Demands | undefined; readonly read: Buffer | undefined },
): Promise<string | BodySource> {
  const streamed = streamedBody(request, demands?.mostBytes ?? Infinity);
  const isSigned = vendor.passage?.signsBody === true && deployment.settings.apiKey === undefined;
  const isLookedAt = demands?.looksInside === true && request.method !== 'GET' && request.method !== 'DELETE';
  if (read === undefined && !isLookedAt && (!isSigned || streamed === '')) return streamed;
  const whole = read ?? (await readBody(request));
  if (isLookedAt) demands.checkMembers(parseMapping(whole.toString()) ?? {}, request.headers);
  // What is no text, as an upload, is sent as the bytes that came.
  return isUtf8(whole) ? whole.toString() : { length: whole.length, open: () => only(whole) };
}

/** A body as it comes; a short one can be sent again. Empty where there is none. */
function streamedBody(request: IncomingMessage, mostBytes: number): string | BodySource {
  const { 'content-length': announced, 'transfer-encoding': coding } = request.headers;
  if (coding === undefined && (announced === undefined || announced === '0')) return '';
  const length = coding === undefined ? Number(announced) : undefined;
  if (length !== undefined && length > mostBytes) throw tooLarge(mostBytes);
  const pieces = new Replayed(incomingPieces(request, mostBytes), new KeptPieces(MOST_KEPT_BYTES));
  return { length, open: () => pieces.open() };
}

async function* only(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
