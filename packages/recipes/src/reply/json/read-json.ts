import type { z } from 'zod';
import { answerPart } from '../markup/answer-part.ts';
import { withoutEntities } from '../plain/entities.ts';
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
    const read = fit(whole.value, schema, { isPlain: !mayNotBePlain(reply), isForgiving: false });
    if (read.fits) return { found: 'fitting', data: read.data };
  }
  const said = whole === undefined ? answerPart(reply, strictRanges(reply)) : reply;
  if (said === '') return { found: 'nothing', text: said };
  const text = withBareMarks(said);
  const { pieces, isCut } = jsonCandidates(text);
  const values = [...pieces, ...(/^\s*"/.test(text) ? [text] : [])].flatMap(valueOf);
  return bestOf(values, schema) ?? { found: isCut ? 'cut' : 'none', text };
}

/** JSON whose own marks were encoded, or have characters beside them that nobody sees. */
function withBareMarks(text: string): string {
  const bare = text.replace(/(?<=[{[,:]\s*)[\u200B\u2060\uFEFF]+/gu, '');
  if (/\{\s*&(?:quot|#34);/.test(bare)) return withoutEntities(bare);
  return /^\s*%7B(?:%20|%0A)*%22/i.test(bare) ? withoutPercentSigns(bare) : bare;
}

function withoutPercentSigns(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A value that is read from a piece of the reply, whose texts may be plain. */
interface Piece {
  readonly value: unknown;
  readonly isPlain: boolean;
}

function valueOf(piece: string): Piece[] {
  const parsed = parseStrictly(piece) ?? parseLeniently(piece);
  return parsed === undefined ? [] : [{ value: parsed.value, isPlain: !mayNotBePlain(piece) }];
}

/** The first that fits as it stands, else the first that can be brought into shape, else what is wrong with the first. */
function bestOf(pieces: readonly Piece[], schema: z.ZodType): FoundJson | undefined {
  let nearest: FoundJson | undefined;
  for (const isForgiving of [false, true]) {
    for (const { value, isPlain } of pieces) {
      const read = fit(value, schema, { isPlain, isForgiving });
      if (read.fits) return { found: 'fitting', data: read.data };
      nearest ??= { found: 'other', value, error: read.error };
    }
  }
  return nearest;
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
