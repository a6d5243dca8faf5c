import { functionWords } from '../language/function-words/by-script.ts';
import { primarySubtag } from '../language/scripts.ts';
import { likeliestOf } from '../language/short-texts.ts';
import { foldedWords, words } from '../text/words.ts';

/** More words find nothing in a stock library. */
const MOST_SEARCH_WORDS = 6;
/** What code takes of a longer text. */
const WORDS_TAKEN = 4;

/** Words about the camera and the look, which stock libraries do not index. */
const CAMERA_WORDS = new Set(
  'camera shot close closeup up view scene showing shows shown sees video wide angle side above detail person photo photograph photography cinematic realistic image picture footage light lighting natural soft bright daylight shallow depth field rich clean background vertical frame style roll broll footage stock clip search query http https www'.split(
    ' ',
  ),
);

/** Flags and weights of image models: `--ar 16:9`, `—v 6`, `::2`. */
const FLAGS = /\s*(?:--|[–—])[a-z]+(?:\s+[\w:./-]+)?|::-?[\d.]+/giu;

/** What may stand between words of a search. */
const PLAIN = /^[\p{Script=Latin}\p{M}\p{N} &'’-]+$/u;

/** `cup -table`, `coffee OR tea` */
const OPERATOR = /(?:^|\s)-\p{L}|(?<=\s)(?:OR|AND|NOT)(?=\s)/u;

/** What models write where they have no words. */
const SAYS_NOTHING =
  /^(?:n\/?a|none|null|nil|nothing|undefined|tbd|todo|string|text|query(?:_en)?|placeholder|\.+|-+)$/iu;

/** Latin letters that no English word has, not even one that came from elsewhere, as "café" and "jalapeño" did. */
const UNENGLISH_LETTERS = /(?![a-zâçéèêïñöûü])\p{Script=Latin}/iu;

/**
 * What makes a query no English search; undefined where it is one. A language is told by its letters, by words that join
 * others, and, where those are missing and the English texts beside the query have none of its words, by `spoken`, the
 * narration that all of them were taken from, or by its n-grams.
 */
export function searchFault(query: string, language: string, spoken: string, english: string): string | undefined {
  const list = words(query);
  if (list.length === 0 || SAYS_NOTHING.test(query.trim())) return 'it is empty';
  if (!PLAIN.test(query)) return 'only Latin letters, figures and spaces can be searched';
  if (OPERATOR.test(query)) return 'operators of search engines mean nothing there';
  if (list.length > MOST_SEARCH_WORDS) return `it has ${list.length} words`;
  return isForeign(query, language, spoken, english) ? 'it is not English' : undefined;
}

function isForeign(query: string, language: string, spoken: string, english: string): boolean {
  const primary = primarySubtag(language);
  if (primary === 'en') return false;
  const own = functionWords(primary);
  const inEnglish = functionWords('en');
  if (UNENGLISH_LETTERS.test(query)) return true;
  const list = query.toLowerCase().split(' ');
  if (list.some((word) => own.has(word) && !inEnglish.has(word))) return true;
  const folded = foldedWords(query);
  const isIn = (text: string) => (word: string) => foldedWords(text).includes(word);
  if (folded.some(isIn(english))) return false;
  return folded.every(isIn(spoken)) || likeliestOf(query, 'en') === primary;
}

/** Two to four concrete words of an English text; empty where it is not in Latin letters. */
export function searchWordsOf(text: string): string {
  if (SAYS_NOTHING.test(text.trim())) return '';
  const plain = text.replace(FLAGS, ' ').toLowerCase();
  if (/\p{L}/u.test(plain.replace(/\p{Script=Latin}/gu, ''))) return '';
  const content = words(plain).filter(
    (word) => word.length > 2 && /\p{L}/u.test(word) && !functionWords('en').has(word) && !CAMERA_WORDS.has(word),
  );
  return (content.length === 0 ? words(plain) : [...new Set(content)]).slice(0, WORDS_TAKEN).join(' ');
}
