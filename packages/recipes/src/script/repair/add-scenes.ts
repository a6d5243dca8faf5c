import { ask, type Work } from '../../port/effects.ts';
import { sceneId, voiceOf, type DraftScene, type ScriptDraft } from '../draft.ts';
import { briefFor } from '../write/brief.ts';
import { planScenes, rolesFor, slotsFor } from '../plan.ts';
import type { ScriptInput } from '../schema.ts';
import { joinSentences } from '../telling/spoken-lines.ts';
import { planText, tokensFor } from '../write/writer.ts';
import { draftScene, writtenPart } from '../write/written.ts';
import { systemFor } from '../prompts/system.ts';
import { labelledLines } from '../../prompts/labelled-lines.ts';
import { material } from '../../prompts/material.ts';
import { writeMissing } from '../prompts/whole-asks.ts';
import { askText } from '../../prompts/prompt.ts';

/** Scenes that a large model left out are asked for in one question; what it wrote too many of is joined by code. */
export function* addScenes(draft: ScriptDraft, input: ScriptInput): Work<ScriptDraft> {
  const planned = planScenes(input, voiceOf(input)).length;
  const missing = planned - draft.scenes.length;
  if (missing > 0) return yield* askScenes(draft, missing, input);
  return input.scenes === undefined ? draft : renumbered(joined(draft, input.scenes, input));
}

/** New scenes stand where a part of a long script is missing, else before the last, which closes the video. */
function* askScenes(draft: ScriptDraft, missing: number, input: ScriptInput): Work<ScriptDraft> {
  const place = gapIn(draft) ?? Math.max(1, draft.scenes.length - 1);
  const slots = slotsFor(rolesFor(draft.scenes.length + missing), input.duration, voiceOf(input));
  const plan = slots.slice(place, place + missing);
  const said = draft.scenes.map(({ narration }, index) => `${index + 1}. ${narration}`).join('\n');
  const written = yield* ask({
    part: `scenes[${place}]`,
    label: `Writing ${missing} missing scenes`,
    system: systemFor(input, 'single'),
    prompt: [
      briefFor(input, 'single'),
      labelledLines([
        ['Title', material(draft.title)],
        ['The scenes so far', material(said)],
      ]),
      askText(writeMissing, { after: place, count: missing }),
      planText(plan, place, input),
    ].join('\n'),
    reply: { form: 'json', name: 'scenes', schema: writtenPart },
    maxTokens: tokensFor(plan),
    temperature: 0.7,
  });
  const added = written.scenes.slice(0, missing).map((scene, index) => draftScene(scene, place + index, 'point'));
  const scenes = [...draft.scenes.slice(0, place), ...added, ...draft.scenes.slice(place)];
  return renumbered({ ...draft, scenes, claims: [...draft.claims, ...written.claims] });
}

/** The first place at which scenes of the plan are missing: ids count through. */
function gapIn({ scenes }: ScriptDraft): number | undefined {
  const gap = scenes.findIndex(({ id }, index) => id !== sceneId(index));
  return gap === -1 ? undefined : gap;
}

/** The shortest neighbours between the first scene and the last become one, until there are as many as asked for. */
function joined(draft: ScriptDraft, wanted: number, input: ScriptInput): ScriptDraft {
  const scenes = [...draft.scenes];
  while (scenes.length > Math.max(1, wanted)) {
    const lengths = scenes
      .slice(0, -1)
      .map(({ narration }, at) => narration.length + (scenes[at + 1]?.narration.length ?? 0));
    const at = lengths.indexOf(Math.min(...lengths));
    const [one, other] = scenes.slice(at, at + 2);
    if (one === undefined || other === undefined) break;
    scenes.splice(at, 2, together(one, other, input));
  }
  return { ...draft, scenes };
}

function together(one: DraftScene, other: DraftScene, input: ScriptInput): DraftScene {
  return {
    ...one,
    narration: joinSentences([one.narration, other.narration], voiceOf(input)),
    broll: [...one.broll, ...other.broll],
    delivery: { ...one.delivery, emphasis: [...one.delivery.emphasis, ...other.delivery.emphasis] },
  };
}

/** Ids and roles by place. */
function renumbered(draft: ScriptDraft): ScriptDraft {
  const roles = rolesFor(draft.scenes.length);
  const scenes = draft.scenes.map((scene, index) => ({
    ...scene,
    id: sceneId(index),
    role: roles[index] ?? scene.role,
  }));
  return { ...draft, scenes };
}
