import { figuresIn, numbersIn } from '../language/numbers/numbers-in.ts';
import { primarySubtag } from '../language/scripts.ts';
import { foldedWords, words } from '../text/words.ts';
import type { MetadataInput } from './schema.ts';

/** What a video says, ready for titles to be held against: its words, and the numbers that it states in any form. */
export interface Material {
  readonly words: ReadonlySet<string>;
  readonly numbers: ReadonlySet<number>;
  readonly language: string;
}

const materials = new WeakMap<MetadataInput, Material>();

/** Everything that the titles of a request may speak of; made once for its checks and scores. */
export function materialFor(input: MetadataInput): Material {
  let material = materials.get(input);
  if (material === undefined) {
    const { material: said, title, keywords, cta = '', language } = input;
    material = materialOf([said, title, ...keywords, cta].join('\n'), language);
    materials.set(input, material);
  }
  return material;
}

export function materialOf(text: string, language: string): Material {
  return { words: new Set(foldedWords(text)), numbers: numbersIn(text, language), language };
}

/** Numbers and names in a title that the material does not have: a title may promise only what the video keeps. */
export function unsupported(title: string, material: Material): string[] {
  const numbers = [...figuresIn(title, material.language).difference(material.numbers)].map(String);
  const names = namesIn(title, material.language).filter(
    (name) => !foldedWords(name).every((word) => isKnown(word, material.words)),
  );
  return [...numbers, ...names];
}

/** Languages in which every noun has a capital, so that a capital makes no name. */
const CAPITAL_NOUNS: ReadonlySet<string> = new Set(['de', 'lb', 'nds', 'gsw']);

/**
 * Words that are names for certain: with capitals inside (NASA, iPhone, GPT-5); and, in titles that do not capitalise
 * every word, capitalised words after the first.
 */
function namesIn(title: string, language: string): string[] {
  const list = words(title);
  const inner = list.filter((word) => /\p{L}\p{Lu}/u.test(word));
  const later = list.slice(1).filter((word) => /\p{L}/u.test(word));
  const capitalised = later.filter((word) => /^\p{Lu}\p{Ll}/u.test(word));
  const isSentenceCase = capitalised.length <= later.length / 3 && !CAPITAL_NOUNS.has(primarySubtag(language));
  const isShouted = inner.length > list.length / 2;
  return [...(isShouted ? [] : inner), ...(isSentenceCase && !/[:?!.–—]/.test(title) ? capitalised : [])];
}

/** A name has endings of its own in many languages: "в Москве" speaks of Москва. */
const SHORTEST_STEM = 4;
const LONGEST_ENDING = 3;

function isKnown(word: string, known: ReadonlySet<string>): boolean {
  if (known.has(word)) return true;
  const stem = word.slice(0, Math.max(SHORTEST_STEM, word.length - LONGEST_ENDING));
  return (
    [...known].some((other) => other.startsWith(stem) && Math.abs(other.length - word.length) <= LONGEST_ENDING) ||
    known.has(word.replace(/(?:es|s)$/, ''))
  );
}
