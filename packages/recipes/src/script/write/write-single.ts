import { z } from 'zod';
import { ask, event, progress, type Work } from '../../port/effects.ts';
import type { Circumstances } from '../../port/operation.ts';
import { briefFor } from './brief.ts';
import { sceneId, voiceOf, type DraftScene, type ScriptDraft } from '../draft.ts';
import { rolePurposes } from './formats.ts';
import type { SceneEvent, ScriptTold } from '../events.ts';
import { planScenes, rolesFor, type SceneSlot } from '../plan.ts';
import { broll, paces, type SceneRole, type ScriptInput } from '../schema.ts';
import { timedScenes } from '../timing.ts';

/** Speech above this many seconds is outlined first and written in parts of about `PART_SECONDS`. */
const LONGEST_IN_ONE_ASK = 180;
const PART_SECONDS = 120;

const TEMPERATURE = 0.7;

export const WRITER = `You are the head writer of a video studio. You write scripts that one voice speaks while pictures follow. People keep watching because every sentence earns the next one.

Narration
- Only the words that are spoken: no headings, lists, labels, stage directions, links, hashtags, emoji or markdown.
- Write for the ear: one idea a sentence, mostly under eighteen words, everyday words, active verbs, varied rhythm. Talk to one person.
- The first sentence is the hook: a specific fact, a mistake, a result or a tension from this very topic. No greeting, no "did you know", no "in this video", no "imagine".
- Each scene adds something that no earlier scene said. Be concrete: causes, names, places, numbers you are sure of. What you are not sure of you leave out.
- No stock phrases ("game-changer", "unlock", "dive in", "in today's world", "let's explore"), no "not just X, but Y", no lists of three for their sound, no summary of what was just said.
- Keep each scene close to its word budget; the length of the whole is measured.

Pictures
- visual: one shot that can be filmed, generated or found: subject, action, place, framing. Never an abstract idea.
- on_screen_text: at most six words that sharpen the narration without repeating it, or an empty text.
- broll: one or two shots. query_en: two to four concrete English nouns for a stock library. description: what is seen, in the script's language. image_prompt: one English sentence for an image model.

Honesty
- claims: every statement that can be checked (number, date, name, cause). source_id is one of the sources given with the request, or null. Never invent sources or addresses.`;

const writtenScene = z.object({
  narration: z.string().min(1),
  on_screen_text: z.string(),
  visual: z.string().min(1),
  broll: z.array(broll),
  pace: z.enum(paces),
  emphasis: z.array(z.string()).describe('Words of this narration to stress.'),
});

const writtenClaim = z.object({ text: z.string(), source_id: z.string().nullable() });

const writtenScript = z.object({
  title: z.string().min(1),
  logline: z.string().min(1).describe('One sentence: what the video shows and why it matters.'),
  scenes: z.array(writtenScene).min(1),
  cta: z.string().describe('The call to action as it is spoken in the last scene.'),
  claims: z.array(writtenClaim),
});

const writtenOutline = z.object({
  title: z.string().min(1),
  logline: z.string().min(1),
  cta: z.string(),
  scenes: z.array(z.string().min(1)).min(1).describe('What each scene says, one sentence each, in order.'),
});

export const writtenPart = z.object({ scenes: z.array(writtenScene).min(1), claims: z.array(writtenClaim) });

type WrittenScene = z.output<typeof writtenScene>;

/** One structured ask; long scripts are outlined first and then written part by part. */
export function* writeSingle(input: ScriptInput, context: Circumstances): Work<ScriptDraft, SceneEvent> {
  return yield* writeWhole(input, context, '');
}

/** The same, told what was wrong with an earlier script. */
export function* writeWhole(input: ScriptInput, context: Circumstances, wrong: string): Work<ScriptDraft, SceneEvent> {
  const plan = planScenes(input, voiceOf(input));
  const brief = [
    briefFor(input, 'single'),
    differently(context),
    ...(wrong === '' ? [] : [`Not again: ${wrong}`]),
  ].join('\n');
  return input.duration <= LONGEST_IN_ONE_ASK
    ? yield* writeAtOnce(input, plan, brief)
    : yield* writeInParts(input, plan, brief);
}

function* writeAtOnce(input: ScriptInput, plan: readonly SceneSlot[], brief: string): Work<ScriptDraft, SceneEvent> {
  const written = yield* ask({
    part: 'script',
    label: `Writing ${plan.length} scenes`,
    system: WRITER,
    prompt: `${brief}\nWrite the script in exactly ${plan.length} scenes:\n${planText(plan, 0, input)}`,
    reply: { form: 'json', name: 'script', schema: writtenScript },
    maxTokens: tokensFor(plan),
    temperature: TEMPERATURE,
    observe: tellScenes(input, plan.length),
  });
  return { ...written, scenes: draftScenes(written.scenes, plan) };
}

