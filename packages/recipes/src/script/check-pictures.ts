import type { Finding } from '../port/finding.ts';
import { jaccard } from '../text/similarity.ts';
import { words } from '../text/words.ts';
import type { ScriptDraft } from './draft.ts';
import { orPassed } from './or-passed.ts';
import { SAME_SHOT, shotWords } from './shots.ts';

export const MOST_ON_SCREEN_WORDS = 8;

/** What is seen: texts short enough to read, and another shot in each scene. */
export function checkPictures(draft: ScriptDraft): Finding[] {
  return [...checkOnScreenText(draft), ...checkVisuals(draft)];
}

function checkOnScreenText(draft: ScriptDraft): Finding[] {
  const failed = draft.scenes.flatMap(({ id, on_screen_text: text }, index): Finding[] => {
    const count = words(text).length;
    if (count <= MOST_ON_SCREEN_WORDS) return [];
    return [
      {
        name: 'on_screen_text',
        ok: false,
        value: count,
        limit: MOST_ON_SCREEN_WORDS,
        unit: 'words',
        sceneId: id,
        path: `scenes[${index}].on_screen_text`,
        message: `On-screen text has ${count} words; ${MOST_ON_SCREEN_WORDS} can be read in passing.`,
        severity: 'report',
      },
    ];
  });
  return orPassed(failed, 'on_screen_text', 'words', 'On-screen texts are short enough to read.');
}

/** Each shot against those before it, however they are framed. */
function checkVisuals({ scenes }: ScriptDraft): Finding[] {
  const shown = scenes.map(({ visual }) => shotWords(visual));
  const failed = scenes.flatMap(({ id, visual }, index): Finding[] => {
    const own = shown[index] ?? new Set();
    const overlap = Math.max(0, ...shown.slice(0, index).map((earlier) => jaccard(earlier, own)));
    if (overlap <= SAME_SHOT) return [];
    return [
      {
        name: 'visuals_differ',
        ok: false,
        value: Math.round(overlap * 100) / 100,
        limit: SAME_SHOT,
        unit: 'word_overlap',
        sceneId: id,
        path: `scenes[${index}].visual`,
        message: `"${visual}" is the picture of an earlier scene; this one has to show something else.`,
        severity: 'report',
      },
    ];
  });
  return orPassed(failed, 'visuals_differ', 'scenes', 'Every scene shows another picture.');
}
