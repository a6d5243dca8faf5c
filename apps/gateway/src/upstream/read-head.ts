import type { IncomingHttpHeaders } from 'node:http';
import { UpstreamError } from './upstream.ts';

/** How the body of an answer is framed, and what becomes of its connection. */
export interface Framing {
  readonly body: 'chunked' | 'until close' | number;
  /**
   * For how long the connection may wait for another request as far as the vendor says, in milliseconds: Infinity where it
   * does not; nothing where it may not.
   */
  readonly reusableMs: number | undefined;
}

export interface ResponseHead {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly framing: Framing;
}

const STATUS_LINE = /^HTTP\/1\.([01]) (\d{3})(?: [^\0\r\n]*)?\r\n/;
/** A field line (RFC 9112, 5): no folding, no bare CR, LF or NUL, no space before the colon. */
const FIELD_LINE = /([!#$%&'*+\-.^_`|~0-9A-Za-z]+):[ \t]*([^\0\r\n]*)\r\n/y;
/** One length, or the same one several times (RFC 9110, 8.6). */
const LENGTH = /^(\d{1,15})(?:, *\1)*$/;
const SWITCHING_PROTOCOLS = 101;
const WITHOUT_BODY = new Set([204, 304]);

/** What a peer announces is its own clock; the last second is left to it. */
const ANNOUNCED_MARGIN_SECONDS = 1;

/** Reads the head of an answer, its last line with its line end. Throws an `UpstreamError` where it is none. */
export function readAnswerHead(text: string): ResponseHead {
  const statusLine = STATUS_LINE.exec(text);
  if (!statusLine) throw malformed('its status line');
  const status = Number(statusLine[2]);
  if (status === SWITCHING_PROTOCOLS || status < 100) throw malformed('its status');
  const headers = readFields(text, statusLine[0].length);
  return { status, headers, framing: framingOf(status, headers, statusLine[1] === '1') };
}

/** By names in lower case; values of a name that stands several times are joined, as Node does. */
function readFields(text: string, from: number): IncomingHttpHeaders {
  const headers: Record<string, string> = {};
  let at = from;
  while (at < text.length) {
    FIELD_LINE.lastIndex = at;
    const field = FIELD_LINE.exec(text);
    if (!field) throw malformed('its headers');
    const [line, name = '', value = ''] = field;
    const key = name.toLowerCase();
    const before = Object.hasOwn(headers, key) ? headers[key] : undefined;
    headers[key] = before === undefined ? value.trimEnd() : `${before}, ${value.trimEnd()}`;
    at += line.length;
  }
  // Nothing here keeps cookies, and Node's type has a list for them.
  delete headers['set-cookie'];
  return headers;
}

/** RFC 9112, 6.3. */
function framingOf(status: number, headers: IncomingHttpHeaders, isOneOne: boolean): Framing {
  const { 'content-length': length, 'transfer-encoding': coding, connection = '' } = headers;
  const isKept = isOneOne && !/(?:^|,)\s*close\s*(?:,|$)/i.test(connection);
  const reusableMs = isKept ? idleMs(headers['keep-alive']) : undefined;
  if (WITHOUT_BODY.has(status)) return { body: 0, reusableMs };
  if (coding !== undefined) {
    if (coding.toLowerCase() !== 'chunked') throw malformed('its transfer coding');
    // With a length beside it somebody in between may have seen another end.
    return { body: 'chunked', reusableMs: length === undefined ? reusableMs : undefined };
  }
  if (length === undefined) return { body: 'until close', reusableMs: undefined };
  const digits = LENGTH.exec(length)?.[1];
  if (digits === undefined) throw malformed('its length');
  return { body: Number(digits), reusableMs };
}

function idleMs(keepAlive: string | string[] | undefined): number | undefined {
  const announced = typeof keepAlive === 'string' ? /timeout=(\d{1,6})/i.exec(keepAlive)?.[1] : undefined;
  if (announced === undefined) return Infinity;
  const seconds = Number(announced) - ANNOUNCED_MARGIN_SECONDS;
  return seconds <= 0 ? undefined : seconds * 1000;
}

export function malformed(part: string): UpstreamError {
  return new UpstreamError('MALFORMED_ANSWER', `The answer cannot be read: ${part} is not HTTP/1.1`);
}
