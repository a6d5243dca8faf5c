import type { IncomingHttpHeaders } from 'node:http';
import { ErrorTypes } from '@showrunner/errors';

/** The refusal of a packed body, or nothing: nothing here unpacks bodies, because a few kilobytes can be gigabytes. */
export function encodedBody({ 'content-encoding': encoding }: IncomingHttpHeaders): Error | undefined {
  if (encoding === undefined || encoding.toLowerCase() === 'identity') return undefined;
  return ErrorTypes.BAD_REQUEST(
    'Compressed bodies are not read here; send the body without Content-Encoding.',
    { reason: 'unsupported_media_type', allowed: ['identity'] },
    { status: 415 },
  );
}
