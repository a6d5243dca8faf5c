import type { z } from 'zod';
import { answerPart } from '../markup/answer-part.ts';
import { mayNotBePlain } from '../plain/plain-value.ts';
import { balancedParts } from './balanced.ts';
import { jsonCandidates } from './candidates.ts';
import { fit } from './fit.ts';
import { parseLeniently, parseStrictly, type Parsed } from './parse-json.ts';

/** What was found of the wanted JSON in a reply. `text` is what the reply says beside its thoughts. */
export type FoundJson =
  | { readonly found: 'fitting'; readonly data: unknown }
  | { readonly found: 'other'; readonly value: unknown; readonly error: z.ZodError }
  | { readonly found: 'cut' | 'none' | 'nothing'; readonly text: string };

/**
 * Finds JSON of the wanted shape in a reply, whatever is around it, and gives it with plain texts. Nearly every reply
 * is JSON and nothing else, and is read at once.
 */
export function readJson(reply: string, schema: z.ZodType): FoundJson {
  const whole = asWhole(reply);
  if (whole !== undefined) {
    const read = fit(whole.value, schema, !mayNotBePlain(reply));
    if (read.fits) return { found: 'fitting', data: read.data };
  }
  const text = whole === undefined ? answerPart(reply, strictRanges(reply)) : reply;
  if (text === '') return { found: 'nothing', text };
  const { pieces, isCut } = jsonCandidates(text);
  let nearest: Extract<FoundJson, { found: 'other' }> | undefined;
  for (const piece of [...pieces, ...(/^\s*"/.test(text) ? [text] : [])]) {
    const value = parseStrictly(piece) ?? parseLeniently(piece);
    if (value === undefined) continue;
    const read = fit(value.value, schema, !mayNotBePlain(piece));
    if (read.fits) return { found: 'fitting', data: read.data };
    nearest ??= { found: 'other', value: value.value, error: read.error };
  }
  return nearest ?? { found: isCut ? 'cut' : 'none', text };
}

function asWhole(text: string): Parsed {
  return /^\s*[{["]/.test(text) ? parseStrictly(text) : undefined;
}

/** Where JSON stands; a mark inside of it is text. */
function strictRanges(text: string): (readonly [number, number])[] {
  return balancedParts(text)
    .parts.filter(({ start, end }) => parseStrictly(text.slice(start, end)) !== undefined)
    .map(({ start, end }) => [start, end] as const);
}
