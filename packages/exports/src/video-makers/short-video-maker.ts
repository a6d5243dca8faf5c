import type { Finding } from '@showrunner/recipes/in-browser';
import { defineFormat, remark } from '../format.ts';
import { inOneLine } from '../plain-text.ts';
import type { Scene, TimedScript } from '../source.ts';
import { searchTermsOf, unillustrated } from './search-terms.ts';

/** How long the picture stays after the last word; the figure that its own documentation recommends. */
const PADDING_BACK_MS = 1500;

/**
 * The body of `POST /api/short-video` of short-video-maker (gyoridavid/short-video-maker @9bb9a21,
 * `src/types/shorts.ts`: `createShortInput`). It turns the video on its side only where `orientation` says so.
 */
export const shortVideoMaker = defineFormat({
  id: 'short-video-maker',
  title: 'short-video-maker request',
  mediaType: 'application/json; charset=utf-8',
  extension: 'short-video-maker.json',
  options: ['orientation'],
  render(script, { orientation }) {
    const spoken = script.scenes.filter(({ narration }) => inOneLine(narration) !== '');
    const body = {
      scenes: spoken.map((scene) => ({ text: inOneLine(scene.narration), searchTerms: searchTermsOf(scene) })),
      config: { paddingBack: PADDING_BACK_MS, ...(orientation === undefined ? {} : { orientation }) },
    };
    const findings = [...unspokenLanguage(script), ...silent(script.scenes), ...unillustrated(spoken)];
    return { text: `${JSON.stringify(body, null, 2)}\n`, findings };
  },
});

/** Its voices are English alone (the `VoiceEnum` there: af, am, bf, bm). */
function unspokenLanguage({ language }: TimedScript): Finding[] {
  if (language === 'und' || language.split('-', 1)[0] === 'en') return [];
  const message = `short-video-maker has English voices only, and the script is in "${language}".`;
  return [remark('voice_language', { value: language, limit: 'en', unit: 'language', message })];
}

function silent(scenes: readonly Scene[]): Finding[] {
  return scenes.flatMap(({ id, narration }, index) =>
    inOneLine(narration) === ''
      ? [
          remark('scene_narration', {
            value: 0,
            limit: 1,
            unit: 'characters',
            path: `scenes[${index}]`,
            sceneId: id,
            message: 'A scene without narration is left out: short-video-maker times scenes by their speech.',
          }),
        ]
      : [],
  );
}
