import { ApiError, ErrorTypes, invalidInput } from '@showrunner/errors';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { objectOf, type JsonMembers } from '../../json-members.ts';
import { unstorableText, withEscapedZeros } from './unstorable-text.ts';

/**
 * Reads bodies as JSON: by the JSON media types, and as plain `curl -d '{"prompt":"…"}'` sends them (a form's content
 * type) when they are JSON. Anything else is 415, anything unreadable 400.
 */
export function acceptJsonBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser<Buffer>('*', { parseAs: 'buffer' }, (request, bytes, done) => {
    const kind = bodyKind(request.headers['content-type']);
    if (kind === 'foreign') return done(unsupported(request), undefined);
    let text: string;
    try {
      text = withEscapedZeros(utf8.decode(bytes));
      // RFC 8259 §8.1 forbids sending one.
      if (text.startsWith(BYTE_ORDER_MARK)) throw unreadable('begins with a byte order mark', 'JSON without one');
      refuseDeepNesting(text);
    } catch (error) {
      return done(ApiError.isInstance(error) ? error : unreadable('is not valid UTF-8', 'JSON in UTF-8'), undefined);
    }
    void parseJson(request, text, (error, body: unknown) => {
      if (error)
        done(kind === 'form' && !/^\s*[{[]/.test(text) ? unsupported(request) : notJson(text, request), undefined);
      else done(unstorableText(text, body) ?? null, body);
    });
  });
}

/** The body of a request that must be an object. */
export function objectBody({ body }: FastifyRequest): JsonMembers {
  const members = objectOf(body);
  if (members) return members;
  throw unreadable(body === undefined ? 'is missing' : 'is not an object', 'a JSON object');
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const BYTE_ORDER_MARK = '\uFEFF';

function bodyKind(contentType: string | undefined): 'json' | 'form' | 'foreign' {
  const [name = '', ...parameters] = (contentType ?? '').toLowerCase().split(';');
  const type = name.trim();
  if (parameters.some((parameter) => /^\s*charset=(?!"?utf-?8"?\s*$)/.test(parameter))) return 'foreign';
  if (type === 'application/json' || /^application\/[\w.-]+\+json$/.test(type)) return 'json';
  return type === '' || type === 'application/x-www-form-urlencoded' || type === 'text/plain' ? 'form' : 'foreign';
}

/** No request of ours is this deep; more would only serve to exhaust the stack of whoever walks it. */
const MAX_DEPTH = 64;

function refuseDeepNesting(text: string): void {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) index = endOfString(text, index);
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      depth += 1;
      if (depth > MAX_DEPTH) throw unreadable('is nested too deeply', `at most ${MAX_DEPTH} levels`);
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) depth -= 1;
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/** The index of the quote that closes the string opened at `start`, or the end of the text. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end > 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end < 0 ? text.length : end;
}

function isEscaped(text: string, index: number): boolean {
  let backslashes = 0;
  while (text.charCodeAt(index - 1 - backslashes) === BACKSLASH) backslashes += 1;
  return backslashes % 2 === 1;
}

/** Says what a text is that Fastify's parser refused: its own errors name neither the place nor the cause. */
function notJson(text: string, { url }: FastifyRequest): ApiError {
  if (text === '') return unreadable('is empty', 'a JSON object');
  try {
    JSON.parse(text);
    const reason = 'has a member "__proto__" or "constructor.prototype"';
    // In a patch it is a value like others, which is readable and cannot be taken.
    return /\/revise\b/.test(url)
      ? invalidInput([{ path: '', reason, allowed: 'other names' }])
      : unreadable(reason, 'other names');
  } catch (error) {
    return unreadable(`is not valid JSON: ${error instanceof Error ? error.message : String(error)}`, 'a JSON object');
  }
}

function unreadable(reason: string, allowed: string): ApiError {
  return ErrorTypes.BAD_REQUEST(`The body ${reason}.`, { issues: [{ path: '', reason, allowed }] });
}

function unsupported({ headers }: FastifyRequest): ApiError {
  const sent = headers['content-type'] ?? 'none';
  const letters = /;\s*charset=/i.test(sent) ? ' in UTF-8' : '';
  return ErrorTypes.BAD_REQUEST(
    `The content type ${JSON.stringify(sent.slice(0, 100))} is not read here; send application/json${letters}.`,
    { reason: 'unsupported_media_type', allowed: ['application/json'] },
    { status: 415 },
  );
}
