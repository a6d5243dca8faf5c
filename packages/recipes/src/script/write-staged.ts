import { z } from 'zod';
import { ask, type RecipeContext, type RecipeEvent, type Writing } from '../recipe.ts';
import { speakingSeconds, spokenUnits, unitsIn, type Voice } from '../speech/voice.ts';
import { splitSentences } from '../text/sentences.ts';
import { trimAtWord } from '../text/trim.ts';
import { shortBrief, subjectOf } from './brief.ts';
import { spokenScene, voiceOf, type DraftScene, type ScriptDraft } from './draft.ts';
import { withPictures } from './pictures.ts';
import { planScenes, type SceneSlot } from './plan.ts';
import type { SceneRole, ScriptInput } from './schema.ts';
import { closestToBudget, joinSentences, usableSentences } from './spoken-lines.ts';
import { timedScenes } from './timing.ts';

/** What small models write well with; higher and they drift, lower and they repeat. */
const TEMPERATURE = 0.6;

/** The same for all small asks, so that its evaluation is reused. */
export const SMALL_WRITER =
  'You write what the speaker of a video says. Use plain spoken sentences, concrete facts and no lists, titles or remarks. Answer with the requested text only.';

/** Small asks, each with little to hold in mind: a plan, the words scene by scene, then the pictures. */
export function* writeStaged(input: ScriptInput, context: RecipeContext): Writing<ScriptDraft> {
  const voice = voiceOf(input);
  const slots = planScenes(input, voice);
  const brief = shortBrief(input);
  const plan = yield* askPlan(input, slots.length, brief);
  const scenes = yield* writeScenes(input, slots, plan.steps, brief, voice);
  const pictured = yield* withPictures(scenes, input, brief, context);
  yield* tell(pictured, voice);
  return {
    title: plan.title,
    logline: plan.about,
    cta: pictured.findLast(({ role }) => role === 'cta')?.narration ?? input.cta ?? '',
    scenes: pictured,
    claims: pictured.flatMap(statementsOf),
  };
}

interface Plan {
  readonly title: string;
  readonly about: string;
  readonly steps: readonly string[];
}

const planSchemas = new Map<number, z.ZodType<Plan>>();

/** One schema object for each number of scenes: drivers keep what they derive from it. */
function planSchema(count: number): z.ZodType<Plan> {
  let schema = planSchemas.get(count);
  if (schema === undefined) {
    schema = z.object({
      title: z.string().min(3).max(60),
      about: z.string().min(3).max(110),
      steps: z.array(z.string().min(3).max(70)).length(count),
    });
    planSchemas.set(count, schema);
  }
  return schema;
}

function* askPlan(input: ScriptInput, count: number, brief: string): Writing<Plan> {
  yield { kind: 'progress', done: 0, total: count, label: 'Planning' };
  const outline = input.outline;
  const plan = yield* ask({
    part: 'plan',
    label: `Planning ${count} scenes`,
    system: SMALL_WRITER,
    prompt: `${brief}\n\nPlan the video. title: a short title. about: one sentence that says what the video shows. steps: ${count} short notes, each with a different concrete fact about ${subjectOf(input)}, in the order of telling; the first is the most surprising one.`,
    answer: { form: 'json', name: 'plan', schema: planSchema(count) },
    maxTokens: 120 + count * 30,
    temperature: TEMPERATURE,
  });
  return {
    title: trimAtWord(plan.title.trim(), 60, 'characters'),
    about: plan.about.trim(),
    steps: plan.steps.map((step, index) => outline?.[index] ?? step),
  };
}

/** Each scene continues from the last sentence; what one scene leaves of its time goes to the rest. */
function* writeScenes(
  input: ScriptInput,
  slots: readonly SceneSlot[],
  steps: readonly string[],
  brief: string,
  voice: Voice,
): Writing<DraftScene[]> {
  const scenes: DraftScene[] = [];
  for (const [index, slot] of slots.entries()) {
    const spent = scenes.reduce((sum, { narration }) => sum + speakingSeconds(narration, voice), 0);
    const planned = slots.slice(index).reduce((sum, { seconds }) => sum + seconds, 0);
    const seconds = (slot.seconds * Math.max(0.3 * planned, input.duration - spent)) / planned;
    const phrases = input.must_include.filter((_, at) => Math.min(at + 1, slots.length - 1) === index);
    const narration = yield* writeNarration({
      part: `scenes[${index}].narration`,
      label: `Writing scene ${index + 1} of ${slots.length}`,
      instruction: instructionFor(slot.role, steps[index] ?? '', phrases, input),
      brief,
      before: scenes.map((scene) => scene.narration),
      budget: unitsIn(seconds, voice),
      voice,
    });
    scenes.push(spokenScene(index, slot.role, narration));
    yield* tell(scenes, voice, index);
    yield {
      kind: 'progress',
      done: index + 1,
      total: slots.length,
      label: `Scene ${index + 1} of ${slots.length} written`,
    };
  }
  return scenes;
}

