import { addressesIn } from '../contacts/addresses.ts';
import { graphemes } from './graphemes.ts';
import { measure, type LengthUnit } from './measure.ts';

const wordSegmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/**
 * The longest beginning of `text` that has at most `limit` in `unit` and ends with a whole word, without the
 * punctuation that would dangle. A single word that is too long is cut between graphemes, never inside one.
 */
export function trimAtWord(text: string, limit: number, unit: LengthUnit): string {
  if (measure(text, unit) <= limit) return text;
  const kept = fittingStart(wholeWords(text), limit, unit);
  return kept === '' ? longestStart(graphemes(text.trimStart()), limit, unit) : kept;
}

/** The text within several limits at once, cut as `trim` does. */
export function trimToAll(
  text: string,
  limits: readonly { readonly maximum: number; readonly unit: LengthUnit }[],
  trim = trimAtWord,
): string {
  return limits.reduce((kept, { maximum, unit }) => trim(kept, maximum, unit), text);
}

/** The longest start without a dangling end; where that counts more than before, as a cut address may, a shorter one. */
function fittingStart(pieces: readonly string[], limit: number, unit: LengthUnit): string {
  const start = longestStart(pieces, limit, unit);
  const kept = withoutDanglingEnd(start);
  return measure(kept, unit) <= limit ? kept : withoutDanglingEnd(longestStart(pieces, Math.floor(limit / 2), unit));
}

/**
 * The text in pieces that a cut may fall between: words, and addresses, half of which leads elsewhere. Burmese
 * dictionaries divide stacked letters, which are one grapheme.
 */
function wholeWords(text: string): string[] {
  const addresses = addressesIn(text);
  const ends = Array.from(wordSegmenter.segment(text), ({ index, segment }) => index + segment.length);
  const wordEnds = new Set(ends.filter((end) => !addresses.some((found) => found.start < end && end < found.end)));
  const pieces: string[] = [];
  let start = 0;
  let end = 0;
  for (const grapheme of graphemes(text)) {
    end += grapheme.length;
    if (!wordEnds.has(end)) continue;
    pieces.push(text.slice(start, end));
    start = end;
  }
  return pieces;
}

/** Like `trimAtWord`, but ends with a whole sentence when that keeps at least half of what fits. */
export function trimAtSentence(text: string, limit: number, unit: LengthUnit): string {
  if (measure(text, unit) <= limit) return text;
  const kept = trimAtWord(text, limit, unit);
  const lastEnd = Math.max(...['. ', '! ', '? ', '.\n', '。', '！', '？'].map((end) => kept.lastIndexOf(end)));
  return lastEnd >= kept.length / 2 ? kept.slice(0, lastEnd + 1).trimEnd() : kept;
}

/** What a trimmed text lost, as it stood there; empty where nothing was cut. */
export function cutAway(whole: string, kept: string): string {
  return whole.slice(whole.indexOf(kept) + kept.length).trim();
}

/** Joined pieces are measured together, because a unit may count a sequence other than the sum of its parts. */
function longestStart(pieces: readonly string[], limit: number, unit: LengthUnit): string {
  let fits = 0;
  let tooMany = pieces.length + 1;
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    if (measure(pieces.slice(0, middle).join(''), unit) <= limit) fits = middle;
    else tooMany = middle;
  }
  return pieces.slice(0, fits).join('');
}

function withoutDanglingEnd(text: string): string {
  return text.replace(/[\s,;:–—\-([{«“‘"'¿¡#@/&|]+$/u, '');
}
