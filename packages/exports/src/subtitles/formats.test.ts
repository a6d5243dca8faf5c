import { requireTool } from '@showrunner/testkit';
import fc from 'fast-check';
import { parse as parseSrt } from 'subsrt-ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportScript } from '../export-script.ts';
import { timedScript, type ExportScript } from '../source.ts';
import { anyScript, WORLD_TEXTS, prepareWorld } from '../testing/arbitrary-script.ts';
import { openCueReader, type CueReader } from '../testing/read-cues-in-chromium.ts';
import { cuesOf } from './cues.ts';
import { srt, vtt } from './formats.ts';

beforeAll(prepareWorld);

const late: ExportScript = {
  language: 'en',
  scenes: [
    { narration: 'After a hundred hours.', start_seconds: 360_000, end_seconds: 360_003.25 },
    { narration: 'A < B & C > D --> E', start_seconds: 360_003.25, end_seconds: 360_007 },
  ],
};

it('SubRip numbers its cues and puts a comma before the milliseconds', () => {
  expect(exportScript(srt, late).text).toBe(
    [
      '1',
      '100:00:00,000 --> 100:00:03,250',
      'After a hundred hours.',
      '',
      '2',
      '100:00:03,250 --> 100:00:07,000',
      'A < B & C > D --> E',
      '',
    ].join('\n'),
  );
});

it('WebVTT writes what it would read as markup as names', () => {
  expect(exportScript(vtt, late).text).toContain('100:00:03.250 --> 100:00:07.000\nA &lt; B &amp; C &gt; D --&gt; E\n');
});

it('a script without narration gives a file without cues', () => {
  expect(exportScript(vtt, { scenes: [{ narration: ' \n' }] }).text).toBe('WEBVTT\n');
  expect(exportScript(srt, { scenes: [{}] }).text).toBe('');
});

it.each(['ar', 'he', 'fa'])('%s has its direction at the beginning of each line', (language) => {
  const scenes = [{ narration: `iPhone ${WORLD_TEXTS[language]} OK`, start_seconds: 0, end_seconds: 12 }];
  for (const format of [srt, vtt]) {
    const spoken = exportScript(format, { language, scenes })
      .text.split('\n')
      .filter((line) => /\p{L}/u.test(line) && line !== 'WEBVTT');
    const withLetters = spoken.filter((line) => /[\p{sc=Arab}\p{sc=Hebr}]/u.test(line));
    expect(withLetters.length).toBeGreaterThan(0);
    expect(withLetters.every((line) => line.startsWith('\u{200F}'))).toBe(true);
    expect(Math.max(...spoken.map((line) => Array.from(line.replace('\u{200F}', '')).length))).toBeLessThanOrEqual(42);
  }
});

it('a reader of SubRip finds the same cues', () => {
  fc.assert(
    fc.property(anyScript, (script) => {
      const cues = cuesOf(timedScript(script)).filter(({ end }) => end < 360_000_000);
      const read = parseSrt(exportScript(srt, script).text, { format: 'srt' }).filter((one) => one.type === 'caption');
      const known = read.filter(({ end }) => end < 360_000_000).slice(0, cues.length);
      expect(known.map(({ start, end }) => [start, end])).toEqual(cues.map(({ start, end }) => [start, end]));
    }),
    { numRuns: 60 },
  );
});

describe('a browser', requireTool('chromium'), () => {
  let reader: CueReader;
  beforeAll(async () => {
    reader = await openCueReader();
  });
  afterAll(() => reader.close());

  it('reads the cues of WebVTT with the times and lines that SubRip has', async () => {
    const scripts = fc.sample(anyScript, { numRuns: 120, seed: 7 });
    const read = await reader.read([...scripts, late].map((script) => exportScript(vtt, script).text));
    for (const [index, script] of [...scripts, late].entries()) {
      const cues = cuesOf(timedScript(script));
      expect(read[index]?.map(({ start, end }) => [start, end])).toEqual(cues.map(({ start, end }) => [start, end]));
      expect(read[index]?.map(({ text }) => text.replaceAll('\u{200F}', ''))).toEqual(
        cues.map(({ lines }) => lines.join('\n').replaceAll('\u{200F}', '')),
      );
    }
  });
});
