import { plainTitle } from '../text/titles/plain-title.ts';
import { speakable, speechFlaws } from '../text/speakable.ts';
import { withoutLabel } from '../text/titles/text-labels.ts';
import type { ScriptDraft } from './draft.ts';

/** The texts beside the narration by their form: a title is a line without a stop, others are as they were written. */
export type TextForm = 'title' | 'sentence';

/** A text without what a model sets around it: markup, a label, directions, emoji; empty where nothing else is left. */
export function plainText(text: string, form: TextForm, language: string): string {
  const labelled = speakable(text, language).text;
  const bare = withoutLabel(labelled);
  // Behind a label quotation marks stand around the whole.
  const spoken = bare === labelled ? bare : speakable(bare, language).text;
  const plain = form === 'title' ? plainTitle(spoken, language) : spoken;
  return /[\p{L}\p{N}]/u.test(plain) ? plain : '';
}

/** What only a model can put right: a gap that nobody filled, and where a voice says the text, an address. */
export function openFlaw(text: string, isSpoken: boolean, language: string): string | undefined {
  const flaws = speechFlaws(text, language).filter(({ remedy }) => remedy === 'model');
  return flaws.find(({ name }) => isSpoken || name === 'placeholder')?.excerpt;
}

/** The draft with title, logline, call to action and screen texts in plain words; a text of which nothing is left stays to be asked for again, on the screen it goes. */
export function withPlainTexts(draft: ScriptDraft, language: string): ScriptDraft {
  return {
    ...draft,
    title: plainText(draft.title, 'title', language) || draft.title,
    logline: plainText(draft.logline, 'sentence', language) || draft.logline,
    cta: plainText(draft.cta, 'sentence', language) || draft.cta,
    scenes: draft.scenes.map((scene) => ({
      ...scene,
      on_screen_text: plainText(scene.on_screen_text, 'sentence', language),
    })),
  };
}
