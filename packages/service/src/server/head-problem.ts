import type { IncomingHttpHeaders } from 'node:http';
import { ErrorTypes } from '@showrunner/errors';

/** What a request says before its body. */
export interface RequestHead {
  readonly headers: IncomingHttpHeaders;
  /** Names and values in turn as they came; absent where it is known that each stands once, and `Host` among them. */
  readonly rawHeaders?: readonly string[];
  readonly httpVersion?: string;
  /** Path and query; absent where it is known which route they lead to. */
  readonly url?: string | undefined;
}

/** Why a request is refused for its head alone, or nothing. */
export function headProblem({ headers, rawHeaders, httpVersion, url }: RequestHead): Error | undefined {
  return encodedBody(headers) ?? zeroInAddress(url) ?? (rawHeaders && hostProblem(headers, rawHeaders, httpVersion));
}

/** Nothing here unpacks bodies, because a few kilobytes can be gigabytes. */
function encodedBody({ 'content-encoding': encoding }: IncomingHttpHeaders): Error | undefined {
  if (encoding === undefined || encoding.toLowerCase() === 'identity') return undefined;
  return ErrorTypes.BAD_REQUEST(
    'Compressed bodies are not read here; send the body without Content-Encoding.',
    { reason: 'unsupported_media_type', allowed: ['identity'] },
    { status: 415 },
  );
}

/** No address of ours has a U+0000, which Postgres could not look for. In a header Node itself refuses it. */
function zeroInAddress(url: string | undefined): Error | undefined {
  return url?.includes('%00') === true ? ErrorTypes.BAD_REQUEST('The address holds U+0000.') : undefined;
}

/** HTTP/1.1 asks for one `Host` (RFC 9112, 3.2). Node would refuse none of them without a body, and take the first of two. */
function hostProblem(
  { host }: IncomingHttpHeaders,
  rawHeaders: readonly string[],
  httpVersion: string | undefined,
): Error | undefined {
  if (host === undefined) {
    return httpVersion === '1.0' ? undefined : ErrorTypes.BAD_REQUEST('The request has no Host header; send one.');
  }
  const count = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host').length;
  return count > 1 ? ErrorTypes.BAD_REQUEST('The request has two Host headers; send one.') : undefined;
}
