import { talkIn, type TalkPatterns } from './talk-patterns.ts';

/** Longer than this, who speaks of nothing else speaks of something. */
const LONGEST_TALK = 260;

/**
 * Whether a text declines and speaks of nothing but itself: of help, requests, topics and what may not be. Whatever its
 * wording, that is a refusal, for what was to be published would have a word of its subject.
 *
 * @param text in small letters, with straight apostrophes
 * @param topic what the text has to be about, where that is known: words that it shares are no talk
 */
export function isMadeOfTalk(text: string, script: string, topic: string): boolean {
  if (text.length > LONGEST_TALK) return false;
  const { languages, vocabulary } = talkIn(script);
  return vocabulary?.saysMoreThan(text) !== true && languages.some((patterns) => declinesAlone(text, patterns, topic));
}

function declinesAlone(text: string, patterns: TalkPatterns, topic: string): boolean {
  const { talk, declines } = patterns;
  if (!declines.test(text)) return false;
  const said = text.match(talk) ?? [];
  return !isAnythingLeft(text.replace(talk, ' '), patterns) && !said.some((word) => isOfTopic(word, topic));
}

/** Whether words are left that are neither talk nor function words. */
function isAnythingLeft(rest: string, { telling, small }: TalkPatterns): boolean {
  if (telling !== undefined) return (rest.match(telling) ?? []).length > 0;
  return (rest.match(/[\p{L}\p{M}']{2,}/gu) ?? []).some((word) => !small.has(word));
}

/** Shorter words of a topic are in every text. */
const SHORTEST_OF_TOPIC = 4;

function isOfTopic(word: string, topic: string): boolean {
  return word.length >= SHORTEST_OF_TOPIC && topic.toLowerCase().includes(word);
}
