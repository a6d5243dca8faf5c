import type { IncomingHttpHeaders } from 'node:http';

/** About one connection (RFC 9110, 7.6.1), about bytes that were read here, and about the vendor's own server and origin. */
const KEPT_BACK =
  /^(connection|keep-alive|proxy-.+|te|trailer|transfer-encoding|upgrade|content-encoding|date|server|via|set-cookie|alt-svc|strict-transport-security|x-content-type-options|x-request-id|x-litellm-.+|access-control-.+)$/;

/** Bytes of a head that HTTP allows, each one character (RFC 9110, 5.5). */
const SENDABLE = /^[\t\x20-\x7e\x80-\xff]*$/;

/** Clients refuse heads of 16 KB, and what the gateway says of itself needs room. */
const MOST_CHARACTERS = 12 * 1024;

/** The head of a vendor's answer as lines, but for what is about its connection or its server. */
export function passedLines(headers: IncomingHttpHeaders): string {
  const isDecoded = headers['content-encoding'] !== undefined;
  let lines = '';
  for (const [name, value] of Object.entries(headers)) {
    if (typeof value !== 'string' || KEPT_BACK.test(name) || !SENDABLE.test(value)) continue;
    if (isDecoded && name === 'content-length') continue;
    const line = `${name}: ${value}\r\n`;
    if (lines.length + line.length <= MOST_CHARACTERS) lines += line;
  }
  return lines;
}
