import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../testing/arbitrary-script.ts';
import { contentDisposition, fileNameIn } from './file-name.ts';

function namesOf(title: string, ending = '.srt') {
  const header = contentDisposition(title, ending);
  return { header, ascii: /filename="([^"]*)"/.exec(header)?.[1] ?? '', name: fileNameIn(header) };
}

it.each([
  ['Wie Kaffee wirkt: die Wahrheit', 'Wie Kaffee wirkt die Wahrheit.srt', 'Wie Kaffee wirkt die Wahrheit.srt'],
  ['Über den Fuß', 'Uber den Fuss.srt', 'Über den Fuß.srt'],
  ['コーヒーの話', 'script.srt', 'コーヒーの話.srt'],
  ['../../etc/passwd', 'etc passwd.srt', 'etc passwd.srt'],
  ['..\\..\\boot.ini', 'boot.ini.srt', 'boot.ini.srt'],
  ['C:\\autoexec.bat', 'C autoexec.bat.srt', 'C autoexec.bat.srt'],
  ['.htaccess', 'htaccess.srt', 'htaccess.srt'],
  ['-rf', 'rf.srt', 'rf.srt'],
  ['\u{202E}gpj.exe', 'gpj.exe.srt', 'gpj.exe.srt'],
  ['a\r\nSet-Cookie: b', 'a Set-Cookie b.srt', 'a Set-Cookie b.srt'],
  ['x"; filename="y', 'x filename= y.srt', 'x ; filename= y.srt'],
  ['می‌خواهم', 'script.srt', 'می‌خواهم.srt'],
  ['', 'script.srt', 'script.srt'],
  [' . ', 'script.srt', 'script.srt'],
])('%j is %j and %j', (title, ascii, name) => {
  expect(namesOf(title)).toMatchObject({ ascii, name });
});

describe('a name that Windows keeps for a device', () => {
  it.each(['CON', 'prn', 'Aux', 'NUL', 'COM1', 'lpt9', 'COM¹', 'con.backup', 'NUL .txt', 'ＣＯＮ', 'CONIN$'])(
    '%s is not given',
    (title) => {
      const { ascii, name } = namesOf(title);
      for (const one of [ascii, name])
        expect(one).not.toMatch(/^(?:con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])\s*(?:\.|$)/i);
    },
  );
});

it('is a header of at most 255 bytes, cut between letters, whatever the title is', () => {
  const endings = fc.constantFrom('.srt', '.md', '-12.ssml', '.short-video-maker.json', '.moneyprinterturbo.json');
  fc.assert(
    fc.property(
      fc.oneof(
        anyText,
        anyText.map((text) => text.repeat(9)),
      ),
      endings,
      (title, ending) => {
        const { header, ascii, name } = namesOf(title, ending);
        expect(header).toMatch(/^attachment; filename="[\x20-\x7E]+"; filename\*=UTF-8''[\w.!~*'()%-]+$/);
        expect(header.length).toBeLessThanOrEqual(255);
        for (const one of [ascii, name]) {
          expect(one).not.toMatch(/[\p{Cc}\p{Bidi_Control}/\\:*?"<>|]|^[\s.]|\.\.$/u);
          expect(one.endsWith(ending)).toBe(true);
        }
        expect(ascii).not.toContain('%');
        expect(name.isWellFormed()).toBe(true);
      },
    ),
  );
});
