import { ingOf } from '../../text/visible-deeds/deed-verbs.ts';
import { nounPhrases, topicPhrases, type NounPhrase } from '../../text/phrases/noun-phrases.ts';

/** What an English topic says that something does: of "Why cats purr" the cats, and "purr". */
interface TopicsDeed {
  readonly doer: NounPhrase;
  readonly verb: string;
}

/** Verbs that people and things share: how something works is nothing that it is seen doing. */
const SHARED_DEED =
  /^(?:works?|happens?|is|are|was|were|can|do|does|did|has|have|need|needs|want|wants|get|gets|make|makes)$/iu;

/** Undefined where the topic asks neither how nor why, or tells no deed of its own. */
export function topicsDeed(subject: string): TopicsDeed | undefined {
  const [doer] = topicPhrases(subject);
  const at = doer === undefined ? -1 : subject.indexOf(doer.text);
  if (doer === undefined || !/^(?:how|why)(?: do| does)? (?:the |a |an |your )?$/iu.test(subject.slice(0, at)))
    return undefined;
  const [verb = ''] = /\p{L}+/u.exec(subject.slice(at + doer.text.length)) ?? [];
  return verb === '' || SHARED_DEED.test(verb) ? undefined : { doer, verb: verb.toLowerCase() };
}

/** "Cats purring", "cats kneading blankets": of a thing that can be seen, with what it does to what can be seen as well. */
export function topicsDeedSeen(subject: string): string | undefined {
  const deed = topicsDeed(subject);
  if (deed?.doer.isVisible !== true) return undefined;
  const { doer, verb } = deed;
  const rest = subject.slice(subject.indexOf(doer.text) + doer.text.length + verb.length + 1).replace(/[\s.?!]+$/u, '');
  const does = `${doer.text} ${ingOf(baseOf(verb))}`;
  if (rest === '' || ADVERBIAL.test(rest)) return does;
  const thing = nounPhrases(rest).find(({ text, isVisible }) => isVisible && text === rest.trim());
  return thing === undefined ? undefined : `${does} ${thing.text}`;
}

/** Behind a deed that needs nothing done to: "rises without yeast". */
const ADVERBIAL = /^\s+(?:in|on|at|with|without|when|while|before|after|during|so|every|all|again)\b/iu;

function baseOf(verb: string): string {
  if (/(?:ss|x|z|ch|sh)es$/u.test(verb)) return verb.slice(0, -2);
  return verb.replace(/(?<=[^s])s$/u, '');
}
