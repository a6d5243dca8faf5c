import type { IncomingMessage } from 'node:http';
import { ErrorTypes, invalidInput } from '@showrunner/errors';
import { Secret } from '@showrunner/service';

/** What others allow as well (Stripe's API reference, "Idempotent requests"). */
const MOST_CHARACTERS = 255;

/** A string of RFC 9651, 3.3.3, which the draft of the header asks for. */
const QUOTED = /^"((?:[ !#-[\]-~]|\\["\\])*)"$/;
const PRINTABLE = /^[ -~]+$/;

/**
 * The key of a request, as it stands or in quotes (draft-ietf-httpapi-idempotency-key-header-07, 2.1); undefined where
 * there is none.
 *
 * @throws ApiError 400 for two of them, 422 for what is no key
 */
export function readIdempotencyKey({
  headers,
  rawHeaders,
}: Pick<IncomingMessage, 'headers' | 'rawHeaders'>): Secret | undefined {
  const sent = headers['idempotency-key'];
  if (sent === undefined) return undefined;
  if (Array.isArray(sent) || countOf(rawHeaders) > 1)
    throw ErrorTypes.BAD_REQUEST('The request has two Idempotency-Key headers; send one.');
  const key = sent.startsWith('"') ? unquoted(sent) : sent;
  if (key === undefined) throw noKey('begins with a quotation mark and is no quoted string', 'text, or text in quotes');
  if (key.trim() === '') throw noKey('is empty', `1 to ${MOST_CHARACTERS} characters`);
  if (key.length > MOST_CHARACTERS) throw noKey('is too long', `1 to ${MOST_CHARACTERS} characters`);
  if (!PRINTABLE.test(key)) throw noKey('holds what is no printable ASCII', 'printable ASCII, such as a UUID');
  return new Secret(key);
}

function countOf(rawHeaders: readonly string[]): number {
  return rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'idempotency-key').length;
}

function unquoted(sent: string): string | undefined {
  return QUOTED.exec(sent)?.[1]?.replaceAll(/\\(["\\])/g, '$1');
}

function noKey(reason: string, allowed: string): Error {
  return invalidInput([{ path: 'Idempotency-Key', reason, allowed }]);
}
