/**
 * Escapes of a string literal that came as text: `\n`, `\t`, `\"`, `\u00e9`, `\$`, also escaped more than once. Runs of line
 * ends and tabs are one.
 */
const ESCAPE =
  /\\+(?:(?:[nr]|t(?![\p{L}\p{N}]))(?:\\+[nrt])*|t|u\{[\da-f]{1,6}\}|u000[12][\da-f]{4}|u[\da-f]{4}|x[\da-f]{2}(?![\da-f])|["'/$&#%*_~])/giu;

/** `\u00e9`, `\u{1F600}`, `\xe9` of JavaScript, `\U0001F600` of Python. */
const CHARACTER = /(?:u\{?([\da-f]{1,8})\}?|x([\da-f]{2}))$/i;

/** A path or address of Windows: a drive, a share. */
const WINDOWS_PATH = /^["'(]?(?:[a-z]:\\|\\\\[\w-]+\\)/i;

/** Commands of TeX that begin as `\n`, `\r` or `\t` do. */
const TEX =
  /^\\(?:n(?:abla|atural|eg?|eq|earrow|exists|i|leq|geq|mid|ot(?:in)?|u|warrow|ewline|ewcommand|parallel|subseteq)|r(?:ightarrow|angle|ho|ceil|floor|ight|oot|m)|t(?:an|anh|au|ext\w*|frac|heta|imes|ilde|o|op|riangle\w*))(?![a-z])/;

const SENTENCE_END = /(?:^|[.!?…。！？؟।։:;,，、：；"'”’»」』)\]*–—-]|\p{Extended_Pictographic}\uFE0F?)\s*$/u;
/** Escaped for a string literal, or for Markdown. */
const PUNCTUATION = /["'/$&#%*_~]$/;
const QUOTED = /["'`“‘«「]$/u;
const CODE_WORD = /\bregex|regular expression|\bescape|unicode|\bnew ?line|line (?:break|feed)|backslash/i;

/** A text with the characters that its escapes mean. `C:\new`, `\nabla` and a `\n` that is spoken of stay. */
export function withoutEscapes(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(ESCAPE, (escape, at: number) => (isMeant(text, at, escape) ? escape : unescaped(escape)));
}

/** Whether the backslash belongs to the text. */
function isMeant(text: string, at: number, escape: string): boolean {
  const before = text.slice(0, at);
  const after = text.slice(at + escape.length);
  if (WINDOWS_PATH.test(tokenAround(text, at))) return true;
  if (QUOTED.test(before) && /^["'`”’»」]/u.test(after)) return true;
  if (PUNCTUATION.test(escape)) return false;
  if (CHARACTER.test(escape)) return CODE_WORD.test(text);
  if (TEX.test(text.slice(at))) return true;
  return isOneLetter(escape) && !isLineEnd(before, after) && (CODE_WORD.test(text) || isInsideWord(before, after));
}

function isOneLetter(escape: string): boolean {
  return /^\\[nrt]$/i.test(escape);
}

/** A line ends behind a sentence, before a capital, a letter of a script without capitals, a list mark or nothing. */
function isLineEnd(before: string, after: string): boolean {
  return (
    SENTENCE_END.test(before) || /^(?:\s*$|\s*[\p{Lu}\p{Lo}\p{N}"“«„¿¡•*#-]|\p{Extended_Pictographic})/u.test(after)
  );
}

/** `docs\notes`, ` \n `: a small letter of ASCII behind, and either a word before or space on both sides. */
function isInsideWord(before: string, after: string): boolean {
  return (
    (/[\w)]$/.test(before) && /^[a-z]+(?:\\(?![nrt])|[./])/.test(after)) ||
    (/\s$/.test(before) && /^\s[a-z]/.test(after))
  );
}

function tokenAround(text: string, at: number): string {
  const start = text.slice(0, at).search(/\S+$/);
  return text.slice(start < 0 ? at : start).split(/\s/, 1)[0] ?? '';
}

function unescaped(escape: string): string {
  const [, long, short] = CHARACTER.exec(escape) ?? [];
  const code = long ?? short;
  if (code !== undefined) return characterOf(Number.parseInt(code, 16));
  if (PUNCTUATION.test(escape)) return escape.slice(-1);
  return escape.replaceAll(/\\+(?:r\\+n|[nr])/gi, '\n').replaceAll(/\\+t/gi, ' ');
}

function characterOf(code: number): string {
  return code > 0x10ffff ? '' : String.fromCodePoint(code);
}
