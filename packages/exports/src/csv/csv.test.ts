import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { exportScript } from '../export-script.ts';
import type { ExportScene } from '../source.ts';
import { anyScript, prepareWorld } from '../testing/arbitrary-script.ts';
import { csv } from './csv.ts';

beforeAll(prepareWorld);

function rowsOf(scenes: readonly ExportScene[], delimiter?: ';'): Record<string, string>[] {
  const separator = delimiter === undefined ? 'comma' : 'semicolon';
  return parse(exportScript(csv, { scenes }, { separator }).text, { columns: true, delimiter: delimiter ?? ',' });
}

const troublesome: ExportScene = {
  role: 'point',
  narration: 'Er sagte: "Kalt",\nund ging.\r\nDann; ja,\rEnde.',
  visual: '-5 °C auf dem Thermometer',
  on_screen_text: '=SUM(A1:A9)',
  broll: [{ query_en: 'cold morning', description: '+ ein Hahn' }, { query_en: 'thermometer' }],
  start_seconds: 4.2,
  end_seconds: 9,
};

it('has the columns of a shot list, and each row as many fields', () => {
  const text = exportScript(csv, { scenes: [troublesome, {}] }).text;
  expect(text.split('\r\n')[0]).toBe('scene,start,end,role,narration,on_screen_text,visual,query_en,description');
  const rows: string[][] = parse(text);
  expect(rows.map((row) => row.length)).toEqual([9, 9, 9]);
  expect(text.endsWith('\r\n')).toBe(true);
});

it('keeps quotation marks, line breaks and separators in their cell', () => {
  expect(rowsOf([troublesome])).toEqual([
    {
      scene: '1',
      start: '4.2',
      end: '9',
      role: 'point',
      narration: troublesome.narration,
      on_screen_text: "'=SUM(A1:A9)",
      visual: "'-5 °C auf dem Thermometer",
      query_en: 'cold morning\nthermometer',
      description: "'+ ein Hahn\n",
    },
  ]);
});

describe('a cell that a spreadsheet would calculate', () => {
  it.each(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋'])('that begins with %j is a text', (mark) => {
    for (const rest of ['1+1', '５℃', 'café']) {
      expect(rowsOf([{ narration: mark + rest }])[0]?.narration).toBe(`'${mark}${rest}`);
    }
  });

  it.each(['5 °C', '−5 °C', '咖啡', 'a=b', "'=1"])('is not %j', (text) => {
    expect(rowsOf([{ narration: text }])[0]?.narration).toBe(text);
  });
});

it('for spreadsheets of other countries has semicolons, and commas in its numbers', () => {
  expect(rowsOf([troublesome], ';')[0]).toMatchObject({ start: '4,2', narration: troublesome.narration });
});

it('begins with a byte order mark unless asked not to', () => {
  expect(exportScript(csv, { scenes: [{}] }).hasByteOrderMark).toBe(true);
  expect(exportScript(csv, { scenes: [{}] }, { bom: false }).hasByteOrderMark).toBe(false);
  expect(exportScript(csv, { scenes: [{}] }).text).not.toContain('\u{FEFF}');
});

it('is read back as it was written, whatever the texts are', () => {
  fc.assert(
    fc.property(anyScript, ({ scenes }) => {
      const rows = rowsOf(scenes);
      expect(rows.length).toBe(scenes.length);
      for (const [index, { narration = '', visual = '' }] of scenes.entries()) {
        expect(rows[index]?.narration?.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/u, '')).toBe(narration);
        expect(rows[index]?.visual?.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/u, '')).toBe(visual);
        expect(rows[index]?.visual).not.toMatch(/^[=+\-@\t\r]/);
      }
    }),
  );
});
