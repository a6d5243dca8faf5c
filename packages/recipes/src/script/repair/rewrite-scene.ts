import { languageName } from '../../language/match.ts';
import { primarySubtag } from '../../language/scripts.ts';
import { ask, type Work } from '../../port/effects.ts';
import type { Finding } from '../../port/finding.ts';
import type { Circumstances } from '../../port/operation.ts';
import { splitSentences } from '../../text/sentences.ts';
import { substance } from '../../text/substance.ts';
import { includesPhrase } from '../../text/terms/terms.ts';
import { voiceOf, withScene, type ScriptDraft } from '../draft.ts';
import { isDoubtful } from '../telling/doubtful.ts';
import { sourceOf } from '../grounding.ts';
import { slotsFor } from '../plan.ts';
import { entryBegun, promisedEntries } from '../telling/promised-entries.ts';
import type { ScriptInput } from '../schema.ts';
import { tellingSentences } from '../telling/said-again.ts';
import { joinSentences, usableSentences } from '../telling/spoken-lines.ts';
import { briefFor, shortBrief } from '../write/brief.ts';
import { callsToAction } from '../write/narration/calls-to-action.ts';
import { noChange, type Change } from './change.ts';
import { systemFor } from '../prompts/system.ts';
import { labelledLines } from '../../prompts/labelled-lines.ts';
import { material } from '../../prompts/material.ts';
import { keepWords, onlyNarration, rewriteOneScene } from '../prompts/repair-asks.ts';
import { askText } from '../../prompts/prompt.ts';
import { faultsText } from '../../prompts/faults.ts';

/** A scene by its index, and what was found in it. */
interface FaultyScene {
  readonly index: number;
  readonly findings: readonly Finding[];
}

/** Asks for one scene's narration again; the rest of the script stands around it as context. */
export function* rewriteScene(
  draft: ScriptDraft,
  { index, findings }: FaultyScene,
  input: ScriptInput,
  context: Circumstances,
): Work<Change> {
  const voice = voiceOf(input);
  const units =
    slotsFor(
      draft.scenes.map(({ role }) => role),
      input.duration,
      voice,
    )[index]?.units ?? 1;
  const isSmall = context.strategy === 'staged';
  if (isSmall && isTooShortBySource(draft.scenes[index]?.narration, findings, input)) return noChange;
  const instruction = rewriteInstruction(draft, { index, findings }, `about ${units} ${voice.unit}`, input);
  const answer = yield* ask<string>({
    part: `scenes[${index}].narration`,
    label: `Rewriting scene ${index + 1} of ${draft.scenes.length}`,
    system: systemFor(input, context.strategy),
    prompt: `${isSmall ? shortBrief(input) : briefFor(input, 'single')}\n\n${instruction}`,
    reply: { form: 'text' },
    maxTokens: units * (isSmall ? 2 : 4) + (isSmall ? 40 : 400),
    temperature: 0.5,
  });
  const others = draft.scenes.flatMap((other, at) => (at === index ? [] : splitSentences(other.narration)));
  const sentences = isSmall
    ? tellingSentences(answer, '', others, input).filter((sentence) => isNewAndSure(sentence, others, input))
    : usableSentences(answer, '', others, input.language);
  const isCounted = entryOf(sentences[0], input) === entryOf(draft.scenes[index]?.narration, input);
  const lostCall = isSmall && endsInCall(draft.scenes[index]?.narration, input) && !endsInCall(sentences.at(-1), input);
  if (sentences.length === 0 || lostCall || (isSmall && !isCounted)) return noChange;
  return (before) => withScene(before, index, { narration: joinSentences(sentences, voice) });
}

/** What adds less than this (`substance`, 0 to 1) to the other scenes is said there already. */
const LEAST_SUBSTANCE = 0.2;

/** Whether a sentence of a small model can stand in a scene: told to make it longer it says what the others say. */
function isNewAndSure(sentence: string, others: readonly string[], input: ScriptInput): boolean {
  return !isDoubtful(sentence, input) && substance(sentence, others, input.language) >= LEAST_SUBSTANCE;
}

/** What a source says is said in its words, and grows no longer: told to, a small model wrote "After it: The bridge …". */
function isTooShortBySource(narration: string | undefined, findings: readonly Finding[], input: ScriptInput): boolean {
  const isOfLength = findings.every(({ name }) => name === 'scene_duration' || name === 'duration');
  const sentences = splitSentences(narration ?? '');
  return isOfLength && sentences.length > 0 && sentences.every((sentence) => sourceOf(sentence, input) !== undefined);
}

/** Whether the last sentence calls the viewer to something: made shorter, "try turning them off" came back as "they turn off". */
function endsInCall(narration: string | undefined, { language }: ScriptInput): boolean {
  const last = splitSentences(narration ?? '').at(-1);
  return last !== undefined && primarySubtag(language) === 'en' && callsToAction(last, language);
}

/** Which promised entry a scene begins: "First, …" that comes back as "Next, …" is counted no more. */
function entryOf(narration: string | undefined, input: ScriptInput): number | undefined {
  if (promisedEntries(input) === undefined) return undefined;
  return entryBegun(splitSentences(narration ?? '')[0] ?? '', input.language);
}

function rewriteInstruction(
  draft: ScriptDraft,
  { index, findings }: FaultyScene,
  length: string,
  input: ScriptInput,
): string {
  const narration = draft.scenes[index]?.narration ?? '';
  const before = draft.scenes[index - 1]?.narration;
  const after = draft.scenes[index + 1]?.narration;
  const kept = input.must_include.filter((phrase) => includesPhrase(narration, phrase));
  return [
    askText(rewriteOneScene, undefined),
    labelledLines([
      ['Its title', material(draft.title)],
      ['Before it', material(before)],
      ['The scene now', material(narration)],
      ['After it', material(after)],
    ]),
    `What is wrong: ${faultsText(findings)}`,
    ...kept.map((phrase) => askText(keepWords, { phrase })),
    askText(onlyNarration, { length, language: languageName(input.language) }),
  ].join('\n');
}
