import { all, ifUsable, type Work } from '../../port/effects.ts';
import type { Finding } from '../../port/finding.ts';
import { beginRepair, type OpenPart } from '../../port/guarantee.ts';
import type { Circumstances } from '../../port/operation.ts';
import type { ScriptDraft } from '../draft.ts';
import type { ScriptEvent } from '../events.ts';
import { withoutSurplus } from '../guarantees/duration/repair.ts';
import type { ScriptPart } from '../guarantees/guarantee.ts';
import type { ScriptInput } from '../schema.ts';
import { writeWhole } from '../write/write-single.ts';
import { addScenes } from './add-scenes.ts';
import { changed, type Change } from './change.ts';
import { dealScenes, isUndealt } from './deal-scenes.ts';
import { otherPictures, type WrongPicture } from './other-pictures.ts';
import { scriptGuarantees } from './guarantees.ts';
import { rewriteScene } from './rewrite-scene.ts';
import { isText, rewriteTexts } from './rewrite-texts.ts';
import { faultsText } from '../../prompts/faults.ts';

/**
 * Code fixes what it can; what still fails is asked for again: the whole, the scenes that were left out, or each scene
 * alone, with everything that was found in it.
 */
export function* repairScript(
  draft: ScriptDraft,
  failed: readonly Finding[],
  input: ScriptInput,
  circumstances: Circumstances,
): Work<ScriptDraft, ScriptEvent> {
  const { fixed, open } = yield* beginRepair(scriptGuarantees, { draft, failed, input, circumstances });
  const whole = open.find(({ part }) => part.of === 'whole');
  if (whole !== undefined) return yield* writeWhole(input, circumstances, faultsText([whole.finding]));
  if (open.some(({ part }) => part.of === 'missing_scenes')) {
    if (isUndealt(fixed, input)) {
      const dealt = yield* dealScenes(fixed, input, circumstances);
      if (dealt !== fixed) return dealt;
    }
    // Scenes that cannot be had cost none of what else is asked for.
    const counted = yield* ifUsable(addScenes(draft, input));
    if (counted !== undefined && counted !== draft) return withoutSurplus(counted, input);
  }
  const changes = yield* all(rewritings(fixed, open, input, circumstances).map(ifUsable));
  const rewritten = changed(fixed, changes);
  const repaired = yield* otherPictures(rewritten, wrongPictures(open), input, circumstances);
  return isSame(draft, repaired) ? draft : repaired;
}

/** Each scene that has to be told anew, with everything that was found in it, and the texts around the scenes. */
function rewritings(
  draft: ScriptDraft,
  open: readonly OpenPart<ScriptPart>[],
  input: ScriptInput,
  circumstances: Circumstances,
): Work<Change>[] {
  const scenes = Map.groupBy(
    open.flatMap(({ part, finding }) => (part.of === 'narration' ? [{ index: part.scene, finding }] : [])),
    ({ index }) => index,
  );
  const texts = open.filter(isText);
  return [
    ...[...scenes].map(([index, found]) =>
      rewriteScene(draft, { index, findings: found.map(({ finding }) => finding) }, input, circumstances),
    ),
    ...(texts.length === 0 ? [] : [rewriteTexts(draft, texts, input, circumstances)]),
  ];
}

/** Each scene's picture once, whatever was found in it. */
function wrongPictures(open: readonly OpenPart<ScriptPart>[]): WrongPicture[] {
  const wrong = open.flatMap(({ part, finding }) => (part.of === 'picture' ? [{ index: part.scene, finding }] : []));
  return [...Map.groupBy(wrong, ({ index }) => index).values()].flatMap(([first]) => first ?? []);
}

function isSame(one: ScriptDraft, other: ScriptDraft): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
