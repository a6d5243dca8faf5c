import { primarySubtag } from '../../../language/scripts.ts';
import { ask, type Work } from '../../../port/effects.ts';
import { labelledLines } from '../../../prompts/labelled-lines.ts';
import { material } from '../../../prompts/material.ts';
import { askText, systemText } from '../../../prompts/prompt.ts';
import { splitSentences } from '../../../text/sentences.ts';
import { voiceOf, type DraftScene } from '../../draft.ts';
import { sourceOf } from '../../grounding.ts';
import { promisedEntries } from '../../telling/promised-entries.ts';
import { startsWithOrdinal } from '../../prompts/first-words.ts';
import { factChecker } from '../../prompts/fact-checker.ts';
import { isItTrue } from '../../prompts/small-asks.ts';
import type { FormatId, ScriptInput } from '../../schema.ts';
import { joinSentences } from '../../telling/spoken-lines.ts';
import { subjectOf } from '../../stand-ins.ts';
import { callsToAction } from './calls-to-action.ts';

/** Formats that say what is so. Stories and offers are nobody's knowledge, and news has what its sources say. */
const STATING: ReadonlySet<FormatId> = new Set(['educational', 'listicle', 'review', 'documentary', 'tutorial']);

/** Sentences of one script that are asked about; each takes a small model a second. */
const MOST_CHECKED = 24;

/**
 * Scenes without the sentences that the model, asked about each alone, does not hold true. The first sentence of an entry
 * says its name, which was asked about when it was named, and stays; where nothing is held true, so does the first of all.
 */
export function* heldTrue(scenes: readonly DraftScene[], input: ScriptInput): Work<DraftScene[]> {
  const kept: DraftScene[] = [];
  let checked = 0;
  for (const scene of scenes) {
    const said = splitSentences(scene.narration);
    const isOpen = checked < MOST_CHECKED && scene.role !== 'cta';
    const named = isEntry(said, input) ? 1 : 0;
    const held = isOpen ? [...said.slice(0, named), ...(yield* trueSentences(said.slice(named), input))] : said;
    checked += isOpen ? said.length : 0;
    const narration = joinSentences(held.length === 0 ? said.slice(0, 1) : held, voiceOf(input));
    if (held.length > 0 || isTopicOfList(scene, input)) kept.push({ ...scene, narration });
  }
  const [first] = scenes;
  if (kept.length > 0 || first === undefined) return kept;
  return [{ ...first, narration: splitSentences(first.narration)[0] ?? '' }];
}

/** A list is opened in the caller's own words. */
function isTopicOfList({ role }: DraftScene, input: ScriptInput): boolean {
  return role === 'hook' && promisedEntries(input) !== undefined;
}

/** Whether these are an entry that was promised: "Third, …". */
function isEntry([opening = '']: readonly string[], input: ScriptInput): boolean {
  return promisedEntries(input) !== undefined && startsWithOrdinal(opening);
}

/** Of the sentences those that are held true, or that state nothing that could be. */
export function* trueSentences(sentences: readonly string[], input: ScriptInput): Work<string[]> {
  const held: string[] = [];
  let isBehindGap = false;
  for (const sentence of sentences) {
    const isHeld = !statesSomething(sentence, input) || (yield* isHeldTrue(sentence, input));
    if (isHeld) held.push(isBehindGap ? withoutLink(sentence) : sentence);
    isBehindGap = !isHeld;
  }
  return held;
}

/** "Next, hot water is heated", behind what was left out: without the word that goes on from there. */
function withoutLink(sentence: string): string {
  const bare = sentence.replace(
    /^(?:next|then|also|however|therefore|as a result|because of this|additionally),\s+/i,
    '',
  );
  return bare === sentence ? sentence : bare.charAt(0).toUpperCase() + bare.slice(1);
}

/** Whether what is said can be held against what is known. In other languages the model was not tried as a checker. */
export function isChecked({ format, language }: ScriptInput): boolean {
  return STATING.has(format) && primarySubtag(language) === 'en';
}

function statesSomething(sentence: string, input: ScriptInput): boolean {
  if (!isChecked(input)) return false;
  const isGiven = sourceOf(sentence, input) !== undefined;
  return !isGiven && !/[?]["”]?$/u.test(sentence) && !callsToAction(sentence, input.language);
}

const ANSWER_TOKENS = 3;

/** Names of entries in the order in which they were given, those that the model does not hold true behind the others. */
export function* heldNamesFirst(names: readonly string[], count: number, input: ScriptInput): Work<readonly string[]> {
  if (!isChecked(input)) return names;
  const purpose = purposeOf(subjectOf(input));
  const [held, doubted]: [string[], string[]] = [[], []];
  for (const [at, name] of names.entries()) {
    if (held.length === count) return [...held, ...names.slice(at), ...doubted];
    if (yield* isHeldTrue(`${name}${purpose}.`, input)) held.push(name);
    else doubted.push(name);
  }
  return [...held, ...doubted];
}

/**
 * What ways and tips are for, " to make a flat quieter": by itself "use air conditioning" is never false, and as a way to
 * keep a house cool without it the 1.5B told it.
 */
function purposeOf(subject: string): string {
  return /\b(?:ways?|tips?|tricks?|ideas|methods)(?<purpose> to \p{L}[^.?!:;]*)/iu.exec(subject)?.groups?.purpose ?? '';
}

function* isHeldTrue(sentence: string, input: ScriptInput): Work<boolean> {
  const answer = yield* ask<string>({
    part: 'check',
    label: 'Checking what was said',
    system: systemText(factChecker, undefined),
    prompt: [
      labelledLines([
        ['Topic', input.prompt === undefined ? material(subjectOf(input)) : subjectOf(input)],
        ['Statement', material(sentence)],
      ]),
      askText(isItTrue, undefined),
    ].join('\n'),
    reply: { form: 'text' },
    maxTokens: ANSWER_TOKENS,
    temperature: 0,
    expected: () => 'Yes',
  });
  return !/^\W*no\b/iu.test(answer);
}
