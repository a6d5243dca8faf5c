import type { Finding } from '../../../port/finding.ts';
import { findTerms } from '../../../text/terms/terms.ts';
import { bannedTerms } from '../../banned-terms.ts';
import type { DraftScene, ScriptDraft } from '../../draft.ts';
import type { ScriptInput } from '../../schema.ts';
import { settledAs, withoutTexts } from '../../stand-ins.ts';
import { namedParts, scriptGuarantee } from '../guarantee.ts';
import { avoidCheck } from './check.ts';

/**
 * Claims, screen texts and emphasis give way by code; narration, pictures and the texts around the scenes are asked for
 * again. In the end a picture is left out and a title replaced; narration that keeps such a word fails.
 */
export const avoidGuarantee = scriptGuarantee(avoidCheck, {
  fix: { outcome: 'dropped', apply: withoutBannedExtras },
  parts: (failed, fixed) => namedParts(stillOf(failed, fixed)),
  settle: {
    outcome: settledAs,
    apply: (draft, failed, input) => withoutBannedPictures(withoutTexts(draft, failed, input), input),
  },
});

/** What a fix has taken care of is not asked for again. */
function stillOf<Named extends Finding>(failed: readonly Named[], { scenes }: ScriptDraft): Named[] {
  const isShown = new Set(scenes.flatMap(({ on_screen_text: text }, index) => (text === '' ? [] : [index])));
  return failed.filter(({ path = '' }) => {
    const [, index] = /^scenes\[(\d+)\]\.on_screen_text$/.exec(path) ?? [];
    return index === undefined || isShown.has(Number(index));
  });
}

function withoutBannedExtras(draft: ScriptDraft, input: ScriptInput): ScriptDraft {
  const isClean = cleanlinessBy(input);
  const fixScene = (scene: DraftScene): DraftScene => ({
    ...scene,
    on_screen_text: isClean(scene.on_screen_text) ? scene.on_screen_text : '',
    delivery: { ...scene.delivery, emphasis: scene.delivery.emphasis.filter(isClean) },
  });
  return {
    ...draft,
    scenes: draft.scenes.map(fixScene),
    claims: draft.claims.filter(({ text }) => isClean(text)),
  };
}

function withoutBannedPictures(draft: ScriptDraft, input: ScriptInput): ScriptDraft {
  const isClean = cleanlinessBy(input);
  const scenes = draft.scenes.map((scene) => ({
    ...scene,
    visual: isClean(scene.visual) ? scene.visual : '',
    broll: scene.broll.filter((shot) => Object.values(shot).every(isClean)),
  }));
  return { ...draft, scenes };
}

function cleanlinessBy(input: ScriptInput): (text: string) => boolean {
  const banned = bannedTerms(input);
  return (text) => findTerms(text, banned, input.language).length === 0;
}
