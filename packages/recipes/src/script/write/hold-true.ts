import { primarySubtag } from '../../language/scripts.ts';
import { ask, type Work } from '../../port/effects.ts';
import { labelledLines } from '../../prompts/labelled-lines.ts';
import { material } from '../../prompts/material.ts';
import { askText, systemText } from '../../prompts/prompt.ts';
import { splitSentences } from '../../text/sentences.ts';
import { voiceOf, type DraftScene } from '../draft.ts';
import { sourceOf } from '../grounding.ts';
import { factChecker } from '../prompts/fact-checker.ts';
import { isItTrue } from '../prompts/small-asks.ts';
import type { FormatId, ScriptInput } from '../schema.ts';
import { joinSentences } from '../spoken-lines.ts';
import { subjectOf } from '../stand-ins.ts';
import { callsToAction } from './calls-to-action.ts';

/** Formats that say what is so. Stories and offers are nobody's knowledge, and news has what its sources say. */
const STATING: ReadonlySet<FormatId> = new Set(['educational', 'listicle', 'review', 'documentary', 'tutorial']);

/** Sentences of one script that are asked about; each takes a small model a second. */
const MOST_CHECKED = 24;

/**
 * Scenes without the sentences that the model, asked about each alone, does not hold true. Of an entry that was promised,
 * and of a hook, the first sentence stays.
 */
export function* heldTrue(scenes: readonly DraftScene[], input: ScriptInput): Work<DraftScene[]> {
  const kept: DraftScene[] = [];
  let checked = 0;
  for (const scene of scenes) {
    const said = splitSentences(scene.narration);
    const isOpen = checked < MOST_CHECKED && scene.role !== 'cta';
    const held = isOpen ? yield* trueSentences(said, input) : said;
    checked += isOpen ? said.length : 0;
    const narration = joinSentences(held.length === 0 ? said.slice(0, 1) : held, voiceOf(input));
    if (held.length > 0 || isNeeded(scene)) kept.push({ ...scene, narration });
  }
  return kept;
}

/** A hook opens a script, and what has its name on the screen already is an entry that was promised. */
function isNeeded({ role, on_screen_text: name }: DraftScene): boolean {
  return role === 'hook' || name !== '';
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

/** Known of English alone, where the form of a verb is read; in other languages the model was not tried as a checker. */
function statesSomething(sentence: string, input: ScriptInput): boolean {
  if (!STATING.has(input.format) || primarySubtag(input.language) !== 'en') return false;
  const isGiven = sourceOf(sentence, input) !== undefined;
  return !isGiven && !/[?]["”]?$/u.test(sentence) && !callsToAction(sentence, input.language);
}

const ANSWER_TOKENS = 3;

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
