import { numbersIn } from '../../language/numbers/numbers-in.ts';
import { primarySubtag } from '../../language/scripts.ts';
import { contentStems } from '../../text/substance.ts';
import { statedNumbers } from '../grounding.ts';
import type { ScriptInput } from '../schema.ts';
import { subjectOf } from '../stand-ins.ts';

/**
 * Whether a small model most likely made a sentence up: it states a figure that nobody gave it ("worked for 1,200
 * hours"), likens what it speaks of to something that the video is not about ("like a dog barking"), denies in news
 * what no source denies, or brings back what the topic leaves out. Such sentences are vivid and wrong; what is left without them is plain. A story may have figures
 * of its own.
 */
export function isDoubtful(sentence: string, input: ScriptInput): boolean {
  return (
    statesFigures(sentence, input) ||
    comparesFar(sentence, input) ||
    deniesMore(sentence, input) ||
    bringsBack(sentence, input)
  );
}

/** What an English topic leaves out: "Keep a house cool without air conditioning". */
const LEFT_OUT =
  /\b(?:without|instead of|rather than)\s+(?:an?\s+|the\s+|any\s+|using\s+|buying\s+|your\s+)*(?<thing>[^,.;:!?]+)/iu;
/** What says of such a thing that it is not there, or is no way. */
const STAYS_OUT = /\b(?:without|instead|rather|not|no|never|unlike|than|replaces?|avoid|skip)\b|n['’]t\b/iu;

/** "Use air conditioning", as a way to keep a house cool without it: every word of what the topic leaves out, and no denial. */
function bringsBack(sentence: string, input: ScriptInput): boolean {
  if (primarySubtag(input.language) !== 'en') return false;
  const thing = LEFT_OUT.exec(subjectOf(input))?.groups?.thing;
  if (thing === undefined || STAYS_OUT.test(sentence)) return false;
  const left = contentStems(thing, input.language);
  return left.size > 0 && left.isSubsetOf(contentStems(sentence, input.language));
}

const DENIAL = /\b(?:not|never|no longer|nobody|none)\b|n['’]t\b/iu;

/** English news whose sources deny nothing: "the bridge did not carry trucks before" is what a model concludes. */
function deniesMore(sentence: string, { format, language, sources }: ScriptInput): boolean {
  if (format !== 'news' || sources.length === 0 || primarySubtag(language) !== 'en') return false;
  return DENIAL.test(sentence) && !sources.some(({ title = '', text = '' }) => DENIAL.test(`${title} ${text}`));
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
