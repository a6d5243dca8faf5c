import { foreignWord } from '../../language/scripts.ts';
import { spokenUnits, type Voice } from '../../speech/voice.ts';
import { closedText, isEnded, splitSentences } from '../../text/sentences.ts';
import { containment, phraseContainment } from '../../text/similarity.ts';
import { fixSpeech } from '../../text/speakable.ts';
import { words } from '../../text/words.ts';

/** What small models say about the text in place of the text. */
const ABOUT_THE_TEXT =
  /\b(?:the (?:narrator|speaker|voice|viewer|host)s?\b.{0,20}\b(?:says?|said|explains?|continues?|asks?|tells?|will)|in (?:this|today['’]s) (?:video|scene|step|part|script|section)|(?:this|the) (?:scene|script|section)|(?:last|first|final|next) (?:sentence|words)|(?:tell|ask|telling|asking) the (?:viewer|listener|friend)|(?:one|two|three|four|five|few|short|\d+) (?:short )?sentences?\b|(?:\d+|few) words?\b|list of things|sentence per|spoken english|as an ai|(?:please )?(?:provide|give) (?:me )?(?:the|more|some) (?:remaining|further|more|additional)?\s?(?:details|information|context)|(?:you (?:would|'d) like|want) me to (?:include|write|add)|(?:this|the) video (?:is|was|will|highlights?|shows?|explains?|covers?|teaches|discusses)\b|(?:find|found|watch|watching|enjoy) (?:this|the) video\b|this topic|i(?:['’]m| am) (?:surprised|amazed|glad)|we(?:['’]ll| will| are going to) (?:learn|talk|explore|look at|discuss|cover)|let me know (?:if|what)|is (?:an|one) (?:example|idea) of|word count|spoken words?|about \d+ words|(?:one|two|three|\d+) (?:or|to) (?:two|three|\d+) sentences)\b|^(?:sure|certainly|of course|okay|here(?:['’]s| is| are))\b[^.!?]*[:!]/i;

/** A sentence with this share of its phrases in what was said before repeats it. */
const REPEATS = 0.5;
/** A sentence with nearly all its words in the instruction echoes it. */
const ECHOES = 0.9;
const SHORTEST_ECHO = 5;

/** "the the", "of to": a small word said twice is a slip of the pen; "that that" and "had had" can be right. */
const DOUBLED = /(?<![\p{L}'’])(the|a|an|of|to|in|on|and|is|der|das|und|ist|zu|mit)\s+\1(?![\p{L}'’])/iu;

/**
 * The usable sentences of a small model's answer: markup taken away; remarks about the text, echoes of the instruction,
 * repetitions, slips into another script and an unfinished end taken away.
 */
export function usableSentences(
  answer: string,
  instruction: string,
  earlier: readonly string[],
  language: string,
): string[] {
  const kept: string[] = [];
  for (const sentence of finished(splitSentences(fixSpeech(withoutOpening(answer.trim()))).flatMap(withoutLabel))) {
    const before = [...earlier, ...kept];
    const repeats = phraseContainment(sentence, before.join('\n')) > REPEATS;
    const echoes = words(sentence).length >= SHORTEST_ECHO && containment(sentence, instruction) > ECHOES;
    const slips = foreignWord(sentence, language) !== undefined;
    if (!ABOUT_THE_TEXT.test(sentence) && !DOUBLED.test(sentence) && !repeats && !echoes && !slips) kept.push(sentence);
  }
  return kept;
}

/** Names of parts, greetings and the "yes" to our question, set before what is said; they are no words of the narration. */
const LABEL =
  /^(?:(?:i have a |here(?:['’]s| is) a )?(?:surprising|fun|interesting)(?: fact)?(?: about [^:.!?]{1,60})?|to[- ]do|what to do|next steps?|(?:after|before) it|the scene now|takeaways?|bottom line|hook|intro(?:duction)?|narrat(?:or|ion)|host|speaker|presenter|voice-?over|conclusion|call to action|(?:step|tip|mistake|part|scene|point) \d+)\s*[:–—-]\s*/i;
const GREETING = /^(?:(?:hi|hello|hey)(?: (?:there|everyone|friends?|guys|folks|my friend))?[!.,]|(?:yes|no),)\s*/i;

/** What is asked of it, set before what it says: "One thing viewers can do is to check the seal". */
const FORMULA =
  /^(?:so,? |now,? |and |finally,? )?(?:one|the) (?:small |simple |best |first )?thing (?:to do|(?:that )?(?:you|viewers|one|we|people) (?:can|could|should) (?:do|try))(?: (?:today|now|right now|at home|(?:about|to|for|if) [^,.;:!?]{1,70}?))?,? is (?:to )?(?=\p{Ll}+\b)(?!\p{Ll}+ing\b)/iu;

/** "One key surprise is that espresso …": what is announced is said. */
const ANNOUNCED =
  /^(?:one|another|the|a) (?:(?:key|interesting|surprising|important|useful|biggest|most|more|common) )*(?:surprise|fact|thing|detail|point)(?: (?:to know|about [^,.;:!?]{1,40}?))? is that /i;

/** "Oh, wow!" is said by nobody who has something to say. */
const INTERJECTION =
  /^(?:oh|wow|hey|well|okay|yes|yeah|great|sure|absolutely|surprise|guess what|good luck|isn['’]t (?:that|it)|cool)\b[^.]{0,24}[!.?]$/i;

/** "Sure! Here is the narration: …" begins after the colon. */
function withoutOpening(text: string): string {
  return text
    .replace(/^(?:sure|certainly|of course|okay)\b[^.!:\n]*[.!:]\s*/i, '')
    .replace(/^(?:here(?:['’]s| is| are)|the next sentence|next step)\b[^.!?\n]{0,80}:\s*/i, '');
}

/** The sentence without what stands before it; nothing where it was no more than that. */
function withoutLabel(sentence: string): string[] {
  const bare = sentence.replace(LABEL, '').replace(GREETING, '').replace(FORMULA, '').replace(ANNOUNCED, '');
  if (bare === '' || INTERJECTION.test(bare)) return [];
  return [bare === sentence ? sentence : bare.charAt(0).toUpperCase() + bare.slice(1)];
}

/** An answer that ran into its token limit ends inside a sentence; of a first sentence its whole clauses are kept. */
function finished(sentences: readonly string[]): readonly string[] {
  const last = sentences.at(-1);
  if (last === undefined || isEnded(last)) return sentences;
  return sentences.length > 1 ? sentences.slice(0, -1) : [closedText(last, 0) || `${last}.`];
}

/** As many of the sentences, from the first on, as come closest to the budget; at least one. */
export function closestToBudget(sentences: readonly string[], budget: number, voice: Voice): string[] {
  let best = sentences.slice(0, 1);
  let bestMiss = Number.POSITIVE_INFINITY;
  for (let count = 1; count <= sentences.length; count += 1) {
    const candidate = sentences.slice(0, count);
    const miss = Math.abs(spokenUnits(candidate.join(' '), voice) - budget);
    if (miss < bestMiss) [best, bestMiss] = [candidate, miss];
  }
  return best;
}

/** Sentences joined as the language writes them. */
export function joinSentences(sentences: readonly string[], voice: Voice): string {
  return sentences.join(voice.unit === 'characters' ? '' : ' ');
}
