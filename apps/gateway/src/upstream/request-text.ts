import type { BodySource } from '../exchange/asked/body-source.ts';
import { UpstreamError, type UpstreamRequest } from './upstream.ts';

const NAME = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const VALUE = /^[\t\x20-\x7e]*$/;
/** What belongs to the connection is written here and nowhere else. */
const OURS = new Set(['connection', 'content-length', 'keep-alive', 'te', 'trailer', 'transfer-encoding', 'upgrade']);

/** A request as text, how the text becomes bytes, and what follows it in pieces. */
export interface RequestText {
  readonly text: string;
  readonly encoding: 'latin1' | 'utf8';
  readonly rest: BodySource | undefined;
}

/** A request as it goes out. Throws where a header cannot be sent. */
export function requestText({ method, path, headers, body }: UpstreamRequest, host: string): RequestText {
  const length = typeof body === 'string' ? Buffer.byteLength(body) : body.length;
  const framing = length === undefined ? 'transfer-encoding: chunked' : `content-length: ${length}`;
  let head = `${method} ${path} HTTP/1.1\r\nhost: ${headers.host ?? host}\r\nconnection: keep-alive\r\n${framing}\r\n`;
  for (const name in headers) {
    const value = headers[name] ?? '';
    if (OURS.has(name)) continue;
    if (!NAME.test(name) || !VALUE.test(value)) throw unsendable(name);
    if (name !== 'host') head += `${name}: ${value}\r\n`;
  }
  if (typeof body !== 'string') return { text: `${head}\r\n`, encoding: 'latin1', rest: body };
  // Text of ASCII alone is written faster as latin1.
  return { text: `${head}\r\n${body}`, encoding: length === body.length ? 'latin1' : 'utf8', rest: undefined };
}

/** The value is not named: it may be a key. */
function unsendable(name: string): UpstreamError {
  return new UpstreamError(
    'INVALID_HEADER',
    `The header ${JSON.stringify(name)} holds what HTTP does not allow: write it without line breaks and in ASCII`,
  );
}
