import { createRequire } from 'node:module';
import type compromise from 'compromise/three';

let tagger: typeof compromise | undefined;

/** The tagger takes 30 MB and a third of a second to load, so it is loaded where something is written by a small model. */
export function taggerLoaded(): typeof compromise {
  tagger ??= createRequire(import.meta.url)('compromise/three') as typeof compromise;
  return tagger;
}

/** A word of an English text with the parts of speech that compromise takes it for: "Noun", "Plural", "PastTense". */
export interface TaggedWord {
  readonly text: string;
  /** What stands behind it: a space, a hyphen, a comma. */
  readonly after: string;
  readonly tags: ReadonlySet<string>;
}

interface ReadSentence {
  readonly terms: readonly { readonly text: string; readonly post: string; readonly tags: readonly string[] }[];
}

/** The words of an English text in order. */
export function taggedWords(text: string): TaggedWord[] {
  const sentences = taggerLoaded()(text).json() as readonly ReadSentence[];
  const terms = sentences.flatMap((sentence) => sentence.terms);
  return terms
    .filter((term) => term.text !== '')
    .map((term) => ({ text: term.text, after: term.post, tags: new Set(term.tags) }));
}

/** An English verb's forms: "vibrating" → "vibrate", "vibrates"; undefined where it is none. */
export function verbForms(verb: string): { readonly base: string; readonly third: string } | undefined {
  const view = taggerLoaded()(verb);
  view.tag('Verb');
  const [forms] = view.verbs().conjugate() as readonly Readonly<Record<string, string>>[];
  const { Infinitive: base = '', PresentTense: third = '' } = forms ?? {};
  return base === '' || third === '' ? undefined : { base, third };
}
