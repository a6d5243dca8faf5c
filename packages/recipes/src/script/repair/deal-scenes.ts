import type { Work } from '../../port/effects.ts';
import type { Finding } from '../../port/finding.ts';
import type { Circumstances } from '../../port/operation.ts';
import { spokenUnits } from '../../speech/voice.ts';
import { splitSentences } from '../../text/sentences.ts';
import { FEWEST_SCENES, sceneId, voiceOf, type DraftScene, type ScriptDraft } from '../draft.ts';
import { planScenes, rolesFor } from '../plan.ts';
import type { ScriptInput } from '../schema.ts';
import { joinSentences } from '../telling/spoken-lines.ts';
import { scriptSeconds } from '../timing.ts';
import { otherPictures } from './other-pictures.ts';

/** With less of the time filled scenes were left out, and none are hidden in another. */
const LEAST_SHARE = 0.6;

/** Whether a script is told to its end, but in a scene or two. */
export function isUndealt({ scenes }: ScriptDraft, input: ScriptInput): boolean {
  return scenes.length < FEWEST_SCENES && scriptSeconds(scenes, voiceOf(input)) >= input.duration * LEAST_SHARE;
}

/**
 * A script that came in a scene or two, dealt into those of its plan: every sentence stays as it is and in its place,
 * and each new scene gets a picture asked for; one that cannot be had is that of the scene from which its words came.
 */
export function* dealScenes(draft: ScriptDraft, input: ScriptInput, circumstances: Circumstances): Work<ScriptDraft> {
  const shares = sharesOf(draft, input);
  if (shares.length <= draft.scenes.length) return draft;
  const roles = rolesFor(shares.length);
  const scenes = shares.map((share, index) => sceneOf(share, index, { ...draft, input, role: roles[index] }));
  const lacking = scenes.flatMap(({ id, visual }, index) =>
    index > 0 && visual === scenes[index - 1]?.visual ? [{ index, finding: samePicture(id) }] : [],
  );
  return yield* otherPictures({ ...draft, scenes }, lacking, input, circumstances);
}

interface Sentence {
  readonly text: string;
  readonly scene: DraftScene;
}

/** The sentences by the scene of the plan in whose time the middle of each falls; scenes without one are left out. */
function sharesOf({ scenes }: ScriptDraft, input: ScriptInput): Sentence[][] {
  const voice = voiceOf(input);
  const sentences = scenes.flatMap((scene) => splitSentences(scene.narration).map((text) => ({ text, scene })));
  const lengths = sentences.map(({ text }) => spokenUnits(text, voice));
  const slots = planScenes(input, voice);
  const scale = sumOf(lengths) / sumOf(slots.map(({ units }) => units));
  const shares = Map.groupBy(sentences, (sentence) => {
    const at = sentences.indexOf(sentence);
    const middle = sumOf(lengths.slice(0, at)) + (lengths[at] ?? 0) / 2;
    return slots.findIndex((_, index) => middle <= scale * sumOf(slots.slice(0, index + 1).map(({ units }) => units)));
  });
  return [...shares.values()];
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

function sceneOf(
  share: readonly Sentence[],
  index: number,
  {
    scenes,
    input,
    role = 'point',
  }: ScriptDraft & { readonly input: ScriptInput; readonly role?: DraftScene['role'] | undefined },
): DraftScene {
  const narration = joinSentences(
    share.map(({ text }) => text),
    voiceOf(input),
  );
  const [{ scene } = { scene: scenes[0] }] = share;
  if (scene === undefined) throw new Error('A script without scenes was dealt.');
  return {
    ...scene,
    id: sceneId(index),
    role,
    narration,
    on_screen_text: index === 0 ? scene.on_screen_text : '',
    delivery: { ...scene.delivery, emphasis: scene.delivery.emphasis.filter((words) => narration.includes(words)) },
  };
}

function samePicture(id: string): Finding {
  return {
    name: 'scene_count',
    ok: false,
    value: null,
    limit: null,
    unit: 'scenes',
    sceneId: id,
    message: 'This scene has the picture of the one before it.',
    severity: 'report',
  };
}
