import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { exportScript } from '../export-script.ts';
import type { YouTubeSnippet } from '../source.ts';
import { anyText, prepareWorld } from '../testing/arbitrary-script.ts';
import { youtube } from './youtube.ts';

beforeAll(prepareWorld);

const script = { title: 'Why <coffee> works', logline: 'It hides how tired you are.', language: 'en', scenes: [{ narration: 'x', end_seconds: 1 }] }; // prettier-ignore

it('is the snippet and the localizations of the metadata, as they are', () => {
  const snippet = { title: 'T', description: 'D', tags: ['a'], categoryId: '27', defaultLanguage: 'en', defaultAudioLanguage: 'en' }; // prettier-ignore
  const localizations = { de: { title: 'Titel', description: 'Text' } };
  const { text, findings } = exportScript(youtube, script, {}, { platforms: { youtube: { snippet, localizations } } });
  expect(JSON.parse(text)).toEqual({ snippet, localizations });
  expect(findings).toEqual([]);
  const shorts = exportScript(youtube, script, {}, { platforms: { shorts: { snippet, localizations: {} } } });
  expect(JSON.parse(shorts.text)).toEqual({ snippet });
});

it('is the least that YouTube takes where there is no metadata, and says so', () => {
  const { text, findings } = exportScript(youtube, script);
  expect(JSON.parse(text)).toEqual({
    snippet: {
      title: 'Why ‹coffee› works',
      description: 'It hides how tired you are.',
      tags: [],
      categoryId: '27',
      defaultLanguage: 'en',
      defaultAudioLanguage: 'en',
    },
  });
  expect(findings).toMatchObject([{ name: 'youtube_metadata', path: 'metadata' }]);
});

it('keeps YouTube’s limits, whatever the texts are', () => {
  fc.assert(
    fc.property(anyText, anyText, fc.array(anyText), (title, description, tags) => {
      const given = { title: title.repeat(9), description: description.repeat(200), tags };
      const { text } = exportScript(youtube, { ...script, title }, {}, given);
      const { snippet } = JSON.parse(text) as { snippet: YouTubeSnippet };
      expect(Array.from(snippet.title).length).toBeLessThanOrEqual(100);
      expect(Buffer.byteLength(snippet.description)).toBeLessThanOrEqual(5000);
      expect(`${snippet.title}${snippet.description}${snippet.tags.join('')}`).not.toMatch(/[<>]/);
    }),
    { numRuns: 50 },
  );
});
