import { expect, test } from 'vitest';
import { inputFor } from '../../../testing/input-for.ts';
import { circumstancesOf } from '../../../testing/answer-asks.ts';
import type { DraftScene, ScriptDraft } from '../../draft.ts';
import { scriptOperation } from '../../kind.ts';
import { sceneLanguageCheck } from './check.ts';

const SAID: Readonly<Record<string, string>> = {
  ja: '豆を挽く機械は飲み物の流れる速さを決めます。新しい水は砂糖をカップまで運びます。',
  ko: '그라인더는 음료가 얼마나 빨리 흐르는지 정합니다. 신선한 물은 설탕을 잔까지 나릅니다.',
  'zh-CN': '磨豆机决定饮料流得有多快。新鲜的水把糖分带进杯子里。金色的泡沫一周之内就失去香气。',
  hi: 'चक्की तय करती है कि पेय कितनी तेज़ी से बहेगा। ताज़ी धार चीनी को प्याले तक ले जाती है।',
  es: 'El molinillo decide la velocidad de la bebida. El agua fresca lleva el azúcar hasta la taza y la espuma guarda el olor.',
};

function failedScenes(language: string, narration: string): (string | undefined)[] {
  const input = inputFor(scriptOperation, { prompt: 'Espresso', language });
  const scene = (id: string, text: string): DraftScene => ({
    id,
    role: 'point',
    narration: text,
    on_screen_text: '',
    visual: 'cup',
    broll: [],
    delivery: { pace: 'normal', emphasis: [] },
  });
  const own = SAID[language] ?? '';
  const scenes = [scene('scene-1', own), scene('scene-2', narration), scene('scene-3', own)];
  const draft: ScriptDraft = { title: 'x', logline: 'x', cta: '', scenes, claims: [] };
  const found = sceneLanguageCheck.measure(draft, input, circumstancesOf('single'));
  return found.filter(({ ok }) => !ok).map(({ sceneId }) => sceneId);
}

test.each([
  ['ja', 'The grinder shapes the second sip in a cold kitchen.'],
  ['ko', 'The grinder shapes the second sip in a cold kitchen.'],
  ['zh-CN', 'Let me know if you want changes!'],
  ['hi', 'Der Kessel hält die Wärme an ihrem Platz und das Wasser in der Maschine.'],
  [
    'ja',
    'A black leaf was left in the air until it turned brown. It needs the hottest water that your kettle gives, and so much more of it than you would ever think.',
  ],
  ['es', 'This is what the pump does with all of the water in there.'],
])('one sentence of another language is found in a script in %s: %s', (language, narration) => {
  expect(failedScenes(language, narration)).toEqual(['scene-2']);
});

test.each([
  ['ja', '豆を挽く機械は飲み物の流れる速さを決めます。 Boiling water takes the bitter part as well.'],
  ['ko', 'Boiling water takes the bitter part as well. 신선한 물은 설탕을 잔까지 나릅니다.'],
  ['zh-CN', '磨豆机决定饮料流得有多快。 You see what the pump does with it. 金色的泡沫一周之内就失去香气。'],
  ['hi', 'चक्की तय करती है कि पेय कितनी तेज़ी से बहेगा। This is what happens to the water in there.'],
])('an English sentence among others is found in a script in %s: %s', (language, narration) => {
  expect(failedScenes(language, narration)).toEqual(['scene-2']);
});

test.each([
  ['ja', 'iPhone 15 Pro Max.'],
  ['ja', '豆を挽く機械です。 La Marzocco Linea Mini, Blue Bottle Coffee.'],
  ['ko', 'La Marzocco Linea Mini!'],
  ['zh-CN', 'Blue Bottle Coffee, Oakland.'],
  ['es', 'Crema, ristretto, lungo.'],
])('a scene of names alone may stand in a script in %s: %s', (language, narration) => {
  expect(failedScenes(language, narration)).toEqual([]);
});
