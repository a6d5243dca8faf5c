import { figuresIn, numbersIn, saidNumbersIn } from '../language/numbers/numbers-in.ts';
import { languageOfText } from '../language/of-text.ts';
import { primarySubtag } from '../language/scripts.ts';
import { splitSentences } from '../text/sentences.ts';
import { containmentIn, phraseContainment, wordSetOf } from '../text/similarity.ts';
import { contentStems } from '../text/substance.ts';
import { countCharacters, fold, foldedWords, words } from '../text/words.ts';
import { contradictedWords } from './contradicted.ts';
import { otherMonths } from './other-months.ts';
import type { ScriptInput } from './schema.ts';

/** A source that was supplied with its text, ready for claims to be held against. */
interface Ground {
  readonly id: string;
  readonly text: string;
  readonly language: string;
  readonly numbers: ReadonlySet<number>;
  readonly words: ReadonlySet<string>;
}

type Sources = ScriptInput['sources'];

/** What a source says; nothing where only its address is known, which nobody here reads. */
function saidBy({ title, text }: Sources[number]): string {
  return [title, text].filter((part) => part !== undefined).join('\n');
}

/** The languages that sources are written in: their numbers have to be loaded before claims are checked. */
export function sourceLanguages(sources: Sources): string[] {
  return sources.map((source) => languageOfText(saidBy(source)));
}

const grounds = new WeakMap<Sources, ReadonlyMap<string, Ground>>();

function groundsOf({ sources, language }: ScriptInput): ReadonlyMap<string, Ground> {
  let known = grounds.get(sources);
  if (known === undefined) {
    known = new Map(sources.map((source) => [source.id, groundOf(source, language)]));
    grounds.set(sources, known);
  }
  return known;
}

/** A short text looks like its neighbours: in Spanish news it is Spanish and not Galician. */
const NEIGHBOURS = [
  'es gl pt ca',
  'de nl lb af',
  'da no nb nn sv',
  'cs sk',
  'hr sr bs sl',
  'ru uk be bg mk sr',
  'id ms',
];

function groundOf(source: Sources[number], asked: string): Ground {
  const text = saidBy(source);
  const found = languageOfText(text);
  const own = primarySubtag(asked);
  const isNear = NEIGHBOURS.map((group) => group.split(' ')).some(
    (group) => group.includes(own) && group.includes(found),
  );
  const language = isNear ? asked : found;
  return { id: source.id, text, language, numbers: numbersIn(text, language), words: wordSetOf(text) };
}

/**
 * What a claim states and its source does not have: numbers in any digits and units, names, or where it has neither, or
 * speaks the source's language, its words; and words that say the opposite of what the source says. Empty where the
 * source bears it; only a person knows whether it is true.
 */
export function unsupported(claim: string, sourceId: string, input: ScriptInput): string[] {
  const ground = groundsOf(input).get(sourceId);
  if (ground === undefined || ground.text === '') return [claim];
  const numbers = [...statedNumbers(claim, input.language)].filter((number) => !ground.numbers.has(number));
  const names = namesIn(claim, input.language);
  const missing = [
    ...numbers.map(String),
    ...names.filter((name) => !hasName(ground, name)),
    ...otherMonths(claim, input.language, ground),
  ];
  if (missing.length > 0) return [...new Set(missing)];
  const isSame = primarySubtag(ground.language) === primarySubtag(input.language);
  const isCarried = isSame ? wordShare(claim, ground) >= LEAST_SHARE : names.length + numbersOf(claim, input) > 0;
  if (!isCarried) return [claim];
  const spoken = { text: claim, language: primarySubtag(input.language) };
  return contradictedWords(spoken, { text: ground.text, language: primarySubtag(ground.language) });
}

/** Less than this of a claim's words in its source, and the source speaks of something else. */
const LEAST_SHARE = 0.4;

/** Small numbers in words ("one of the best") and names of scales ("hundreds") claim nothing. */
const COUNTS_IN_WORDS = 20;
const SCALES: ReadonlySet<number> = new Set([100, 1000, 10_000, 100_000, 1_000_000, 100_000_000, 1_000_000_000]);

/** The numbers that a text claims: all in figures, and those in words that are more than a manner of speaking. */
export function statedNumbers(claim: string, language: string): ReadonlySet<number> {
  const spelled = [...saidNumbersIn(claim, language)].filter(
    (number) => number >= COUNTS_IN_WORDS && !SCALES.has(number),
  );
  return new Set([...figuresIn(claim, language), ...spelled]);
}

