import { foreignWord } from '../../language/scripts.ts';
import { ask, event, progress, type Work } from '../../port/effects.ts';
import { listEntries } from '../../text/lines.ts';
import { splitSentences } from '../../text/sentences.ts';
import { wordOverlap } from '../../text/similarity.ts';
import { fixSpeech } from '../../text/speakable.ts';
import { isStockTitle, withoutOpening, withoutStock } from '../../text/stock-phrases.ts';
import { trimAtWord } from '../../text/trim.ts';
import { words } from '../../text/words.ts';
import { shortBrief } from './brief.ts';
import { voiceOf, type DraftScene, type ScriptDraft } from '../draft.ts';
import { completeScenes } from './complete-scenes.ts';
import { expectedBeats } from './expected.ts';
import { withPictures } from './pictures.ts';
import { planScenes } from '../plan.ts';
import type { ScriptEvent } from '../events.ts';
import type { ScriptInput } from '../schema.ts';
import { toldScenes } from './told-scenes.ts';
import { SMALL_TEMPERATURE } from './writer.ts';
import { LOGLINE_CHARACTERS, subjectAsLogline, subjectAsTitle, TITLE_CHARACTERS } from '../stand-ins.ts';
import { PARTS_PER_ASK, writeParts } from './write-parts.ts';
import { systemFor } from '../prompts/system.ts';
import { planBeats } from '../prompts/small-asks.ts';
import { askText } from '../../prompts/prompt.ts';

/** Small asks, each with little to hold in mind: the words of a few scenes, what is missing of them, the pictures. */
export function* writeStaged(input: ScriptInput): Work<ScriptDraft, ScriptEvent> {
  const slots = planScenes(input, voiceOf(input));
  const beats = input.outline ?? (slots.length > PARTS_PER_ASK ? yield* askBeats(input, slots.length) : []);
  const parts = yield* writeParts(input, slots, beats);
  const spoken = yield* completeScenes(parts.scenes, slots, input);
  const pictured = yield* withPictures(spoken, input);
  yield* tell(pictured, input);
  return {
    title: titleOf(parts.title, input),
    logline: loglineOf(parts.logline, input),
    cta: pictured.findLast(({ role }) => role === 'cta')?.narration ?? input.cta ?? '',
    scenes: pictured,
    claims: pictured.flatMap(statementsOf),
  };
}

const BEAT_CHARACTERS = 120;

/** What each of many scenes is about, as plain lines: they cost a small model half of what JSON does. */
function* askBeats(input: ScriptInput, count: number): Work<readonly string[]> {
  yield progress(0, count, 'Planning');
  const answer = yield* ask<string>({
    part: 'plan',
    label: `Planning ${count} scenes`,
    system: systemFor(input, 'staged'),
    prompt: `${shortBrief(input)}\n\n${askText(planBeats, { count })}`,
    reply: { form: 'text' },
    maxTokens: 40 + count * 20,
    temperature: SMALL_TEMPERATURE,
    expected: () => expectedBeats(count, input),
  });
  return listEntries(answer)
    .map((line) => trimAtWord(fixSpeech(line).replace(ORDINAL, ''), BEAT_CHARACTERS, 'characters'))
    .filter((line) => words(line).length > 1 && foreignWord(line, input.language) === undefined)
    .filter((line, index, all) => all.slice(0, index).every((earlier) => wordOverlap(earlier, line) < SAME_BEAT))
    .slice(0, count);
}

const SAME_BEAT = 0.6;

/** "First: …", "At the end, …": the order is in the numbers already. */
const ORDINAL = /^(?:first(?:ly)?|next|then|final(?:ly)?|lastly|at the end|in the end)(?: step)?\s*[:,]\s*/i;

function* tell(scenes: readonly DraftScene[], input: ScriptInput): Work<void, ScriptEvent> {
  for (const scene of toldScenes(scenes, input)) yield event('scene', scene);
}

const SHORTEST_TITLE_WORDS = 3;

/** The model's title, unless it would fit any video; then the subject in the caller's own words. */
function titleOf(written: string, input: ScriptInput): string {
  const plain = fixSpeech(written)
    .replace(/^(?:catchy )?title\s*[:：-]\s*/i, '')
    .replace(/[.,;:\s]+$/, '');
  const kept = foreignWord(plain, input.language) === undefined ? withoutStock(plain, input.language) : '';
  return words(kept).length < SHORTEST_TITLE_WORDS
    ? subjectAsTitle(input)
    : trimAtWord(kept, TITLE_CHARACTERS, 'characters');
}

function loglineOf(written: string, input: ScriptInput): string {
  const [first = ''] = splitSentences(withoutOpening(fixSpeech(written), input.language));
  const isUsable = words(first).length >= SHORTEST_TITLE_WORDS && foreignWord(first, input.language) === undefined;
  return isUsable && !isStockTitle(first, input.language)
    ? trimAtWord(first, LOGLINE_CHARACTERS, 'characters')
    : subjectAsLogline(input);
}

/** What a small model states may be wrong, so each statement is listed to be checked. */
function statementsOf({ role, narration }: DraftScene): ScriptDraft['claims'][number][] {
  if (role === 'cta') return [];
  return splitSentences(narration)
    .filter((sentence) => !/[?？؟]["”]?$/u.test(sentence))
    .map((text) => ({ text, source_id: null }));
}
