import { beforeAll, expect, test } from 'vitest';
import { loadLanguages } from '../../../language/load-languages.ts';
import { inputFor } from '../../../testing/input-for.ts';
import { spokenScene, voiceOf, type ScriptDraft } from '../../draft.ts';
import { scriptOperation } from '../../kind.ts';
import type { ScriptInput, SceneRole } from '../../schema.ts';
import { scriptSeconds } from '../../timing.ts';
import { isWithinTolerance } from '../../tolerance.ts';
import { withoutSurplus } from './repair.ts';

beforeAll(() => loadLanguages(['en', 'de']));

function inputOf(body: Record<string, unknown>): ScriptInput {
  return inputFor(scriptOperation, body);
}

function draftOf(...narrations: readonly string[]): ScriptDraft {
  const roleOf = (index: number): SceneRole =>
    index === 0 ? 'hook' : index === narrations.length - 1 ? 'cta' : 'point';
  const scenes = narrations.map((narration, index) => spokenScene(index, roleOf(index), narration));
  return { title: '', logline: '', cta: narrations.at(-1) ?? '', scenes, claims: [] };
}

function isLongAsAsked({ scenes }: ScriptDraft, input: ScriptInput): boolean {
  return isWithinTolerance(scriptSeconds(scenes, voiceOf(input)), input.duration);
}

test.each([
  [
    'English',
    { prompt: 'Why cats purr', duration: 30 },
    draftOf(
      'Cats purr for comfort and to communicate.',
      "Purring is a natural way cats express themselves, and it's why many people find them so comforting.",
      'For example, when your cat is feeling tired or stressed, it may start purring to help them relax and feel better. What often goes wrong is that not enough space and light, or too much noise in the environment, can make a cat feel uncomfortable and frustrated, leading to them purring.',
      'Keep a cat in a quiet, comfortable environment.',
    ),
  ],
  [
    'German',
    { prompt: 'Warum Katzen schnurren', language: 'de', duration: 25 },
    draftOf(
      'Katzen schnurren, wenn es ihnen gut geht.',
      'Sie schnurren aber auch bei Schmerzen, und niemand weiß ganz genau, woher das kommt. Ein tiefer Ton mit etwa fünfundzwanzig Schwingungen in der Sekunde läuft dabei durch Kehlkopf und Zwerchfell und ist noch an der Spitze ihres Schwanzes zu fühlen, wenn man die Hand darauf legt.',
      'Lege heute Abend deine Hand auf ihren Rücken.',
    ),
  ],
])('where no last sentence is short enough to go, another one goes (%s)', (_, body, draft) => {
  const input = inputOf(body);
  expect(isLongAsAsked(draft, input)).toBe(false);
  const shortened = withoutSurplus(draft, input);
  expect(isLongAsAsked(shortened, input)).toBe(true);
  expect(shortened.scenes[0]?.narration).toBe(draft.scenes[0]?.narration);
  expect(shortened.scenes.at(-1)?.narration).toBe(draft.cta);
});

test('an entry of a list keeps the sentence that counts it', () => {
  const input = inputOf({ prompt: 'Two ways to calm a cat', duration: 22 });
  const draft = draftOf(
    'Cats calm down sooner than people.',
    'First, close the curtains. Darkness tells a cat in words that it has known since it was a kitten that nobody hunts at this hour, and so it lies down.',
    'Second, speak softly and slowly to it.',
    'Try it tonight.',
  );
  expect(withoutSurplus(draft, input).scenes[1]?.narration).toMatch(/^First, close the curtains\./);
});

test('the call to action stays where the sentence before it says nearly the same', () => {
  const input = inputOf({ prompt: 'Why cats purr', duration: 20 });
  const draft = draftOf(
    'Cats purr to communicate with humans, as well as to express their emotions.',
    'They do this with vibrations in their vocal cords.',
    'Cats purr when they are happy, scared, or bored.',
    'It is good for your cat to have time with you, so play with it and give it treats. If you have a cat, try playing with it and giving treats.',
  );
  const cta = 'If you have a cat, try playing with it and giving treats.';
  expect(withoutSurplus({ ...draft, cta }, input).scenes.at(-1)?.narration).toContain(cta);
});