function numbersOf(claim: string, { language }: ScriptInput): number {
  return statedNumbers(claim, language).size;
}

/** Languages that write every noun with a capital, so that one says nothing. */
const CAPITAL_NOUNS: ReadonlySet<string> = new Set(['de', 'lb']);

/** Words with a capital inside (NASA, iPhone), and capitalised ones that begin no sentence. */
function namesIn(claim: string, language: string): string[] {
  const inner = words(claim).filter((word) => /\p{L}\p{Lu}/u.test(word));
  if (CAPITAL_NOUNS.has(primarySubtag(language))) return inner;
  const later = claim.match(/(?<=[\p{Ll}\p{N},;)'’"»”] )\p{Lu}[\p{L}\p{M}’'-]*/gu) ?? [];
  return [...new Set([...inner, ...later])];
}

/** Names take endings: "Roma" is in "Romas". */
const NAME_LETTERS = 5;

function hasName(ground: Ground, name: string): boolean {
  const own = fold(name).replace(/['’].*$/u, '');
  if (ground.words.has(own)) return true;
  const stem = own.slice(0, NAME_LETTERS);
  return own.length >= NAME_LETTERS && [...ground.words].some((word) => word.startsWith(stem));
}

/** The share of a claim's content words, by their stems, that its source has; characters where words are not divided. */
function wordShare(claim: string, ground: Ground): number {
  const own = contentStems(claim, ground.language);
  if (countCharacters(claim) > 0 || own.size === 0) return containmentIn(claim, ground.words);
  const known = contentStems(ground.text, ground.language);
  return [...own].filter((stem) => known.has(stem)).length / own.size;
}

/** A statement with this share of its phrases in a source was taken from there. */
const COPIED = 0.8;
/** Fewer words than these may stand anywhere. */
const SHORTEST_COPY = 5;

/** The source that a statement was taken from, word for word or nearly; undefined where it was not. */
export function sourceOf(statement: string, input: ScriptInput): string | undefined {
  if (input.sources.length === 0 || foldedWords(statement).length < SHORTEST_COPY) return undefined;
  const shares = [...groundsOf(input).values()].map(({ id, text }) => ({
    id,
    share: text === '' ? 0 : phraseContainment(statement, text),
  }));
  const [nearest] = shares.toSorted((one, other) => other.share - one.share);
  if (nearest !== undefined && nearest.share >= COPIED) return nearest.id;
  return [...groundsOf(input).values()].find((ground) => hasFiguresOf(statement, ground, input))?.id;
}

/** A statement of this share of a source's words, with the same figures, says what it says in another order. */
const SAME_WORDS = 0.8;
const LEAST_FIGURES = 2;

function hasFiguresOf(statement: string, ground: Ground, { language }: ScriptInput): boolean {
  if (primarySubtag(ground.language) !== primarySubtag(language)) return false;
  const figures = figuresIn(statement, language);
  return (
    figures.size >= LEAST_FIGURES && figures.isSubsetOf(ground.numbers) && wordShare(statement, ground) >= SAME_WORDS
  );
}

/**
 * The sentences of sources with figures of which none is spoken, one a source, in the script's language: what a
 * report of them would lack.
 */
export function sourcedFigures(narration: string, input: ScriptInput): string[] {
  const spoken = numbersIn(narration, input.language);
  return input.sources.flatMap(({ id, text = '' }) => {
    const { language, numbers } = groundsOf(input).get(id) ?? { language: '', numbers: new Set<number>() };
    const isSame = primarySubtag(language) === primarySubtag(input.language);
    if (!isSame || numbers.size === 0 || !numbers.isDisjointFrom(spoken)) return [];
    return splitSentences(text)
      .filter((sentence) => figuresIn(sentence, language).size > 0)
      .slice(0, 1);
  });
}

/** A sentence of a source with this share of its phrases in what is spoken was said. */
const SAID = 0.4;

/** The other sentences of news' sources that nobody spoke, in the script's language: what a short report has left to say. */
export function unsaidOfSources(narration: string, input: ScriptInput): string[] {
  if (input.format !== 'news') return [];
  return input.sources.flatMap(({ id, text = '' }) => {
    const language = groundsOf(input).get(id)?.language ?? '';
    if (primarySubtag(language) !== primarySubtag(input.language)) return [];
    return splitSentences(text).filter((sentence) => phraseContainment(sentence, narration) < SAID);
  });
}
