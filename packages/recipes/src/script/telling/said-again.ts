import { contentStems } from '../../text/substance.ts';
import { withoutEmptyTalk } from './empty-talk.ts';
import type { ScriptInput } from '../schema.ts';
import { usableSentences } from './spoken-lines.ts';
import { subjectOf } from '../stand-ins.ts';

/** The sentences of a small model's answer that can be used, say something, and say what was not said before. */
export function tellingSentences(
  answer: string,
  instruction: string,
  earlier: readonly string[],
  input: ScriptInput,
): string[] {
  const usable = usableSentences(answer, instruction, earlier, input.language).map(withoutOurWords);
  return withoutSaidAgain(withoutEmptyTalk(usable, input.language), earlier, input);
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
  return sentences.filter((sentence) => {
    const stems = own(sentence);
    const isAgain =
      stems.size >= LEAST_WORDS && said.some((before) => stems.intersection(before).size >= AGAIN * stems.size);
    if (!isAgain) said.push(stems);
    return !isAgain;
  });
}
