import { expectedWords } from '../../../expected/expected-words.ts';
import { primarySubtag } from '../../../language/scripts.ts';
import { ask, ifUsable, type Work } from '../../../port/effects.ts';
import { splitSentences } from '../../../text/sentences.ts';
import { sharesStem } from '../../../text/substance.ts';
import { voiceOf } from '../../draft.ts';
import { isDoubtful } from '../../telling/doubtful.ts';
import { listsKinds } from '../../telling/neighbours.ts';
import { promisedEntries } from '../../telling/promised-entries.ts';
import { systemFor } from '../../prompts/system.ts';
import { tellingSentences } from '../../telling/said-again.ts';
import type { ScriptInput } from '../../schema.ts';
import { closestToBudget, joinSentences } from '../../telling/spoken-lines.ts';
import { subjectOf } from '../../stand-ins.ts';
import { callsToAction } from './calls-to-action.ts';
import { TOKENS_PER_UNIT } from './scene-asks.ts';
import { PLAIN_TEMPERATURE } from '../writer.ts';

/** A narration that is to be gone on with. */
interface GoingOn {
  readonly part: string;
  readonly label: string;
  /** The question that it answers: the one by which it came about. */
  readonly prompt: string;
  /** What was said, the beginning of the answer. */
  readonly said: string;
  /** The next words behind it, where they are not the model's choice. */
  readonly tail: string;
  /** Everything that is spoken, in whatever scene; none of it may come again. */
  readonly spoken: readonly string[];
  /** Wanted length in the voice's unit. */
  readonly units: number;
  /** Up to which length sentences are kept: what the script lacks in all. */
  readonly room: number;
  readonly input: ScriptInput;
}

/** Room for an answer that runs on: what is too much is left out by code. */
const ROOM = 1.5;
/** More is evaluated and not needed to go on. */
const MOST_SENTENCES_BEFORE = 14;

/**
 * More of a narration, as its own next sentences: what was said is the beginning of the answer to the question that was
 * asked for it, so that the model goes on with its text and not with another. Empty where there is nothing usable.
 */
export function* goOn({ part, label, prompt, said, tail, spoken, units, room, input }: GoingOn): Work<string> {
  const voice = voiceOf(input);
  const before = joinSentences(splitSentences(said).slice(-MOST_SENTENCES_BEFORE), voice);
  const begins = tail === '' ? before : joinSentences([before, tail], voice);
  // A model that has said all it has to say answers with nothing.
  const answer = yield* ifUsable(
    ask<string>({
      part,
      label,
      system: systemFor(input, 'staged'),
      prompt,
      begins,
      reply: { form: 'text' },
      maxTokens: Math.round(units * TOKENS_PER_UNIT[voice.unit] * ROOM) + 30,
      temperature: PLAIN_TEMPERATURE,
      expected: () => expectedWords(input.language, spoken.length).speech(units, voice),
    }),
  );
  if (answer === undefined) return '';
  const fresh = withoutBeginning(answer, before);
  const earlier = spoken.flatMap(splitSentences);
  const sentences = tellingSentences(fresh, prompt, earlier, input)
    .flatMap((sentence) => withoutFiller(sentence, input))
    .filter((sentence) => !isDoubtful(sentence, input) && !listsKinds(sentence, input) && !isCall(sentence, input));
  const chosen = withoutOpenQuestion(closestToBudget(sentences, room, voice));
  const addition = joinSentences(chosen, voice);
  return sharesStem(addition, [subjectOf(input), ...spoken].join(' '), input.language) ? addition : '';
}

/** A model that was only told how to begin may say none of it. */
function withoutBeginning(answer: string, begins: string): string {
  return answer.startsWith(begins) ? answer.slice(begins.length).trim() : answer;
}

/** How a small model pads: said without them, or not at all. */
const JOINTS = /^(?:additionally|furthermore|moreover|in addition(?: to this)?|also|as well),\s+/iu;
const PADDING =
  /^(?:it(?:['’]s| is)? also (?:helps?|important|worth)|it(?:['’]s| is) (?:important|essential|crucial|worth)|remember\b|overall,|in (?:conclusion|summary|short)|to (?:summari[sz]e|sum up)|so,? (?:next time|remember)|you can also)\b/iu;

function withoutFiller(sentence: string, { language }: ScriptInput): string[] {
  if (primarySubtag(language) !== 'en') return [sentence];
  if (PADDING.test(sentence)) return [];
  const bare = sentence.replace(JOINTS, '');
  return [bare.charAt(0).toUpperCase() + bare.slice(1)];
}

/** What is asked of the viewer closes the video, and does not stand in its middle; steps are nothing else. */
function isCall(sentence: string, input: ScriptInput): boolean {
  const isAdvice = input.format === 'tutorial' || promisedEntries(input) !== undefined;
  return !isAdvice && primarySubtag(input.language) === 'en' && callsToAction(sentence, input.language);
}

/** A question that nothing answers. */
function withoutOpenQuestion(sentences: readonly string[]): readonly string[] {
  const isOpen = /[?？؟]["”]?$/u.test(sentences.at(-1) ?? '');
  return isOpen ? withoutOpenQuestion(sentences.slice(0, -1)) : sentences;
}
