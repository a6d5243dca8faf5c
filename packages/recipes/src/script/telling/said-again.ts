import { primarySubtag } from '../../language/scripts.ts';
import { contentStems } from '../../text/substance.ts';
import { foldedWords } from '../../text/words.ts';
import { isCircular } from './circular.ts';
import { withoutEmptyTalk } from './empty-talk.ts';
import { startsWithOrdinal } from '../prompts/first-words.ts';
import type { ScriptInput } from '../schema.ts';
import { usableSentences } from './spoken-lines.ts';
import { subjectOf } from '../stand-ins.ts';
import { tellingStems } from './telling-stems.ts';

/** The sentences of a small model's answer that can be used, say something, and say what was not said before. */
export function tellingSentences(
  answer: string,
  instruction: string,
  earlier: readonly string[],
  input: ScriptInput,
): string[] {
  const usable = usableSentences(answer, instruction, earlier, input.language).map(withoutOurWords);
  const telling = withoutEmptyTalk(usable, input.language).filter((sentence) => !isCircular(sentence, input.language));
  return withoutSaidAgain(telling, earlier, input);
}

/** "Start with the fact that surprises most", spoken: "…, which surprises most."; and what says nothing at a sentence's end. */
function withoutOurWords(sentence: string): string {
  const bare = sentence
    .replace(/,? which (?:may |might |often )?surprises? (?:most|many)(?: people| of us| viewers)?(?=[.!]?$)/iu, '')
    .replace(/, which is why (?:it|people|they|we) (?:do|does) (?:it|so|that|this)(?=[.!]?$)/iu, '')
    .replace(
      /, which (?:can be|is) an? (?:(?:amazing|fascinating|fun|great|interesting|unique)(?: and)? )+(?:experience|fact|observation|sight|thing)(?=[.!]?$)/iu,
      '',
    )
    .replace(
      /^the fact that surprises (?:most|many)(?: people| of us| viewers)?(?: about [^,.;:]{1,40}?)? is (?:that )?/iu,
      '',
    );
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}

/** A sentence that has this share of its words, those of the topic left out, in one that was said before says it again. */
const AGAIN = 0.8;
/** Fewer words beside the topic's are shared by chance. */
const LEAST_WORDS = 4;

/**
 * The sentences without those that say in other words what one of them, or one of `earlier`, said: "The most common
 * impurities in coffee are caffeine, sugar, and flavors" behind "Common impurities include caffeine, sugar, and flavors".
 */
export function withoutSaidAgain(
  sentences: readonly string[],
  earlier: readonly string[],
  input: ScriptInput,
): string[] {
  const topic = contentStems(subjectOf(input), input.language);
  const own = (sentence: string) => contentStems(sentence, input.language).difference(topic);
  const said = earlier.map(own);
  const told = [...earlier];
  return sentences.filter((sentence) => {
    const stems = own(sentence);
    const isAgain =
      (stems.size >= LEAST_WORDS && said.some((before) => stems.intersection(before).size >= AGAIN * stems.size)) ||
      addsNothing(sentence, told, input) ||
      told.some((before) => saysInSameWords(sentence, before, subjectOf(input)));
    if (!isAgain) {
      said.push(stems);
      told.push(sentence);
    }
    return !isAgain;
  });
}

/** So many words in a row are said again, and not by chance. */
const SAME_WORDS = 8;

/** "… because it helps activate the yeast and create a smooth, elastic texture" a second time, of something else. What the topic itself says may come again. */
function saysInSameWords(sentence: string, before: string, subject: string): boolean {
  const said = ` ${foldedWords(before).join(' ')} `;
  const topic = ` ${foldedWords(subject).join(' ')} `;
  const own = foldedWords(sentence);
  return own.some((_, at) => {
    const run = own.slice(at, at + SAME_WORDS);
    const text = ` ${run.join(' ')} `;
    return run.length === SAME_WORDS && said.includes(text) && !topic.includes(` ${run.slice(0, 4).join(' ')} `);
  });
}

/** Fewer telling words are said again by chance. */
const LEAST_TELLING = 2;

/**
 * "It's a simple and effective way for cats to keep their paws warm" behind "Cats knead to stretch and warm their paws":
 * every word of an English sentence that says something stands in one before it. Figures and entries that are counted stay.
 */
function addsNothing(sentence: string, told: readonly string[], input: ScriptInput): boolean {
  if (primarySubtag(input.language) !== 'en' || /\p{N}/u.test(sentence) || startsWithOrdinal(sentence)) return false;
  const topic = tellingStems(subjectOf(input));
  const own = tellingStems(sentence).difference(topic);
  return own.size >= LEAST_TELLING && told.some((before) => own.isSubsetOf(tellingStems(before)));
}
