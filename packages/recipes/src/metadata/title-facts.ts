import { spellNumbers } from '../speech/spoken-numbers.ts';
import { foldedWords, words } from '../text/words.ts';
import type { MetadataInput } from './schema.ts';

/** What a video says, ready for titles to be held against: its words, and its numbers as they are spoken. */
export interface Material {
  readonly text: string;
  readonly words: ReadonlySet<string>;
  readonly language: string;
}

const materials = new WeakMap<MetadataInput, Material>();

/** Everything that the titles of a request may speak of; made once for its checks and scores. */
export function materialFor(input: MetadataInput): Material {
  let material = materials.get(input);
  if (material === undefined) {
    material = materialOf([input.material, input.title, ...input.keywords].join('\n'), input.language);
    materials.set(input, material);
  }
  return material;
}

export function materialOf(text: string, language: string): Material {
  const spelled = spellNumbers(text, language);
  const all = spelled === text ? foldedWords(text) : [...foldedWords(text), ...foldedWords(spelled)];
  return { text, words: new Set(all), language };
}

/** Numbers and names in a title that the material does not have: a title may promise only what the video keeps. */
export function unsupported(title: string, { text, words: known, language }: Material): string[] {
  const numbers = (title.match(/\p{N}+(?:[.,]\p{N}+)*/gu) ?? []).filter((number) => {
    if (text.includes(number)) return false;
    return !foldedWords(spellNumbers(number, language)).every((word) => known.has(word));
  });
  const names = namesIn(title).filter(
    (name) => !foldedWords(name).every((word) => known.has(word) || known.has(singular(word))),
  );
  return [...numbers, ...names];
}

/**
 * Words that are names for certain: with capitals inside (NASA, iPhone, GPT-5); and, in titles that do not capitalise
 * every word, capitalised words after the first.
 */
function namesIn(title: string): string[] {
  const list = words(title);
  const inner = list.filter((word) => /\p{L}\p{Lu}/u.test(word));
  const later = list.slice(1).filter((word) => /\p{L}/u.test(word));
  const capitalised = later.filter((word) => /^\p{Lu}\p{Ll}/u.test(word));
  const isSentenceCase = capitalised.length <= later.length / 3;
  const isShouted = inner.length > list.length / 2;
  return [...(isShouted ? [] : inner), ...(isSentenceCase && !/[:?!.–—]/.test(title) ? capitalised : [])];
}

function singular(word: string): string {
  return word.replace(/(?:es|s)$/, '');
}
