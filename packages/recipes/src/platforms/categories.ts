import { primarySubtag } from '../language/scripts.ts';
import { fold, words as wordsOf } from '../text/words.ts';
import { categories, type CategoryId } from './category-ids.ts';
import { categoryWords } from './category-words/by-language.ts';

/** Where no subject leads: what explains something fits there. */
const DEFAULT_CATEGORY: CategoryId = '27';

/** What a category is told from: parts of a request, the weightier first. */
export interface Subject {
  readonly title: string;
  readonly keywords: readonly string[];
  readonly material: string;
  readonly language: string;
}

const TITLE_WEIGHT = 2;
const MATERIAL_CHARACTERS = 2_000;
/** A word that comes back says more, but not without end. */
const MOST_OF_A_TERM = 3;
/** Below this, or without this lead over the next one, no subject is clear. */
const LEAST_SCORE = 2;
const LEAST_LEAD = 1.2;
const PHRASE_WEIGHT = 2;

/** The category of the subject that a text's words speak of most, in its language and in English; else the default. */
export function categoryFor(subject: Subject): CategoryId {
  const scores = scoresOf(subject).toSorted(([, one], [, other]) => other - one);
  const [[best, score] = [DEFAULT_CATEGORY, 0], [, next] = [DEFAULT_CATEGORY, 0]] = scores;
  return score >= LEAST_SCORE && score >= next * LEAST_LEAD ? best : DEFAULT_CATEGORY;
}

function scoresOf({ title, keywords, material, language }: Subject): (readonly [CategoryId, number])[] {
  const heading = countTerms([title, ...keywords].join('\n'), language);
  const body = countTerms(material.slice(0, MATERIAL_CHARACTERS), language);
  return (Object.keys(categories) as CategoryId[]).map((id) => [
    id,
    (heading.get(id) ?? 0) * TITLE_WEIGHT + (body.get(id) ?? 0),
  ]);
}

type Counts = ReadonlyMap<CategoryId, number>;

/** How often a text has each category's words. */
function countTerms(text: string, language: string): Counts {
  const { exact, stems, inside } = termsIn(language);
  const found = new Map<Term, number>();
  const note = (term: Term | undefined, times = 1) => {
    if (term !== undefined && times > 0) found.set(term, Math.min(MOST_OF_A_TERM, (found.get(term) ?? 0) + times));
  };
  const folded = fold(text);
  for (const written of wordsOf(folded))
    for (const word of formsOf(written, language)) {
      note(exact.get(word));
      note(stems.get(word.slice(0, SHORTEST_STEM))?.find(({ text: stem }) => word.startsWith(stem)));
    }
  for (const term of inside) if (folded.includes(term.text)) note(term, folded.split(term.text).length - 1);
  const counts = new Map<CategoryId, number>();
  for (const [{ id, weight }, times] of found) counts.set(id, (counts.get(id) ?? 0) + times * weight);
  return counts;
}

/** Articles and prepositions that are written at a word, one or two of them. */
const WRITTEN_BEFORE: Readonly<Record<string, RegExp>> = {
  ar: /^(?:ال|لل|[وفبكل])(?=\p{L}{3})/u,
  he: /^[והבלמשכ](?=\p{L}{3})/u,
};

/** A word, and without what is written at it. */
function formsOf(word: string, language: string): readonly string[] {
  const before = WRITTEN_BEFORE[primarySubtag(language)];
  if (before === undefined) return [word];
  const bare = word.replace(before, '');
  return [...new Set([word, bare, bare.replace(before, '')])];
}

interface Term {
  readonly id: CategoryId;
  readonly text: string;
  /** A phrase tells more than a word. */
  readonly weight: number;
}

/** Words are looked up, stems by their first letters; phrases and unspaced scripts are searched for. */
interface TermIndex {
  readonly exact: ReadonlyMap<string, Term>;
  readonly stems: ReadonlyMap<string, readonly Term[]>;
  readonly inside: readonly Term[];
}

const SHORTEST_STEM = 3;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hangul}]/u;

/** Norwegian is written in two ways, with mostly the same words; Cantonese in Chinese characters. */
const SAME_WORDS: Readonly<Record<string, string>> = { nb: 'no', nn: 'no', yue: 'zh', cmn: 'zh' };

const indexes = new Map<string, TermIndex>();

function termsIn(language: string): TermIndex {
  const primary = SAME_WORDS[primarySubtag(language)] ?? primarySubtag(language);
  let index = indexes.get(primary);
  if (index === undefined) {
    index = indexOf([...new Set([primary, 'en'])].flatMap((name) => Object.entries(categoryWords[name] ?? {})));
    indexes.set(primary, index);
  }
  return index;
}

/** Of the lists `physic* atom game_theory`: `*` marks a stem, `_` is the space of a phrase. */
function indexOf(lists: readonly (readonly [id: string, words: string])[]): TermIndex {
  const exact = new Map<string, Term>();
  const stems = new Map<string, Term[]>();
  const inside: Term[] = [];
  for (const [id, list] of lists)
    for (const written of list.split(' ')) {
      const text = fold(written.replaceAll('_', ' ').replace(/\*$/, ''));
      const term: Term = { id: id as CategoryId, text, weight: text.includes(' ') ? PHRASE_WEIGHT : 1 };
      const start = text.slice(0, SHORTEST_STEM);
      if (text.includes(' ') || UNSPACED.test(text)) inside.push(term);
      else if (written.endsWith('*')) stems.set(start, [...(stems.get(start) ?? []), term]);
      else exact.set(text, term);
    }
  return { exact, stems, inside };
}
