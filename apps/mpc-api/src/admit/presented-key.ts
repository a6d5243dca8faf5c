import type { IncomingMessage } from 'node:http';
import { ErrorTypes } from '@showrunner/errors';

/**
 * The key in `Authorization: Bearer …` or in `X-API-Key`; undefined where there is none. Whoever presents two cannot be
 * told from somebody who smuggles one past a proxy that looks at the other: 400.
 */
export function presentedKey(request: Pick<IncomingMessage, 'headers' | 'rawHeaders'>): string | undefined {
  const { authorization, 'x-api-key': apiKey } = request.headers;
  if (presents(request, 'authorization') > 1 || presents(request, 'x-api-key') > 1) throw twoKeys();
  // The scheme's name is case-insensitive (RFC 9110 §11.1).
  const bearer = /^bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
  if (authorization === undefined) return typeof apiKey === 'string' ? apiKey : undefined;
  if (apiKey !== undefined && apiKey !== bearer) throw twoKeys();
  return bearer;
}

/** How often a header came: Node keeps the first `Authorization` and drops the others without a word. */
function presents({ rawHeaders }: Pick<IncomingMessage, 'rawHeaders'>, name: string): number {
  return rawHeaders.filter((one, index) => index % 2 === 0 && one.toLowerCase() === name).length;
}

function twoKeys(): Error {
  return ErrorTypes.BAD_REQUEST('More than one API key was sent. Send one, in "Authorization" or in "X-API-Key".', {
    reason: 'ambiguous_key',
    allowed: ['Authorization: Bearer <key>', 'X-API-Key: <key>'],
  });
}
