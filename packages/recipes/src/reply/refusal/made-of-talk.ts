import { functionWords } from '../../language/function-words/by-script.ts';
import { primarySubtag, scriptsOf } from '../../language/scripts.ts';
import { talkWords } from './words/talk-words.ts';

/** Longer than this, who speaks of nothing else speaks of something. */
const LONGEST_TALK = 260;

/** Written without spaces, so that a word may begin anywhere. */
const UNSPACED: ReadonlySet<string> = new Set(['zh', 'ja', 'th']);

/** What of a text without spaces says something: in Japanese signs and foreign words, the rest being endings. */
const TELLING: Readonly<Record<string, RegExp>> = {
  ja: /[\p{Script=Han}\p{Script=Katakana}\p{Script=Latin}]/gu,
  ko: /[\p{Script=Hangul}\p{Script=Latin}]/gu,
  th: /\p{Script=Thai}|\p{Script=Latin}/gu,
  zh: /[\p{Script=Han}\p{Script=Latin}]/gu,
};

/**
 * Whether a text declines and speaks of nothing but itself: of help, requests, topics and what may not be. Whatever its
 * wording, that is a refusal, for what was to be published would have a word of its subject.
 *
 * @param text in small letters, with straight apostrophes
 * @param topic what the text has to be about, where that is known: words that it shares are no talk
 */
export function isMadeOfTalk(text: string, script: string, topic: string): boolean {
  if (text.length > LONGEST_TALK) return false;
  return Object.keys(talkWords).some(
    (language) => scriptsOf(language)?.includes(script) === true && declinesAlone(text, language, topic),
  );
}

function declinesAlone(text: string, language: string, topic: string): boolean {
  const { talk, declines } = patternsOf(language);
  if (!declines.test(text)) return false;
  const said = text.match(talk) ?? [];
  return !restOf(text.replace(talk, ' '), language) && !said.some((word) => isOfTopic(word, topic));
}

/** Whether words are left that are neither talk nor function words. */
function restOf(rest: string, language: string): boolean {
  const telling = TELLING[primarySubtag(language)];
  if (telling !== undefined) return (rest.match(telling) ?? []).length > 0;
  const small = functionWords(language);
  return (rest.match(/[\p{L}\p{M}']{2,}/gu) ?? []).some((word) => !small.has(word));
}

/** Shorter words of a topic are in every text. */
const SHORTEST_OF_TOPIC = 4;

function isOfTopic(word: string, topic: string): boolean {
  return word.length >= SHORTEST_OF_TOPIC && topic.toLowerCase().includes(word);
}

interface TalkPatterns {
  readonly talk: RegExp;
  readonly declines: RegExp;
}

const compiled = new Map<string, TalkPatterns>();

function patternsOf(language: string): TalkPatterns {
  let patterns = compiled.get(language);
  if (patterns === undefined) {
    const { talk = '', declines = '' } = talkWords[language] ?? {};
    const isUnspaced = UNSPACED.has(language);
    const stems = talk.split('|').toSorted((one, other) => other.length - one.length);
    patterns = {
      talk: new RegExp(isUnspaced ? stems.join('|') : wordsOf(stems), 'gu'),
      declines: new RegExp(`${isUnspaced ? '' : NO_WORD_BEFORE}(?:${declines})`, 'u'),
    };
    compiled.set(language, patterns);
  }
  return patterns;
}

const NO_WORD_BEFORE = '(?<![\\p{L}\\p{M}])';
const NO_WORD_BEHIND = '(?![\\p{L}\\p{M}])';

/** A short stem is a whole word, for much else begins as it does; the others take endings. */
function wordsOf(stems: readonly string[]): string {
  const [whole, open] = [stems.filter((stem) => isWhole(stem)), stems.filter((stem) => !isWhole(stem))];
  return `${NO_WORD_BEFORE}(?:(?:${open.join('|')})[\\p{L}\\p{M}'\u200C]{0,7}|${whole.join('|')})${NO_WORD_BEHIND}`;
}

/** Scripts that leave out vowels have shorter stems, and a syllable of Korean is two or three letters. */
function isWhole(stem: string): boolean {
  if (/\p{Script=Hangul}/u.test(stem)) return stem.length === 1;
  return stem.length <= (/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(stem) ? 3 : 2);
}
