import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { loadLanguages } from '../language/load-languages.ts';
import { settleAll } from '../port/guarantee.ts';
import { inputFor } from '../testing/input-for.ts';
import { answerAsks, circumstancesOf } from '../testing/answer-asks.ts';
import { worldText } from '../testing/texts-of-the-world.ts';
import type { ScriptDraft } from './draft.ts';
import { scriptOperation } from './kind.ts';
import { openFlaw, plainText } from './plain-texts.ts';
import { scriptGuarantees } from './repair/guarantees.ts';
import type { ScriptInput } from './schema.ts';
import { frameTextsOf, narrationsOf, screenTextsOf } from './texts.ts';

beforeAll(() => loadLanguages(['en', 'es', 'de', 'zh-TW', 'ja', 'fr', 'th']));

test.each([
  ['en', '**Title:** "How Espresso *Really* Works" 🔥', 'How Espresso Really Works'],
  ['en', '24: Live Another Day', '24: Live Another Day'],
  ['en', 'Why #1 is wrong', 'Why #1 is wrong'],
  ['en', 'C# in 100 seconds', 'C# in 100 seconds'],
  ['en', 'Star Wars: A New Hope', 'Star Wars: A New Hope'],
  ['es', '**Título:** «Por qué el café sale ácido» ☕', 'Por qué el café sale ácido'],
  ['de', 'Titel: „Warum Espresso sauer wird“', 'Warum Espresso sauer wird'],
  ['de', '8. Mai 1945', '8. Mai 1945'],
  ['zh-TW', '標題：「為什麼咖啡會酸」', '為什麼咖啡會酸'],
  ['ja', 'タイトル：「エスプレッソの仕組み」', 'エスプレッソの仕組み'],
])('%s: the title "%s" is "%s"', (language, title, plain) => {
  expect(plainText(title, 'title', language)).toBe(plain);
});

test.each([
  ['en', '[Outro music] **Subscribe**', 'Subscribe'],
  ['en', 'CTA: Subscribe for more.', 'Subscribe for more.'],
  ['fr', 'Appel à l’action : Abonnez-vous.', 'Abonnez-vous.'],
  ['en', 'Logline: A pump makes the difference.', 'A pump makes the difference.'],
  ['en', 'Grind finer (a little).', 'Grind finer (a little).'],
])('%s: the sentence "%s" is "%s"', (language, text, plain) => {
  expect(plainText(text, 'sentence', language)).toBe(plain);
});

test('a gap needs the model, and an address only where a voice says it', () => {
  expect(openFlaw('Subscribe to [Channel Name]', false, 'en')).toBe('[Channel Name]');
  expect(openFlaw('Read on at https://x.example', true, 'en')).toBe('https://x.example');
  expect(openFlaw('https://x.example', false, 'en')).toBeUndefined();
});

function inputOf(body: Record<string, unknown> = {}): ScriptInput {
  return inputFor(scriptOperation, { prompt: 'How espresso works', duration: 45, language: 'en', ...body });
}

function draftOf(narrations: readonly string[], frame: Partial<ScriptDraft> = {}, onScreen = ''): ScriptDraft {
  const scenes = narrations.map((narration, index) => ({
    id: `scene-${index + 1}`,
    role: 'point' as const,
    narration,
    on_screen_text: onScreen,
    visual: '',
    broll: [],
    delivery: { pace: 'normal' as const, emphasis: [] },
  }));
  return { title: 'Nine bars', logline: 'A pump.', cta: 'Grind.', claims: [], scenes, ...frame };
}

const input = inputOf();
const circumstances = circumstancesOf('staged');

/** The draft after code alone has fixed and settled it, and the words that it says to have taken out. */
function mended(draft: ScriptDraft, wish = input) {
  const { result, fixes } = answerAsks(settleAll(scriptGuarantees, draft, wish, circumstances), () => '');
  return { result, told: fixes.flatMap(({ finding }) => finding.removed ?? []) };
}

function textsOf(draft: ScriptDraft): string[] {
  return [...frameTextsOf(draft), ...narrationsOf(draft), ...screenTextsOf(draft)].map(({ text }) => text);
}

function lettersOf(texts: readonly string[]): string[] {
  return (
    texts
      .join(' ')
      .normalize('NFC')
      .match(/[\p{L}\p{N}]/gu) ?? []
  );
}

test('a call to action loses its direction, and the answer tells the words', () => {
  const { result, told } = mended(draftOf(['One.', 'Two.', 'Three.'], { cta: '[Outro music] **Subscribe**' }));
  expect(result.cta).toBe('Subscribe');
  expect(told).toEqual(['[Outro music]']);
});

test.each([
  ['ja', 'エスプレッソの仕組みを三分で学ぶための完全な説明書です'],
  ['th', 'ปั๊มดันน้ำร้อนผ่านกาแฟบดละเอียดด้วยแรงดันเก้าบาร์และเวลา'],
  ['en', 'one two three four five six seven eight — nine'],
])('%s: a screen text is cut between words: "%s"', (language, text) => {
  const { result, told } = mended(draftOf(['One.', 'Two.', 'Three.'], {}, text), inputOf({ language }));
  const shown = result.scenes[0]?.on_screen_text ?? '';
  expect(shown).not.toBe(text);
  expect(text.startsWith(shown)).toBe(true);
  expect(Array.from(new Intl.Segmenter(undefined, { granularity: 'word' }).segment(shown)).length).toBeGreaterThan(6);
  expect(text.endsWith(told[0] ?? '?')).toBe(true);
});

test('what code takes out of a text in two steps is told whole', () => {
  const { result, told } = mended(draftOf(['[music] ﾊﾟﾝ。コーヒー.', 'Second scene.', 'Third one.']));
  expect(result.scenes[0]?.narration).toBe('ﾊﾟﾝ。');
  expect(told).toEqual(expect.arrayContaining(['[music]', 'コーヒー.']));
});

test('whatever the world writes, no word of what is delivered goes without being told', { timeout: 120_000 }, () => {
  const remark = fc.constantFrom(
    '[music] ',
    '(laughs) ',
    '**Hook:** ',
    '*upbeat music plays* ',
    '# ',
    '🔥 ',
    'Title: ',
  );
  const text = fc.tuple(remark, worldText()).map(([mark, body]) => `${mark}${body}`);
  fc.assert(
    fc.property(text, text, text, (title, narration, onScreen) => {
      const draft = draftOf([`${narration}.`, 'Second scene.', 'Third one.'], { title, cta: narration }, onScreen);
      const { result, told } = mended(draft);
      const broken = scriptOperation.check(result, input, circumstances).filter(({ ok }) => !ok);
      fc.pre(broken.every(({ severity }) => severity !== 'must'));
      const left = lettersOf(textsOf(result)).concat(lettersOf(told));
      const missing = [...Map.groupBy(lettersOf(textsOf(draft)), (letter) => letter)].filter(
        ([letter, all]) => left.filter((other) => other === letter).length < all.length,
      );
      expect(missing).toEqual([]);
    }),
  );
});