function* writeInParts(input: ScriptInput, plan: readonly SceneSlot[], brief: string): Work<ScriptDraft, SceneEvent> {
  const outline = yield* ask({
    part: 'outline',
    label: 'Outlining',
    system: WRITER,
    prompt: `${brief}\nOutline the script first, in exactly ${plan.length} scenes:\n${planText(plan, 0, input)}`,
    reply: { form: 'json', name: 'outline', schema: writtenOutline },
    maxTokens: 600 + plan.length * 100,
    temperature: TEMPERATURE,
  });
  const beats = outline.scenes.map((beat, index) => `${index + 1}. ${beat}`).join('\n');
  const written: WrittenScene[] = [];
  const claims: ScriptDraft['claims'][number][] = [];
  for (const part of partsOf(plan)) {
    const first = written.length;
    yield progress(first, plan.length, `Writing scene ${first + 1} of ${plan.length}`);
    const answer = yield* ask({
      part: `scenes[${first}]`,
      label: `Writing scenes ${first + 1} to ${first + part.length} of ${plan.length}`,
      system: WRITER,
      prompt: `${brief}\nTitle: ${outline.title}\nOutline:\n${beats}\n${soFar(written)}\nNow write exactly these ${part.length} scenes in full:\n${planText(part, first, input)}`,
      reply: { form: 'json', name: 'scenes', schema: writtenPart },
      maxTokens: tokensFor(part),
      temperature: TEMPERATURE,
      observe: tellScenes(input, plan.length, written),
    });
    written.push(...answer.scenes.slice(0, part.length));
    claims.push(...answer.claims);
  }
  return { ...outline, claims, scenes: draftScenes(written, plan) };
}

/** The plan as instructions: which scene does what in how many words. */
export function planText(plan: readonly SceneSlot[], first: number, input: ScriptInput): string {
  const { unit } = voiceOf(input);
  return plan
    .map(({ role, units }, index) => `${first + index + 1}. ${role}, about ${units} ${unit}: ${rolePurposes[role]}`)
    .join('\n');
}

function soFar(written: readonly WrittenScene[]): string {
  if (written.length === 0) return '';
  const said = written.map(({ narration }) => narration).join('\n');
  return `Already written, do not repeat it, go on from its last sentence:\n${said.slice(-4000)}`;
}

/** Earlier variants of the same request are shown so that this one takes another way in. */
function differently({ earlier }: Circumstances): string {
  const hooks = earlier.flatMap((script) => {
    const { title, hook } = script as { title?: unknown; hook?: unknown };
    return typeof title === 'string' && typeof hook === 'string' ? [`"${title}": ${hook}`] : [];
  });
  return hooks.length === 0
    ? ''
    : `Already written for this request; find another angle, hook and order:\n${hooks.join('\n')}`;
}

/** Spoken text in any alphabet, and the pictures around it. */
export function tokensFor(plan: readonly SceneSlot[]): number {
  return plan.reduce((sum, { units }) => sum + units * 3 + 350, 800);
}

function* chunk(plan: readonly SceneSlot[]): Generator<SceneSlot[]> {
  let part: SceneSlot[] = [];
  let seconds = 0;
  for (const slot of plan) {
    if (part.length > 0 && seconds + slot.seconds > PART_SECONDS) {
      yield part;
      part = [];
      seconds = 0;
    }
    part.push(slot);
    seconds += slot.seconds;
  }
  if (part.length > 0) yield part;
}

function partsOf(plan: readonly SceneSlot[]): SceneSlot[][] {
  return [...chunk(plan)];
}

/** Roles come from the plan when the model kept to it, else from the number of scenes that it wrote. */
function draftScenes(written: readonly WrittenScene[], plan: readonly SceneSlot[]): DraftScene[] {
  const roles: readonly SceneRole[] =
    written.length === plan.length ? plan.map(({ role }) => role) : rolesFor(written.length);
  return written.map((scene, index) => draftScene(scene, index, roles[index] ?? 'point'));
}

export function draftScene({ pace, emphasis, ...scene }: WrittenScene, index: number, role: SceneRole): DraftScene {
  return { id: sceneId(index), role, ...scene, delivery: { pace, emphasis } };
}

/** Tells each scene once, as soon as it is complete in the growing answer. */
function tellScenes(input: ScriptInput, total: number, before: readonly WrittenScene[] = []) {
  const voice = voiceOf(input);
  const roles = rolesFor(total);
  const earlier = before.map((scene, index) => draftScene(scene, index, roles[index] ?? 'point'));
  const first = earlier.length;
  let told = 0;
  return (partial: unknown): ScriptTold[] => {
    const complete = z.array(writtenScene).safeParse(scenesIn(partial)).data ?? [];
    const fresh = complete.slice(told);
    if (fresh.length === 0) return [];
    const drafts = complete.map((scene, index) => draftScene(scene, first + index, roles[first + index] ?? 'point'));
    const events = timedScenes([...earlier, ...drafts], voice)
      .slice(first + told)
      .flatMap((scene, index): ScriptTold[] => {
        const done = first + told + index + 1;
        return [event('scene', scene), progress(done, total, `Scene ${done} of ${total} written`)];
      });
    told = complete.length;
    return events;
  };
}

function scenesIn(partial: unknown): unknown {
  return typeof partial === 'object' && partial !== null && 'scenes' in partial ? partial.scenes : [];
}
