import { all, ask, event, ifUsable, type Work } from '../../port/effects.ts';
import type { DraftScene, ScriptDraft } from '../draft.ts';
import type { Outline, ScriptEvent } from '../events.ts';
import type { SceneSlot } from '../plan.ts';
import type { ScriptInput } from '../schema.ts';
import { subjectOf } from '../stand-ins.ts';
import { expectedOutline, expectedPart } from './expected.ts';
import { tellScenes } from './narration/tell-scenes.ts';
import { toldScenes } from './narration/told-scenes.ts';
import { planText, TEMPERATURE, tokensFor } from './writer.ts';
import { draftScene, writtenOutline, writtenPart, type WrittenOutline } from './written.ts';
import { systemFor } from '../prompts/system.ts';
import { labelledLines } from '../../prompts/labelled-lines.ts';
import { material } from '../../prompts/material.ts';
import { outlineScenes, writePart } from '../prompts/whole-asks.ts';
import { askText } from '../../prompts/prompt.ts';

/** About as much as a large model writes at once before its scenes grow short. */
const PART_SECONDS = 120;

/**
 * A long script: the outline first, then its parts at once, each told what the others say. A part that cannot be had is
 * left to the repair, which asks for scenes that are missing.
 */
export function* writeInParts(
  input: ScriptInput,
  plan: readonly SceneSlot[],
  brief: string,
): Work<ScriptDraft, ScriptEvent> {
  const outline = yield* ask({
    part: 'outline',
    label: 'Outlining',
    system: systemFor(input, 'single'),
    prompt: [brief, askText(outlineScenes, { count: plan.length }), planText(plan, 0, input)].join('\n'),
    topic: subjectOf(input),
    reply: { form: 'json', name: 'outline', schema: writtenOutline },
    maxTokens: 600 + plan.length * 100,
    temperature: TEMPERATURE,
    expected: () => expectedOutline(plan, input),
  });
  yield event('outline', outlineOf(outline, plan));
  const told = new Set<number>();
  const work = partsOf(plan).map((part) => writeOnePart(part, { input, plan, brief, outline, told }));
  // The first part has the hook, without which there is no script.
  const written = yield* all(work.map((part, index) => (index === 0 ? part : ifUsable(part))));
  const scenes = written.flatMap((part) => part?.scenes ?? []);
  for (const scene of toldScenes(scenes, input)) yield event('scene', scene);
  const { title, logline, cta } = outline;
  return { title, logline, cta, scenes, claims: written.flatMap((part) => part?.claims ?? []) };
}

function outlineOf({ title, scenes }: WrittenOutline, plan: readonly SceneSlot[]): Outline {
  const beats = plan.map(({ role, seconds }, index) => ({
    role,
    text: scenes[index] ?? '',
    seconds: Math.round(seconds),
  }));
  return { title, beats };
}

/** What the parts of one script share. */
interface Shared {
  readonly input: ScriptInput;
  readonly plan: readonly SceneSlot[];
  readonly brief: string;
  readonly outline: WrittenOutline;
  readonly told: Set<number>;
}

interface WrittenPart {
  readonly scenes: readonly DraftScene[];
  readonly claims: ScriptDraft['claims'];
}

function* writeOnePart(
  { first, slots }: PlanPart,
  { input, plan, brief, outline, told }: Shared,
): Work<WrittenPart, ScriptEvent> {
  const beats = outline.scenes.map((beat, index) => `${index + 1}. ${beat}`).join('\n');
  const last = first + slots.length;
  const written = yield* ask({
    part: `scenes[${first}]`,
    label: `Writing scenes ${first + 1} to ${last} of ${plan.length}`,
    system: systemFor(input, 'single'),
    prompt: [
      brief,
      labelledLines([
        ['Title', material(outline.title)],
        ['Outline', material(beats)],
      ]),
      askText(writePart, { first: first + 1, last }),
      planText(slots, first, input),
    ].join('\n'),
    reply: { form: 'json', name: 'scenes', schema: writtenPart },
    maxTokens: tokensFor(slots),
    temperature: TEMPERATURE,
    expected: () => expectedPart(slots, first, input),
    observe: tellScenes({ plan, first, told }, input),
  });
  const scenes = written.scenes
    .slice(0, slots.length)
    .map((scene, at) => draftScene(scene, first + at, slots[at]?.role ?? 'point'));
  return { scenes, claims: written.claims };
}

/** Scenes that stand together in the plan, and where. */
interface PlanPart {
  readonly first: number;
  readonly slots: readonly SceneSlot[];
}

function partsOf(plan: readonly SceneSlot[]): PlanPart[] {
  const parts: { first: number; slots: SceneSlot[]; seconds: number }[] = [];
  for (const [index, slot] of plan.entries()) {
    const open = parts.at(-1);
    if (open === undefined || open.seconds + slot.seconds > PART_SECONDS)
      parts.push({ first: index, slots: [slot], seconds: slot.seconds });
    else {
      open.slots.push(slot);
      open.seconds += slot.seconds;
    }
  }
  return parts;
}
