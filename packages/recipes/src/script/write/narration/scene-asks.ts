import { primarySubtag } from '../../../language/scripts.ts';
import { expectedWords } from '../../../expected/expected-words.ts';
import { ask, type Work } from '../../../port/effects.ts';
import { spokenUnits, type Voice } from '../../../speech/voice.ts';
import { splitSentences } from '../../../text/sentences.ts';
import { shortBrief } from '../brief.ts';
import { isDoubtful } from '../../telling/doubtful.ts';
import { listsKinds } from '../../telling/neighbours.ts';
import { voiceOf } from '../../draft.ts';
import { tellingSentences } from '../../telling/said-again.ts';
import type { ScriptInput } from '../../schema.ts';
import { SMALL_TEMPERATURE } from '../writer.ts';
import { closestToBudget, joinSentences } from '../../telling/spoken-lines.ts';
import { systemFor } from '../../prompts/system.ts';
import { labelledLines } from '../../../prompts/labelled-lines.ts';
import { material } from '../../../prompts/material.ts';

/** A request to a small model for some sentences of one scene. */
interface SentencesAsk {
  readonly part: string;
  readonly label: string;
  /** What to write, in a sentence or two. */
  readonly instruction: string;
  /** The first words of the answer, where they are not the model's choice. */
  readonly begins?: string | undefined;
  /** What stands before it, the nearest last; none of it may come again. */
  readonly before: readonly string[];
  /** Wanted length in the voice's unit. */
  readonly units: number;
  /** Up to which length sentences are kept, where more than was asked for is welcome. */
  readonly room?: number;
  readonly input: ScriptInput;
}

export const TOKENS_PER_UNIT = { words: 1.5, characters: 1.3, letters: 0.5 } as const;
/** Room for an answer that runs on: what is too much is left out by code. */
const ROOM = 2;
const WORDS_PER_SENTENCE = 13;

/** The usable sentences of one answer, as many as come closest to the length; empty where there are none. */
export function* askSentences({
  part,
  label,
  instruction,
  begins,
  before,
  units,
  room = units,
  input,
}: SentencesAsk): Work<string> {
  const voice = voiceOf(input);
  const link = before.flatMap(splitSentences).slice(-2).join(' ');
  const answer = yield* ask<string>({
    part,
    label,
    system: systemFor(input, 'staged'),
    prompt: [
      `${shortBrief(input)}\n`,
      ...(link === '' ? [] : [labelledLines([['The narration before, which you must not repeat', material(link)]])]),
      `${instruction} ${lengthOf(units, voice)}`,
    ].join('\n'),
    ...(begins === undefined ? {} : { begins }),
    reply: { form: 'text' },
    maxTokens: Math.round(units * TOKENS_PER_UNIT[voice.unit] * ROOM) + 30,
    temperature: SMALL_TEMPERATURE,
    expected: () => expectedWords(input.language, before.length).speech(units, voice),
  });
  const earlier = before.flatMap(splitSentences);
  const usable = tellingSentences(answer, instruction, earlier, input);
  const sentences = usable.filter((sentence) => !isDoubtful(sentence, input) && !listsKinds(sentence, input));
  return joinSentences(closestToBudget(sentences, room, voice), voice);
}

/** Words that begin an answer, where they are of its language. */
export function inEnglish(begins: string, { language }: ScriptInput): string | undefined {
  return primarySubtag(language) === 'en' ? begins : undefined;
}

/** A length as a small model is told it. */
export function lengthOf(units: number, voice: Voice): string {
  if (voice.unit !== 'words') return `About ${Math.round(units)} ${voice.unit}.`;
  const count = Math.max(1, Math.round(units / WORDS_PER_SENTENCE));
  return `${count === 1 ? 'One sentence' : `${count} sentences`}, about ${Math.max(8, Math.round(units))} words.`;
}

/** What is missing of a text, in the voice's unit. */
export function missingUnits(text: string, units: number, voice: Voice): number {
  return Math.max(0, units - spokenUnits(text, voice));
}
