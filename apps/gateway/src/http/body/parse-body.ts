import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { badRequest } from '../../failure/gateway-error.ts';
import { JSON_CODE, skipString } from '../../json/json-text.ts';

/** Far above any real request; vendors and whoever reads it next may walk it recursively. */
const MOST_DEPTH = 1000;
/**
 * An ASCII letter as an escape, which may be one of `__proto__`, and the first half of a surrogate pair: looked for in
 * one pass, because text with many escapes is slow to search.
 */
const ODD_ESCAPES = /\\u(?:00|[dD])/;
const SURROGATE_ESCAPES = /(?:\\\\)*(\\u[dD][89a-fA-F][0-9a-fA-F]{2})/;
const WHOLE_PAIRS = /\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}/g;
const BYTE_ORDER_MARK = 0xef;

/**
 * Lets Fastify's routes read bodies the way the chat route does. Many clients announce JSON with each request, also where
 * there is no body: who needs one says so by its members.
 */
export function parseJsonBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (_request: FastifyRequest, body: Buffer) =>
    body.length === 0 ? undefined : parseJsonBody(body),
  );
}

/** Reads a JSON body: valid UTF-8, no `__proto__`, no half of a surrogate pair. Throws a 400 that says which it is. */
export function parseJsonBody(body: Buffer): unknown {
  if (!isUtf8(body)) throw unreadable('is not valid UTF-8');
  if (body[0] === BYTE_ORDER_MARK) throw unreadable('starts with a byte order mark; send UTF-8 without one');
  const text = body.toString('utf8');
  const hasOddEscapes = ODD_ESCAPES.test(text);
  if (hasOddEscapes && hasLoneSurrogate(text)) throw unreadable('holds half of a surrogate pair (\\ud800 to \\udfff)');
  if (opensMoreThan(MOST_DEPTH, text) && isDeeperThan(MOST_DEPTH, text)) {
    throw unreadable(`is nested too deeply: more than ${MOST_DEPTH} levels`);
  }
  // The name itself, or a letter of it written as an escape; only then each name has to be looked at.
  const mayNamePrototype = text.includes('__proto__') || (hasOddEscapes && text.includes('\\u00'));
  return mayNamePrototype ? parse(text, refusePrototype) : parse(text);
}

function parse(text: string, reviver?: (name: string, value: unknown) => unknown): unknown {
  try {
    return JSON.parse(text, reviver);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const place = /at position \d+/.exec(error.message);
    throw unreadable(`is not valid JSON${place ? ` (${place[0]})` : ''}`);
  }
}

function refusePrototype(name: string, value: unknown): unknown {
  if (name === '__proto__') throw unreadable('has a member named __proto__, which is not allowed');
  return value;
}

function unreadable(problem: string): Error {
  return badRequest(`The request body ${problem}`, 'request_body');
}

/** Whether that many arrays and objects begin in it at all; those in strings count too. Searched, because walking takes time. */
function opensMoreThan(most: number, text: string): boolean {
  let left = most;
  for (const opening of ['{', '[']) {
    for (let at = text.indexOf(opening); at !== -1; at = text.indexOf(opening, at + 1)) if (--left < 0) return true;
  }
  return false;
}

function isDeeperThan(most: number, text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case JSON_CODE.quote:
        at = skipString(text, at, text.length) - 1;
        break;
      case JSON_CODE.openBracket:
      case JSON_CODE.openBrace:
        if (++depth > most) return true;
        break;
      case JSON_CODE.closeBracket:
      case JSON_CODE.closeBrace:
        depth--;
    }
  }
  return false;
}

/** Escapes only: what is written out was valid UTF-8 and so cannot be half of a pair. */
function hasLoneSurrogate(text: string): boolean {
  const unescaped = text.replaceAll('\\\\', '');
  return SURROGATE_ESCAPES.test(unescaped.replaceAll(WHOLE_PAIRS, ''));
}
