import { describe, expect, test } from 'vitest';
import { startApi } from '../../testing/start-api.ts';
import { weakLanguage } from './weak-language.ts';

const english = {
  name: 'default',
  strategy: 'staged',
  price: null,
  maxOutputTokens: undefined,
  languages: ['en'],
} as const;

describe('a language that a model was not found fit to write', () => {
  test.each([
    ['is named', { prompt: 'How espresso works', language: 'de' }, 'de'],
    ['is told by the prompt', { prompt: 'Drei Fehler beim Lüften, die die Heizkosten treiben' }, 'de'],
    ['is told by its letters', { prompt: 'なぜ味噌汁は健康に良いのか' }, 'ja'],
    ['is that of the script', { script: { language: 'es', scenes: [] } }, 'es'],
  ])('counts where it %s', (_, body, language) => {
    expect(weakLanguage({ body, language }, english)).toBe(language);
  });

  test.each([
    ['fit', { prompt: 'How espresso works', language: 'en-GB' }, 'en-GB'],
    ['a doubtful guess', { prompt: 'Tiramisu' }, 'it'],
    ['a name', { prompt: 'Docker' }, 'de'],
  ])('does not where it is %s', (_, body, language) => {
    expect(weakLanguage({ body, language }, english)).toBeUndefined();
  });

  test('is none of a model that nobody measured, as those of providers are', () => {
    const body = { prompt: 'Drei Fehler', language: 'de' };
    expect(weakLanguage({ body, language: 'de' }, { ...english, languages: undefined })).toBeUndefined();
  });
});

test('it is refused before anything is asked, with the ways on; allow_weak_language asks it with a finding', async () => {
  await using api = await startApi(undefined, { modelInfo: '{ languages: [de] }' });
  const body = { prompt: 'How espresso works', duration: 45, language: 'en' };
  const refused = await api.post('/generate/script', body);
  expect(refused.status).toBe(422);
  expect(await refused.json()).toMatchObject({
    error: {
      details: {
        issues: [
          {
            path: 'language',
            reason: 'the model "default" was not found fit to write English',
            allowed: expect.stringMatching(/^de \(German\); a provider .* allow_weak_language: true/),
          },
        ],
      },
    },
  });
  const prompt = 'Three mistakes that people make with the heating of their homes';
  const script = { title: 'Heating', scenes: [{ id: 'scene-1', narration: prompt }] };
  for (const [path, other] of [
    ['/generate/package', body],
    ['/generate/package', { prompt }],
    ['/generate/metadata', { title: 'Heating', content: prompt, language: 'en' }],
    ['/generate/thumbnail-prompt', { title: prompt, language: 'en' }],
    ['/generate/script/revise', { script, original: body, instruction: 'Make it shorter.' }],
  ] as const) {
    const answer = await api.post(path, other);
    expect([path, answer.status, await answer.text()]).toEqual([path, 422, expect.stringContaining('write English')]);
  }
  expect(api.provider.requests).toEqual([]);
  const wanted = await api.post('/generate/script', { ...body, allow_weak_language: true });
  expect(wanted.status).toBe(200);
  const { meta } = (await wanted.json()) as { meta: { checks: { name: string }[] } };
  expect(meta.checks).toContainEqual(
    expect.objectContaining({ name: 'weak_language', ok: false, value: 'en', limit: 'de' }),
  );
}, 60_000);
