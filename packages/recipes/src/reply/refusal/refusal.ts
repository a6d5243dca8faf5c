import { splitSentences } from '../../text/sentences.ts';
import { scriptShares } from '../../language/scripts.ts';
import { isMadeOfTalk } from './made-of-talk.ts';
import { patternsIn, type RefusalPatterns } from './patterns.ts';

/** A refusal says no in its first sentences; this much of a text is looked at for it. */
const BEGINNING = 700;
/** And this much for its first letters. */
const OPENING = 300;
const LATEST_REFUSING_SENTENCE = 2;

/** Who goes on for longer than this has written something. */
const LONGEST_REFUSAL = 1_200;

/** What is quoted of a refusal. */
const QUOTED_CHARACTERS = 200;

/**
 * The refusal that an answer is, plain or as the texts of a JSON value, in any language; undefined where it is none.
 *
 * @param topic what it has to be about, where that is known
 */
export function refusalIn(answer: unknown, topic = ''): string | undefined {
  return refusalAmong(answer, (text) => isRefusal(text, topic));
}

/** The same of an answer that grows, each of whose texts is judged once. */
export function watchRefusal(): (answer: unknown) => string | undefined {
  const judged = new Map<string, boolean>();
  const says = (text: string): boolean => {
    const verdict = judged.get(text) ?? isRefusal(text, '');
    judged.set(text, verdict);
    return verdict;
  };
  return (answer) => refusalAmong(answer, says);
}

function refusalAmong(answer: unknown, says: (text: string) => boolean): string | undefined {
  const first = proseIn(answer, FIRST_TEXTS);
  const refusing = first.filter(says);
  const [refusal] = refusing;
  if (refusal === undefined) return undefined;
  const isAll = refusing.length * 2 >= first.length || isMost(proseIn(answer), says);
  return isAll ? refusal.slice(0, QUOTED_CHARACTERS) : undefined;
}

/** Title, logline, narration, picture: where half of the first texts refuse, nothing else was meant. */
const FIRST_TEXTS = 4;

function isMost(texts: readonly string[], says: (text: string) => boolean): boolean {
  const lengthOf = (some: readonly string[]) => some.reduce((sum, text) => sum + text.length, 0);
  return lengthOf(texts.filter(says)) * 2 >= lengthOf(texts);
}

/**
 * Texts that say something; names, tags, numbers and single words ("curiosity", the angle of a title) do not. A sign of
 * Chinese says as much as two letters.
 */
const SHORTEST_PROSE = 8;
const SEVERAL_WORDS = /\S\s+\S|\p{Lo}/u;
const DENSE = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Hangul}]/gu;

/** The texts of an answer that say something, in their order, the first `most` of them. */
export function proseIn(value: unknown, most = Infinity): string[] {
  const found: string[] = [];
  collectProse(value, found, most);
  return found;
}

/** The first text of each member that says something, the first `most` of them; of a list of tags none. */
export function firstProseIn(value: object, most: number): string[] {
  return Object.values(value)
    .filter((member) => !(Array.isArray(member) && member.every((item) => typeof item === 'string')))
    .flatMap((member) => proseIn(member, 1))
    .slice(0, most);
}

function collectProse(value: unknown, found: string[], most: number): void {
  if (found.length >= most) return;
  if (typeof value === 'string') {
    const text = value.trim();
    const isLong = text.length >= SHORTEST_PROSE || isDense(text);
    if (isLong && SEVERAL_WORDS.test(text)) found.push(text);
  } else if (typeof value === 'object' && value !== null) {
    for (const member of Object.values(value)) collectProse(member, found, most);
  }
}

function isDense(text: string): boolean {
  return text.length * 2 >= SHORTEST_PROSE && text.length + (text.match(DENSE)?.length ?? 0) >= SHORTEST_PROSE;
}

function isRefusal(text: string, topic: string): boolean {
  if (text.length > LONGEST_REFUSAL) return false;
  const beginning = text
    .slice(0, BEGINNING)
    .toLowerCase()
    .replaceAll(/[’‘ʼ`]/g, "'");
  const opening = beginning.slice(0, OPENING);
  const [script] = scriptShares(opening).keys();
  if (script !== undefined && !isDirectSpeech(beginning) && isMadeOfTalk(beginning, script, topic)) return true;
  const languages = patternsIn(script).filter(({ marks }) => marks.test(opening));
  if (languages.length === 0 || isDirectSpeech(beginning)) return false;
  const first = splitSentences(opening).slice(0, LATEST_REFUSING_SENTENCE + 1);
  const refusing = languages.filter((patterns) => first.some((sentence) => refuses(sentence, patterns)));
  if (refusing.length === 0) return false;
  const sentences = splitSentences(beginning);
  return refusing.some((patterns) => refusesIn(sentences, patterns));
}

/** Someone in a story says it. */
function isDirectSpeech(text: string): boolean {
  return /^["“„«「『]/u.test(text) && /["”“»」』]\s*[,.]?\s*[\p{L}\p{N}]/u.test(text.slice(1));
}

/** One of the first sentences refuses, excuses stand before it, and what else is said is less than that. */
function refusesIn(sentences: readonly string[], patterns: RefusalPatterns): boolean {
  const opening = sentences.slice(0, LATEST_REFUSING_SENTENCE + 1);
  const at = opening.findIndex((sentence) => refuses(sentence, patterns));
  if (at < 0) return false;
  if (!sentences.slice(0, at).every((sentence) => isBeside(sentence, patterns))) return false;
  let [own, other] = [0, 0];
  for (const sentence of sentences)
    if (refuses(sentence, patterns) || isBeside(sentence, patterns)) own += sentence.length;
    else other += sentence.length;
  return own >= other;
}

function refuses(sentence: string, { cannot, help, make, object, outright, said }: RefusalPatterns): boolean {
  if (said.test(sentence)) return false;
  if (outright.test(sentence)) return true;
  return cannot.test(sentence) && (help.test(sentence) || (make.test(sentence) && object.test(sentence)));
}

function isBeside(sentence: string, { beside, said }: RefusalPatterns): boolean {
  return beside.test(sentence) && !said.test(sentence);
}
