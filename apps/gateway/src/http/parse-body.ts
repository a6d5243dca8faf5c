import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';
import { badRequest } from '../failure/gateway-error.ts';

/** Reads JSON bodies once: valid UTF-8, no `__proto__`, no half of a surrogate pair. */
export function parseJsonBodies(app: FastifyInstance): void {
  const parseText = app.getDefaultJsonParser('error', 'ignore');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    if (!isUtf8(body)) {
      done(badRequest('The request body is not valid UTF-8', 'request_body'));
      return;
    }
    const text = body.toString('utf8');
    if (hasLoneSurrogate(text)) {
      done(badRequest('The request body holds half of a surrogate pair (\\ud800 to \\udfff)', 'request_body'));
      return;
    }
    if (text.length > MOST_DEPTH && isDeeperThan(MOST_DEPTH, text)) {
      done(badRequest(`The request is nested too deeply: more than ${MOST_DEPTH} levels`, 'request_body'));
      return;
    }
    if (MAY_NAME_PROTOTYPE.test(text)) {
      void parseText(request, text, done);
      return;
    }
    try {
      done(null, JSON.parse(text));
    } catch {
      done(badRequest('The request body is not valid JSON', 'request_body'));
    }
  });
}

/** Far above any real request; vendors and whoever reads it next may walk it recursively. */
const MOST_DEPTH = 1000;

function isDeeperThan(most: number, text: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (letter === '"') isInString = !isInString;
    else if (isInString) at += letter === '\\' ? 1 : 0;
    else if (letter === '[' || letter === '{') depth++;
    else if (letter === ']' || letter === '}') depth--;
    if (depth > most) return true;
  }
  return false;
}

/** `__proto__`, or a letter of it written as an escape; only then the slower parser has to look. */
const MAY_NAME_PROTOTYPE = /__proto__|\\u00/;
const SURROGATE_ESCAPES = /(?:\\\\)*(\\u[dD][89a-fA-F][0-9a-fA-F]{2})/;
const WHOLE_PAIRS = /\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}/g;

/** Escapes only: what is written out was valid UTF-8 and so cannot be half of a pair. */
function hasLoneSurrogate(text: string): boolean {
  if (!text.includes('\\ud') && !text.includes('\\uD')) return false;
  const unescaped = text.replaceAll('\\\\', '');
  return SURROGATE_ESCAPES.test(unescaped.replaceAll(WHOLE_PAIRS, ''));
}
