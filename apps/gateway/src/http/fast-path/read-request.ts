import type { IncomingHttpHeaders } from 'node:http';
import { MOST_HEAD_BYTES } from '@showrunner/service';
import { KnownHead, type PlainHead } from './known-head.ts';

/** The request lines that are read here, each with what it leads to. */
export type RequestLines<Target> = ReadonlyMap<string, Target>;

/** The line of a POST to a path, as nearly all clients write it. */
export function postLine(path: string): string {
  return `POST ${path} HTTP/1.1`;
}

/** A request that is there whole. */
export interface WholeRequest<Target> {
  /** What its request line leads to. */
  readonly target: Target;
  readonly headers: IncomingHttpHeaders;
  readBody(): Buffer;
  /** Where it ends in the bytes that were read. */
  readonly end: number;
}

/** A request of which the head is there, and a part of the body. */
export interface ArrivingRequest {
  /** Where it ends, in bytes from its first one. */
  readonly end: number;
}

/** `incomplete` may still become such a request, its head is not there; `other` never will. */
export type Reading<Target> = WholeRequest<Target> | ArrivingRequest | 'incomplete' | 'other';

const LINE_END = '\r\n';
const HEAD_END = '\r\n\r\n';

/** One field line (RFC 9112, 5), in visible ASCII: no folding, no bare CR, LF or NUL, no space before the colon. */
const FIELD_LINE = /([!#$%&'*+\-.^_`|~0-9A-Za-z]+):[ \t]*([\x20-\x7e\t]*)\r\n/y;
const DIGITS = /^\d{1,7}$/;
/** What changes how a request is framed, or what may be said before it is answered. */
const NOT_HERE = ['transfer-encoding', 'expect', 'upgrade', 'trailer'];

/**
 * Reads a request of these lines that is written the way nearly all clients write it. Everything else is `other`, and is left to
 * Node's parser: other lines, HTTP/1.0, chunked bodies, fields that stand twice or are written strangely.
 * So nothing is read here that a proxy in front could read in two ways.
 *
 * @param known the last head of the same connection
 */
export function readRequest<Target>(
  bytes: Buffer,
  lines: RequestLines<Target>,
  known = new KnownHead<Target>(),
): Reading<Target> {
  const recognised = known.recognise(bytes);
  if (recognised) return readingOf(recognised, bytes);
  const headEnd = bytes.indexOf(HEAD_END);
  if (headEnd > MOST_HEAD_BYTES) return 'other';
  const head = bytes.toString('latin1', 0, headEnd === -1 ? MOST_HEAD_BYTES : headEnd + 2);
  const lineEnd = head.indexOf(LINE_END);
  const target = lineEnd === -1 ? undefined : lines.get(head.slice(0, lineEnd));
  if (target === undefined) return 'other';
  if (headEnd === -1) return bytes.length > MOST_HEAD_BYTES ? 'other' : 'incomplete';
  const headers = readFields(head, lineEnd + LINE_END.length);
  const length = headers && bodyLength(headers);
  if (!headers || length === undefined) return 'other';
  const start = headEnd + HEAD_END.length;
  known.learn(bytes, head, start, { target, headers });
  return readingOf({ target, headers, start, length }, bytes);
}

function readingOf<Target>({ target, headers, start, length }: PlainHead<Target>, bytes: Buffer): Reading<Target> {
  const end = start + length;
  return end > bytes.length ? { end } : { target, headers, readBody: () => bytes.subarray(start, end), end };
}

/** The fields by their names in lower case; nothing where a line is no plain field or a name stands twice. */
function readFields(head: string, from: number): IncomingHttpHeaders | undefined {
  const headers: IncomingHttpHeaders = {};
  let at = from;
  while (at < head.length) {
    FIELD_LINE.lastIndex = at;
    const field = FIELD_LINE.exec(head);
    if (!field) return undefined;
    const [line, name = '', value = ''] = field;
    const key = name.toLowerCase();
    // Whatever every object has (`constructor`, `__proto__`) counts as standing there already.
    if (headers[key] !== undefined) return undefined;
    headers[key] = value.trimEnd();
    at += line.length;
  }
  return headers;
}

/** How long the body is; nothing where that is not said plainly, or something asks for more than a plain answer. */
function bodyLength(headers: IncomingHttpHeaders): number | undefined {
  const { host, connection, 'content-length': length } = headers;
  if (host === undefined || length === undefined || !DIGITS.test(length)) return undefined;
  if (connection !== undefined && connection.toLowerCase() !== 'keep-alive') return undefined;
  for (const name of NOT_HERE) if (headers[name] !== undefined) return undefined;
  return Number(length);
}
