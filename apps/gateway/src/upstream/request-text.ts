import { UpstreamError, type UpstreamRequest } from './upstream.ts';

const NAME = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const VALUE = /^[\t\x20-\x7e]*$/;
/** What belongs to the connection is written here and nowhere else. */
const OURS = new Set(['connection', 'content-length', 'keep-alive', 'te', 'trailer', 'transfer-encoding', 'upgrade']);

export type RequestText = readonly [text: string, encoding: 'latin1' | 'utf8'];

/** A request as text, and how the text becomes bytes. Throws where a header cannot be sent. */
export function requestText({ method, path, headers, body }: UpstreamRequest, host: string): RequestText {
  const length = Buffer.byteLength(body);
  let head = `${method} ${path} HTTP/1.1\r\nhost: ${headers.host ?? host}\r\nconnection: keep-alive\r\ncontent-length: ${length}\r\n`;
  for (const name in headers) {
    const value = headers[name] ?? '';
    if (OURS.has(name)) continue;
    if (!NAME.test(name) || !VALUE.test(value)) throw unsendable(name);
    if (name !== 'host') head += `${name}: ${value}\r\n`;
  }
  // Text of ASCII alone is written faster as latin1.
  return [`${head}\r\n${body}`, length === body.length ? 'latin1' : 'utf8'];
}

/** The value is not named: it may be a key. */
function unsendable(name: string): UpstreamError {
  return new UpstreamError('INVALID_HEADER', `The header ${JSON.stringify(name)} holds what HTTP does not allow`);
}
