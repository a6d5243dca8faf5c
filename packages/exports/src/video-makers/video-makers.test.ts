import { beforeAll, expect, it } from 'vitest';
import { exportScript } from '../export-script.ts';
import { prepareWorld } from '../testing/arbitrary-script.ts';
import { moneyPrinterTurbo } from './moneyprinterturbo.ts';
import { shortVideoMaker } from './short-video-maker.ts';

beforeAll(prepareWorld);

const script = {
  title: 'Why coffee works',
  language: 'en',
  scenes: [
    { narration: 'It hides\nhow tired you are.', broll: [{ query_en: 'tired man' }, { query_en: 'coffee cup' }], start_seconds: 0, end_seconds: 4 }, // prettier-ignore
    { narration: ' ', visual: 'Silence.', start_seconds: 4, end_seconds: 6 },
    { narration: 'That is all.', broll: [{ query_en: 'coffee cup' }, { query_en: '' }], start_seconds: 6, end_seconds: 8 }, // prettier-ignore
  ],
};

it('short-video-maker gets its scenes, and a configuration', () => {
  const { text, fileName, findings } = exportScript(shortVideoMaker, script, { orientation: 'landscape' });
  expect(JSON.parse(text)).toEqual({
    scenes: [
      { text: 'It hides how tired you are.', searchTerms: ['tired man', 'coffee cup'] },
      { text: 'That is all.', searchTerms: ['coffee cup'] },
    ],
    config: { paddingBack: 1500, orientation: 'landscape' },
  });
  expect(fileName).toBe('Why coffee works.short-video-maker.json');
  expect(findings).toMatchObject([{ name: 'scene_narration', path: 'scenes[1]' }]);
});

it.each(['de', 'ja', 'pt-BR'])('short-video-maker speaks no %s, which is said', (language) => {
  const { findings } = exportScript(shortVideoMaker, { ...script, language });
  expect(findings[0]).toMatchObject({ name: 'voice_language', value: language, limit: 'en' });
});

it('MoneyPrinterTurbo gets subject, script and terms in the order of the script', () => {
  const { text, findings } = exportScript(
    moneyPrinterTurbo,
    { ...script, language: 'zh-Hans' },
    { orientation: 'portrait' },
  );
  expect(JSON.parse(text)).toEqual({
    video_subject: 'Why coffee works',
    video_script: 'It hides how tired you are.\nThat is all.',
    video_terms: ['tired man', 'coffee cup'],
    video_aspect: '9:16',
    video_concat_mode: 'sequential',
    match_materials_to_script: true,
    video_language: 'zh-Hans',
  });
  expect(findings).toMatchObject([{ name: 'search_terms', path: 'scenes[1]' }]);
});
