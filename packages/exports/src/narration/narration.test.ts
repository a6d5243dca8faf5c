import { beforeAll, expect, it } from 'vitest';
import { exportScript } from '../export-script.ts';
import { prepareWorld } from '../testing/arbitrary-script.ts';
import { narration } from './narration.ts';

beforeAll(prepareWorld);

it.each([
  ['en', ['It hides how tired you are.', '', 'A < B & *C*.']],
  ['ja', ['東京の朝は早い。', 'でも本当？']],
  ['ar', ['القهوة مشروب.', 'iPhone جديد.']],
])('is what is spoken as it stands, scenes apart by a blank line: %s', (language, texts) => {
  const scenes = texts.map((text) => ({ narration: text, end_seconds: 9 }));
  expect(exportScript(narration, { language, scenes }).text).toBe(`${texts.filter(Boolean).join('\n\n')}\n`);
});
