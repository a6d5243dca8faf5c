import { ask, type Work } from '../../port/effects.ts';
import type { Circumstances } from '../../port/operation.ts';
import { voiceOf, type ScriptDraft } from '../draft.ts';
import type { ScriptEvent } from '../events.ts';
import { planScenes, type SceneSlot } from '../plan.ts';
import type { ScriptInput } from '../schema.ts';
import { subjectOf } from '../stand-ins.ts';
import { briefFor } from './brief.ts';
import { expectedScript } from './expected.ts';
import { tellScenes } from './narration/tell-scenes.ts';
import { writeInParts } from './write-in-parts.ts';
import { planText, TEMPERATURE, tokensFor } from './writer.ts';
import { draftScenes, writtenScript } from './written.ts';
import { systemFor } from '../prompts/system.ts';
import { labelledLines } from '../../prompts/labelled-lines.ts';
import { material } from '../../prompts/material.ts';
import { notAgain, writeScenes } from '../prompts/whole-asks.ts';
import { askText } from '../../prompts/prompt.ts';

/** Speech above this many seconds is outlined first and written in parts (content-api.md, "Limits"). */
const LONGEST_IN_ONE_ASK = 180;

/** One structured ask; long scripts are outlined first and then written part by part. */
export function* writeSingle(input: ScriptInput, context: Circumstances): Work<ScriptDraft, ScriptEvent> {
  return yield* writeWhole(input, context, '');
}

/** The same, told what was wrong with an earlier script. */
export function* writeWhole(input: ScriptInput, context: Circumstances, wrong: string): Work<ScriptDraft, ScriptEvent> {
  const plan = planScenes(input, voiceOf(input));
  const brief = [
    briefFor(input, 'single'),
    differently(context),
    ...(wrong === '' ? [] : [askText(notAgain, { fault: wrong })]),
  ].join('\n');
  return input.duration <= LONGEST_IN_ONE_ASK
    ? yield* writeAtOnce(input, plan, brief)
    : yield* writeInParts(input, plan, brief);
}

function* writeAtOnce(input: ScriptInput, plan: readonly SceneSlot[], brief: string): Work<ScriptDraft, ScriptEvent> {
  const written = yield* ask({
    part: 'script',
    label: `Writing ${plan.length} scenes`,
    system: systemFor(input, 'single'),
    prompt: [brief, askText(writeScenes, { count: plan.length }), planText(plan, 0, input)].join('\n'),
    topic: subjectOf(input),
    reply: { form: 'json', name: 'script', schema: writtenScript },
    maxTokens: tokensFor(plan),
    temperature: TEMPERATURE,
    expected: () => expectedScript(plan, input),
    observe: tellScenes({ plan, first: 0, told: new Set() }, input),
  });
  return { ...written, scenes: draftScenes(written.scenes, plan) };
}

/** Earlier variants of the same request are shown so that this one takes another way in. */
function differently({ earlier }: Circumstances): string {
  const hooks = earlier.flatMap((script) => {
    const { title, hook } = script as { title?: unknown; hook?: unknown };
    return typeof title === 'string' && typeof hook === 'string' ? [`"${title}": ${hook}`] : [];
  });
  return labelledLines([
    ['Already written for this request; find another angle, hook and order', material(hooks.join('\n'))],
  ]);
}
