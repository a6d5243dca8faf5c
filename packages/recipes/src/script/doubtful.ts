import { numbersIn } from '../language/numbers/numbers-in.ts';
import { primarySubtag } from '../language/scripts.ts';
import { contentStems } from '../text/substance.ts';
import { statedNumbers } from './grounding.ts';
import type { ScriptInput } from './schema.ts';
import { subjectOf } from './stand-ins.ts';

/**
 * Whether a small model most likely made a sentence up: it states a figure that nobody gave it ("worked for 1,200
 * hours"), or likens what it speaks of to something that the video is not about ("like a dog barking"). Such sentences
 * are vivid and wrong; what is left without them is plain. A story may have figures of its own.
 */
export function isDoubtful(sentence: string, input: ScriptInput): boolean {
  return statesFigures(sentence, input) || comparesFar(sentence, input);
}

function statesFigures(sentence: string, input: ScriptInput): boolean {
  if (input.format === 'story' || input.format === 'vlog') return false;
  return !statedNumbers(sentence, input.language).isSubsetOf(givenNumbers(input));
}

const given = new WeakMap<ScriptInput, ReadonlySet<number>>();

/** The numbers of everything that the caller wrote. */
function givenNumbers(input: ScriptInput): ReadonlySet<number> {
  let known = given.get(input);
  if (known === undefined) {
    const {
      context = '',
      source_text = '',
      goal = '',
      cta = '',
      outline = [],
      must_include,
      keywords,
      sources,
    } = input;
    const read = sources.flatMap(({ title = '', text = '' }) => [title, text]);
    const texts = [
      subjectOf(input),
      context,
      source_text,
      goal,
      cta,
      ...outline,
      ...must_include,
      ...keywords,
      ...read,
    ];
    known = numbersIn(texts.join('\n'), input.language);
    given.set(input, known);
  }
  return known;
}

/** English: what follows is what something is likened to. "Such as" and "like to" liken nothing. */
const COMPARISON =
  /\b(?:similar to|(?:just|is|are|was|were|it['’]s|sounds?|looks?|feels?|smells?|tastes?|acts?|works?) like|like (?:an?|when|if)|as (?:if|though)|the same way (?:as|that)|reminds? (?:us|you|me|one) of)\b(?<other>[^.!?;]*)/iu;

function comparesFar(sentence: string, input: ScriptInput): boolean {
  if (primarySubtag(input.language) !== 'en') return false;
  const other = COMPARISON.exec(sentence)?.groups?.other;
  if (other === undefined) return false;
  const likened = contentStems(other, input.language);
  return likened.isDisjointFrom(contentStems(subjectOf(input), input.language));
}
