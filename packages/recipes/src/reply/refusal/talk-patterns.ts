import { functionWords } from '../../language/function-words/by-script.ts';
import { scriptsOf } from '../../language/scripts.ts';
import { talkVocabulary, type TalkVocabulary } from './talk-vocabulary.ts';
import { talkWords } from './words/talk-words.ts';

/** What assistants say of their own work in one language. */
export interface TalkPatterns {
  /** A word of talk, with its ending. */
  readonly talk: RegExp;
  readonly declines: RegExp;
  /** Words that join others, which say nothing either. */
  readonly small: ReadonlySet<string>;
  /** What says something where words are not divided. */
  readonly telling: RegExp | undefined;
}

/** The same in every language of a script. */
export interface ScriptTalk {
  readonly languages: readonly TalkPatterns[];
  /** All their words, where all of them divide words. */
  readonly vocabulary: TalkVocabulary | undefined;
}

/** Written without spaces, so that a word may begin anywhere. */
const UNSPACED: ReadonlySet<string> = new Set(['zh', 'ja', 'th']);

/** What of a text without spaces says something: in Japanese signs and foreign words, the rest being endings. */
const TELLING: Readonly<Record<string, RegExp>> = {
  ja: /[\p{Script=Han}\p{Script=Katakana}\p{Script=Latin}]/gu,
  ko: /[\p{Script=Hangul}\p{Script=Latin}]/gu,
  th: /\p{Script=Thai}|\p{Script=Latin}/gu,
  zh: /[\p{Script=Han}\p{Script=Latin}]/gu,
};

const ofScripts = new Map<string, ScriptTalk>();

/** Made when the first text in the script may be talk. */
export function talkIn(script: string): ScriptTalk {
  let known = ofScripts.get(script);
  if (known === undefined) {
    const names = Object.keys(talkWords).filter((language) => scriptsOf(language)?.includes(script));
    const isDivided = names.every((language) => TELLING[language] === undefined);
    known = {
      languages: names.map(patternsOf),
      vocabulary: isDivided ? talkVocabulary(names.flatMap(stemsOf), isWhole, names.map(functionWords)) : undefined,
    };
    ofScripts.set(script, known);
  }
  return known;
}

function patternsOf(language: string): TalkPatterns {
  const { declines = '' } = talkWords[language] ?? {};
  const isUnspaced = UNSPACED.has(language);
  const stems = stemsOf(language).toSorted((one, other) => other.length - one.length);
  return {
    talk: new RegExp(isUnspaced ? stems.join('|') : wordsOf(stems), 'gu'),
    declines: new RegExp(`${isUnspaced ? '' : NO_WORD_BEFORE}(?:${declines})`, 'u'),
    small: functionWords(language),
    telling: TELLING[language],
  };
}

function stemsOf(language: string): string[] {
  return talkWords[language]?.talk.split('|') ?? [];
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
