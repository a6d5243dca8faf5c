import { primarySubtag } from '../../language/scripts.ts';
import { countedThing, topicPhrases } from '../../text/phrases/noun-phrases.ts';

/** "How espresso works", "Why cats purr": says how or why something is, and teaches nobody to do it. */
const EXPLAINS = /^(?:how|why)\s(?!to\b)/iu;
/** Titles of videos that teach: "How to make espresso", "Making perfect espresso", "When to knead blankets". */
const TEACHES =
  /^(?:(?:how|when|where|ways?|tips?|the best way|a guide) to\b|(?:making|brewing|getting|learning|cooking|building|choosing|mastering)\b|(?:make|brew|get|learn|cook|build|choose|master) )|\b(?:how to|like a pro|tips (?:and|&) tricks|101)\b/iu;
/** "When old bridge reopens after two years": half a sentence. */
const HALF = /^when\s(?!(?:do|does|did|is|are|was|were|can|should|will|to)\b)[^,:]*$/iu;

/**
 * Whether an English title promises another kind of video than the working title: it teaches where that explains, counts
 * "things" where that counts ways, has the viewer do what the topic does ("When you knead the blanket"), or is half a
 * sentence.
 */
export function promisesAnother(title: string, working: string, language: string): boolean {
  if (primarySubtag(language) !== 'en') return false;
  if (HALF.test(title) && !/^when\b/iu.test(working)) return true;
  if (countsThings(title) && !countsThings(working)) return true;
  return EXPLAINS.test(working) && (TEACHES.test(title) || hasOtherDoer(title, working));
}

/** "Three things to make an apartment quieter": of ways, mistakes or plants it says less than the working title. */
function countsThings(title: string): boolean {
  return /\b(?:things|facts|stuff)$/iu.test(countedThing(title.toLowerCase()) ?? '');
}

/** "What your cat does when you knead the blanket", of why cats knead. */
function hasOtherDoer(title: string, working: string): boolean {
  const [doer] = topicPhrases(working);
  const at = doer === undefined ? -1 : working.indexOf(doer.text);
  const [verb = ''] = /\p{L}+/u.exec(at === -1 ? '' : working.slice(at + (doer?.text.length ?? 0))) ?? [];
  const base = verb.replace(/(?<=[^s])s$/iu, '');
  // How something works is nothing that viewers would do.
  return (
    base.length > 2 && base !== 'work' && new RegExp(`\\b(?:you|we|i|to) ${RegExp.escape(base)}\\b`, 'iu').test(title)
  );
}
