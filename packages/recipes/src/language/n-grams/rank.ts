import { wordsInScript } from '../function-words/by-script.ts';
import { nGramsOf, plainWords } from './n-grams-of.ts';
import { placeAt, weightAt, type RankedLanguage, type ScriptTable } from './table.ts';

/** How much a function word weighs beside the mean of a word's n-grams, which is 0 to 4. */
const WORD_WEIGHT = 0.35;

/** What a letter costs that the language does not have, and one that it has in foreign words alone; two count at most. */
const FOREIGN_LETTER = 2;
const RARE_LETTER = 1.4;
const MOST_FOREIGN_LETTERS = 2;

/** Only Spanish and Galician have these, and Galician may leave them out. */
const INVERTED_MARK = /[¿¡]/u;
const INVERTED_MARK_BONUS = 2;

/** Among small letters a word with a capital is likely a name, which tells half as much. */
const NAME_SHARE = 0.5;

/** How likely the languages of a script are those of a text. */
export interface LanguageRanking {
  readonly likeliest: string;
  readonly score: number;
  /** Of the one behind it; minus infinity where there is none. */
  readonly next: number;
  /** Of any of them; undefined of one that is not told apart there. */
  readonly scoreOf: (language: string) => number | undefined;
}

export function rankLanguages(text: string, script: string, table: ScriptTable): LanguageRanking {
  const scores = Float64Array.from(table.languages, ({ bias }) => bias);
  for (const { word, share } of tellingWords(text, script)) addScores(scores, scoresOfWord(word, script, table), share);
  if (script === 'Latn' && INVERTED_MARK.test(text)) {
    const spanish = table.languages.findIndex(({ language }) => language === 'es');
    if (spanish >= 0) scores[spanish] = (scores[spanish] ?? 0) + INVERTED_MARK_BONUS;
  }
  return rankingOf(scores, table);
}

function rankingOf(scores: Float64Array, { languages }: ScriptTable): LanguageRanking {
  let first = 0;
  let next = -Infinity;
  for (let place = 1; place < scores.length; place += 1) {
    const [score = 0, best = 0] = [scores[place], scores[first]];
    next = Math.max(next, Math.min(score, best));
    if (score > best) first = place;
  }
  return {
    likeliest: languages[first]?.language ?? 'en',
    score: scores[first] ?? 0,
    next,
    scoreOf: (language) => scores[languages.findIndex((one) => one.language === language)],
  };
}

/** By their places: pairs of places and scores would be made for each word anew. */
function addScores(scores: Float64Array, own: Float64Array, share: number): void {
  for (let place = 0; place < scores.length; place += 1)
    scores[place] = (scores[place] ?? 0) + (own[place] ?? 0) * share;
}

interface TellingWord {
  readonly word: string;
  readonly share: number;
}

/** Names of products (iPhone, TikTok) tell nothing where there is more; nor do Latin words among other letters. */
function tellingWords(text: string, script: string): readonly TellingWord[] {
  const all = plainWords(text);
  if (script !== 'Latn') {
    const own = all.filter((word) => !/\p{Script=Latin}/u.test(word));
    return own.map((word) => ({ word: word.toLowerCase(), share: 1 }));
  }
  const plain = all.filter((word) => !/\p{Ll}\p{Lu}/u.test(word));
  const words = plain.length > 0 ? plain : all;
  const hasSmall = words.some((word) => word.length > 3 && /^\p{Ll}/u.test(word));
  const shareOf = (word: string) => (hasSmall && /^\p{Lu}/u.test(word) ? NAME_SHARE : 1);
  return words.map((word) => ({ word: word.toLowerCase(), share: shareOf(word) }));
}

const scoresByTable = new WeakMap<ScriptTable, Map<string, Float64Array>>();

/** Prompts share most of their words. At 8 bytes a language this many take 2 MB. */
const MOST_WORDS_KEPT = 5_000;

function scoresOfWord(word: string, script: string, table: ScriptTable): Float64Array {
  let kept = scoresByTable.get(table);
  if (kept === undefined || kept.size >= MOST_WORDS_KEPT) {
    kept = new Map();
    scoresByTable.set(table, kept);
  }
  let scores = kept.get(word);
  if (scores === undefined) {
    scores = scoreWord(word, table, functionWordsOf(script, table.languages).get(word) ?? NOWHERE);
    kept.set(word, scores);
  }
  return scores;
}

/** What a word says for each language: the mean of its n-grams, more where it is a function word, less for strange letters. */
function scoreWord(word: string, table: ScriptTable, knowing: readonly number[]): Float64Array {
  const scores = new Float64Array(table.languages.length);
  const nGrams = nGramsOf(word);
  for (const nGram of nGrams) {
    const row = table.rows.get(nGram);
    if (row !== undefined) addRow(scores, row, 1 / nGrams.length);
  }
  const weight = WORD_WEIGHT * Math.log(1 + table.languages.length / knowing.length);
  for (const place of knowing) scores[place] = (scores[place] ?? 0) + weight;
  const foreign = Array.from(word).filter((letter) => !/[a-z']/.test(letter));
  if (foreign.length === 0) return scores;
  for (const [place, language] of table.languages.entries()) {
    scores[place] = (scores[place] ?? 0) - strangeness(foreign, language);
  }
  return scores;
}

/** Only leads count, so a language that lacks an n-gram gets nothing, and one that has it what it is ahead. */
function addRow(scores: Float64Array, row: string, part: number): void {
  const without = weightAt(row, 0);
  for (let at = 1; at < row.length; at += 2) {
    const place = placeAt(row, at);
    scores[place] = (scores[place] ?? 0) + (weightAt(row, at + 1) - without) * part;
  }
}

/** What letters beside a to z cost a language. */
function strangeness(letters: readonly string[], { letters: own, foreignLetters }: RankedLanguage): number {
  let cost = 0;
  for (const letter of letters) {
    if (!own.has(letter)) cost += foreignLetters.has(letter) ? RARE_LETTER : FOREIGN_LETTER;
  }
  return Math.min(cost, FOREIGN_LETTER * MOST_FOREIGN_LETTERS);
}

const placesByScript = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** Function words with the places of the languages that have them. */
function functionWordsOf(script: string, languages: readonly RankedLanguage[]): ReadonlyMap<string, readonly number[]> {
  let places = placesByScript.get(script);
  if (places === undefined) {
    places = placesOfWords(script, languages);
    placesByScript.set(script, places);
  }
  return places;
}

const NOWHERE: readonly number[] = [];

function placesOfWords(script: string, languages: readonly RankedLanguage[]): ReadonlyMap<string, readonly number[]> {
  const pairs = languages.flatMap(({ language }, place) =>
    [...(wordsInScript(script)[language]?.words ?? [])].map((word) => ({ word, place })),
  );
  const groups = [...Map.groupBy(pairs, ({ word }) => word)];
  return new Map(groups.map(([word, group]) => [word, group.map(({ place }) => place)]));
}
