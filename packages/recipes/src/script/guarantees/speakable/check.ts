import { foreignWord } from '../../../language/scripts.ts';
import { orPassed } from '../../../port/or-passed.ts';
import { speechFlaws } from '../../../text/speakable.ts';
import type { DraftScene } from '../../draft.ts';
import type { ScriptInput } from '../../schema.ts';
import type { ScriptCheck } from '../guarantee.ts';

/** Every narration can be spoken as it is written. */
export const speakableCheck: ScriptCheck<'narration_speakable'> = {
  names: ['narration_speakable'],
  measure(draft, input) {
    const failed = draft.scenes.flatMap((scene, index) => {
      const { id, narration } = scene;
      const flaws = unspeakable(narration, input);
      const [first] = flaws;
      if (first === undefined && !saysNothing(scene)) return [];
      const found = first === undefined ? 'nothing to say' : `${first.name.replaceAll('_', ' ')} "${first.excerpt}"`;
      return [
        {
          name: 'narration_speakable',
          ok: false,
          value: Math.max(1, flaws.length),
          limit: 0,
          unit: narration.trim() === '' ? 'words' : 'flaws',
          sceneId: id,
          path: `scenes[${index}].narration`,
          message: `A voice cannot speak this as written: ${found}. Only spoken words may stand there.`,
          severity: 'must',
        } as const,
      ];
    });
    return orPassed(failed, 'narration_speakable', 'flaws', 'Every narration can be spoken as written.');
  },
};

/** Whether a scene has neither a word nor a figure. */
export function saysNothing({ narration }: DraftScene): boolean {
  return !/[\p{L}\p{N}]/u.test(narration);
}

/** Everything in a narration that a voice cannot say. */
export function unspeakable(narration: string, input: ScriptInput): { name: string; excerpt: string }[] {
  return [...speechFlaws(narration, input.language), ...foreignFlaw(narration, input)];
}

/** A word in letters that the voice's language does not have, unless the caller wants it said. */
function foreignFlaw(
  narration: string,
  { language, must_include: wanted }: ScriptInput,
): { name: string; excerpt: string }[] {
  const word = foreignWord(narration, language);
  return word === undefined || wanted.some((phrase) => phrase.includes(word))
    ? []
    : [{ name: 'foreign_word', excerpt: word }];
}
