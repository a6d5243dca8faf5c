import { numbersIn } from '../language/numbers/numbers-in.ts';
import { splitSentences } from '../text/sentences.ts';
import { words } from '../text/words.ts';
import type { ScriptInput } from './schema.ts';

const FEWEST_ENTRIES = 2;
/** More entries than these are figures of another kind: years, prices, distances. */
const MOST_ENTRIES = 15;
/** A promise stands at the beginning of a topic: "Five mistakes …", "The 3 best …". */
const PROMISE_WORDS = 3;

/** How many things the topic promises: "Five mistakes people make" promises five; undefined where it promises none. */
export function promisedEntries({ prompt = '', format, language }: Promise): number | undefined {
  const head = format === 'listicle' ? prompt : words(prompt).slice(0, PROMISE_WORDS).join(' ');
  return [...numbersIn(head, language)].find(
    (number) => Number.isInteger(number) && number >= FEWEST_ENTRIES && number <= MOST_ENTRIES,
  );
}

type Promise = Pick<ScriptInput, 'prompt' | 'format' | 'language'>;

/** An entry is counted where its sentence begins: "Third, …", "Mistake number four is …", „Zweitens …". */
const COUNTING_WORDS = 6;

/** The number of the entry that a sentence begins; undefined where it begins none. */
export function entryBegun(sentence: string, language: string): number | undefined {
  const head = words(sentence).slice(0, COUNTING_WORDS).join(' ');
  return [...numbersIn(head, language)].find((number) => number >= 1 && number <= MOST_ENTRIES);
}

/** Which of the promised entries are counted out loud. */
export function entriesCounted(narration: string, promised: number, language: string): ReadonlySet<number> {
  const begun = splitSentences(narration).map((sentence) => entryBegun(sentence, language));
  return new Set(begun.filter((number) => number !== undefined && number <= promised) as number[]);
}
