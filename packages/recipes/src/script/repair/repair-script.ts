import { progress, type Work } from '../../port/effects.ts';
import type { Finding } from '../../port/finding.ts';
import { beginRepair, type OpenPart } from '../../port/guarantee.ts';
import type { Circumstances } from '../../port/operation.ts';
import type { ScriptDraft } from '../draft.ts';
import type { SceneEvent } from '../events.ts';
import { withoutSurplus } from '../guarantees/duration/repair.ts';
import type { ScriptPart } from '../guarantees/guarantee.ts';
import type { ScriptInput } from '../schema.ts';
import { writeWhole } from '../write/write-single.ts';
import { addScenes } from './add-scenes.ts';
import { anotherPicture } from './another-picture.ts';
import { scriptGuarantees } from './guarantees.ts';
import { rewriteScene } from './rewrite-scene.ts';

/**
 * Code fixes what it can; what still fails is asked for again: the whole, the scenes that were left out, or each scene
 * alone, with everything that was found in it.
 */
export function* repairScript(
  draft: ScriptDraft,
  failed: readonly Finding[],
  input: ScriptInput,
  circumstances: Circumstances,
): Work<ScriptDraft, SceneEvent> {
  const { fixed, open } = yield* beginRepair(scriptGuarantees, { draft, failed, input, circumstances });
  const whole = open.find(({ part }) => part.of === 'whole');
  if (whole !== undefined) return yield* writeWhole(input, circumstances, whole.finding.message);
  if (open.some(({ part }) => part.of === 'missing_scenes')) {
    const counted = yield* addScenes(draft, input);
    if (counted !== draft) return withoutSurplus(counted, input);
  }
  const rewritten = yield* rewriteScenes(fixed, open, input, circumstances);
  const repaired = yield* replacePictures(rewritten, open, input, circumstances);
  return isSame(draft, repaired) ? draft : repaired;
}

function* rewriteScenes(
  draft: ScriptDraft,
  open: readonly OpenPart<ScriptPart>[],
  input: ScriptInput,
  circumstances: Circumstances,
): Work<ScriptDraft> {
  let rewritten = draft;
  for (const index of draft.scenes.keys()) {
    const findings = open.flatMap(({ part, finding }) =>
      part.of === 'narration' && part.scene === index ? [finding] : [],
    );
    if (findings.length === 0) continue;
    yield progress(index, draft.scenes.length, `Rewriting scene ${index + 1}`);
    rewritten = yield* rewriteScene(rewritten, { index, findings }, input, circumstances);
  }
  return rewritten;
}

function* replacePictures(
  draft: ScriptDraft,
  open: readonly OpenPart<ScriptPart>[],
  input: ScriptInput,
  circumstances: Circumstances,
): Work<ScriptDraft> {
  let replaced = draft;
  for (const { part, finding } of open) {
    if (part.of !== 'picture') continue;
    replaced = yield* anotherPicture(replaced, { index: part.scene, finding }, input, circumstances);
  }
  return replaced;
}

function isSame(one: ScriptDraft, other: ScriptDraft): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