function instructionFor(role: SceneRole, step: string, phrases: readonly string[], input: ScriptInput): string {
  const cta = role === 'cta' && input.cta !== undefined ? ` Ask the viewer to: ${input.cta}.` : '';
  const exact = phrases.map((phrase) => ` Use exactly these words: ${phrase}.`).join('');
  return `${openings[role]}: ${step}.${cta}${exact}`;
}

/** How a small model is told what a scene is for. */
const openings: Readonly<Record<SceneRole, string>> = {
  hook: 'Write the first sentence of the video, a surprising statement about',
  setup: 'Say why it matters',
  point: 'Explain',
  proof: 'Give a concrete example of',
  turn: 'Tell what most people get wrong about',
  recap: 'Draw it together',
  cta: 'Write the last sentences of the video. Close the thought and tell the viewer one thing to try, about',
};

export interface NarrationAsk {
  readonly part: string;
  readonly label: string;
  readonly instruction: string;
  readonly brief: string;
  readonly before: readonly string[];
  /** In the voice's unit. */
  readonly budget: number;
  readonly voice: Voice;
}

/** An answer shorter than this share of its budget is continued once. */
const LONG_ENOUGH = 0.75;
const MOST_ASKS = 3;

/** Asks until there are usable sentences of about the budget; what stays short is left to check and repair. */
export function* writeNarration(request: NarrationAsk): Writing<string> {
  const { budget, voice } = request;
  const earlier = request.before.flatMap(splitSentences);
  let sentences: string[] = [];
  for (let attempt = 0; attempt < MOST_ASKS; attempt += 1) {
    const missing = budget - spokenUnits(sentences.join(' '), voice);
    if (sentences.length > 0 && missing < budget * (1 - LONG_ENOUGH)) break;
    const answer = yield* ask<string>({
      part: request.part,
      label: request.label,
      system: SMALL_WRITER,
      prompt: narrationPrompt(request, sentences.at(-1) ?? earlier.at(-1), missing, attempt),
      answer: { form: 'text' },
      maxTokens: Math.round(missing * TOKENS_PER_UNIT[voice.unit]) + 30,
      temperature: TEMPERATURE + 0.1 * attempt,
    });
    const fresh = usableSentences(answer, request.instruction, [...earlier, ...sentences]);
    sentences = closestToBudget([...sentences, ...fresh], budget, voice);
  }
  return joinSentences(sentences, voice);
}

const TOKENS_PER_UNIT = { words: 1.8, characters: 1.5, letters: 0.6 } as const;

function narrationPrompt(
  { brief, instruction, budget, voice }: NarrationAsk,
  last: string | undefined,
  missing: number,
  attempt: number,
): string {
  const goOn = last === undefined ? '' : ` Go on after this sentence and do not repeat it: ${last}`;
  const size = attempt === 0 ? budget : missing;
  const sentenceCount = Math.max(1, Math.round(size / 14));
  const length =
    voice.unit === 'words'
      ? `${sentenceCount === 1 ? 'One sentence' : `${sentenceCount} sentences`}, about ${Math.max(6, Math.round(size))} words.`
      : `About ${Math.max(10, Math.round(size))} ${voice.unit}.`;
  return `${brief}\n\n${instruction} ${length}${goOn}`;
}

function* tell(scenes: readonly DraftScene[], voice: Voice, from = 0): Generator<RecipeEvent, void, unknown> {
  for (const scene of timedScenes(scenes, voice).slice(from)) yield { kind: 'scene', scene };
}

/** What a small model states may be wrong, so each statement is listed to be checked. */
function statementsOf({ role, narration }: DraftScene): ScriptDraft['claims'][number][] {
  if (role === 'cta') return [];
  return splitSentences(narration)
    .filter((sentence) => !/[?？؟]["”]?$/u.test(sentence))
    .map((text) => ({ text, source_id: null }));
}
