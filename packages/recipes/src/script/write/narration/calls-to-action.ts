import { primarySubtag } from '../../../language/scripts.ts';
import { isImperative } from '../../../text/phrases/noun-phrases.ts';
import { deedVerbs } from '../../../text/visible-deeds/deed-verbs.ts';
import { topicsDeed } from '../../telling/topics-deed.ts';

/** What may stand before what one is to do: "Next time you brew, …", "Tonight, …", "If you have a cat, …". */
const WHEN = /^(?:so,? |now,? |and )?(?:next time|tonight|tomorrow|today|this weekend|if you)\b[^,]*,\s*/i;
/** What one is to do without an imperative; "today" alone announces: "Today, we learn …". */
const OFFER = /^(?:so |now |and )?(?:you (?:can|could|might|should)|why not)\b/i;

/** What is to be tried stands at the end of a video, and not also before it. */
const TRIAL = /^(?:so,? |now,? |and |finally,? )?(?:(?:[^,.;]{1,60}, )?(?:try|experiment with)|next time you)\b/i;

/** Whether an English sentence is a closing call in the wrong place: "Try different beans." */
export function isTrial(sentence: string, language: string): boolean {
  return primarySubtag(language) === 'en' && TRIAL.test(sentence);
}

/**
 * Whether a sentence asks the viewer to do something. Known of English alone, where the form of a verb is read;
 * elsewhere the last words of a script are taken for its call.
 */
export function callsToAction(sentence: string, language: string): boolean {
  if (primarySubtag(language) !== 'en') return true;
  const deed = sentence.replace(WHEN, '');
  if (isImperative(deed) || OFFER.test(deed) || TRIAL.test(deed)) return true;
  // Behind "Next time you see one, …" the tagger does not find every order.
  return deed !== sentence && beginsWithOrder(deed);
}

const ORDER =
  /^(?:(?:please|just|simply|gently|always) )?(?:ask|avoid|choose|comment|compare|count|find|follow|get|give|go|keep|learn|leave|let|listen|look|make|notice|pay|remember|save|see|set|share|show|spend|start|stop|take|tell|think|try|use|watch)\b/iu;

/** "Water flows" is none, "water the plants" is one. */
const DONE_TO = /^\p{L}+(?= (?:a|an|the|your|some|this|it|them|up|down|off|out|in|on|over)\b)/iu;

function beginsWithOrder(deed: string): boolean {
  const [first = ''] = DONE_TO.exec(deed) ?? [];
  return ORDER.test(deed) || deedVerbs(first).some(({ form }) => form === 'base');
}

/** "Try different types of headphones." fits any video of headphones, and "Do some research" any at all. */
const ANY_CALL =
  /^(?:so,? |now,? |and )?(?:(?:try|choose|use|explore|consider|look at|check out|buy|experiment with|learn(?: more)? about|think about)(?: out)?(?: some| many| a few)? (?:different|various|other|new|several|more)(?: (?:types|kinds|brands|models|forms|styles|ways|options|varieties)(?: of)?)?(?: [\p{L}-]+){0,4}|(?:do|make) (?:some|your) research(?: [\p{L}-]+){0,4}|learn more(?: about [^,.;]+)?)[.!]?$/iu;

/** Whether an English call says nothing of this video. */
export function isAnyCall(call: string, language: string): boolean {
  return primarySubtag(language) === 'en' && ANY_CALL.test(call);
}

/** What the viewer is to do: "Purr", "try gently kneading it", "you can knead". */
const VIEWERS_DEED =
  /(?:^|\b(?:try|by|you|you can|you could|you should|yourself)\s+|,\s+)(?:to\s+)?(?:\p{L}+ly\s+)?(?!(?:try|by|you)\b)(?<deed>\p{L}+)/giu;

/** "Try to mimic a cat's purr". */
const MIMICS = /\b(?:mimic|imitate|copy|pretend)\b/iu;

/**
 * Whether an English call asks the viewer to do what the video's topic does: of "Why cats knead blankets" to knead one is
 * a joke, to watch a cat that kneads is none.
 */
export function asksForTopicsDeed(call: string, subject: string): boolean {
  const deed = topicsDeed(subject);
  if (deed === undefined) return false;
  const base = deed.verb.replace(/e?s?$/u, '');
  if (MIMICS.test(call) && call.toLowerCase().includes(base)) return true;
  return [...call.matchAll(VIEWERS_DEED)].some(({ groups }) => groups?.deed?.toLowerCase().startsWith(base) === true);
}
