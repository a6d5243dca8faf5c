import { wordSegmenter } from '../../language/word-segmenter.ts';
import { graphemes } from '../length/graphemes.ts';

/** Scripts of words of several letters that leave no space between them: a short word is a part of many others. */
const SOUTH_EAST_ASIAN = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * A term of so many characters is no part of another word by chance, and may be a name that ICU's dictionary does not
 * have; shorter ones have to be words by it.
 */
const LONG_TERM = 6;

/**
 * Whether a term stands in a text of a script without spaces, both in folded letters: between characters as readers see
 * them, and where it is short, between words: "ตา" not in "ตาม". In Chinese and Japanese every character begins a word.
 */
export function standsUnspaced(term: string, folded: string): boolean {
  const [wanted, text] = [recomposed(term), recomposed(folded)];
  const mustBeWord = SOUTH_EAST_ASIAN.test(wanted) && graphemes(wanted).length < LONG_TERM;
  let edges: ReadonlySet<number> | undefined;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    if (/^\p{M}/u.test(text.slice(end, end + 2))) continue;
    if (!mustBeWord) return true;
    edges ??= edgesOf(text);
    if (edges.has(at) && edges.has(end)) return true;
  }
  return false;
}

/** Thai and Lao AM, which folding takes apart and the dictionary has whole. */
function recomposed(text: string): string {
  return text.replaceAll('\u0E4D\u0E32', '\u0E33').replaceAll('\u0ECD\u0EB2', '\u0EB3');
}

/** Where words begin and end. */
function edgesOf(text: string): ReadonlySet<number> {
  const edges = Array.from(wordSegmenter('th').segment(text), ({ index }) => index);
  return new Set([...edges, text.length]);
}
