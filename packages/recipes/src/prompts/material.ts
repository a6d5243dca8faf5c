import { withoutControlTokens } from './control-tokens.ts';
import { withoutUnseenLetters } from './unseen-letters.ts';

/**
 * The marks between which a text stands that may come from third parties. Models know them from code and mail, they are
 * one token each in the usual vocabularies, and no text has them: `withoutMarks` sees to it.
 */
export const OPENING = '<<<';
export const CLOSING = '>>>';

/** A text as it may stand in a prompt, each part between marks of its own. */
export interface Material {
  readonly marked: string;
}

/** The texts as material, or undefined where none says anything; `most` characters of each are kept. */
export function material(texts: string | readonly string[] | undefined, most = Infinity): Material | undefined {
  const parts = [texts ?? []].flat().map((text) => text.slice(0, most));
  const said = parts.filter((text) => text.trim() !== '');
  return said.length === 0 ? undefined : { marked: said.map(between).join('\n') };
}

/** A long text stands on lines of its own. */
function between(text: string): string {
  const safe = withoutMarks(text);
  const gap = safe.includes('\n') ? '\n' : ' ';
  return [OPENING, safe, CLOSING].join(gap);
}

/** A text that no longer has marks, nor anything that reads like them or like a turn of a chat. */
export function withoutMarks(text: string): string {
  const shortened = withoutUnseenLetters(text)
    .replace(OPENING_RUNS, (run) => shorter(run, '<'))
    .replace(CLOSING_RUNS, (run) => shorter(run, '>'));
  return withoutControlTokens(shortened);
}

/**
 * Characters that look like one, two or three angle brackets, by how many they show: of Unicode's names with ANGLE
 * BRACKET, ANGLE QUOTATION, LESS-THAN and GREATER-THAN those that show nothing else (gone through in Unicode 14,
 * 2026-11-29), and letters that confusables.txt names. Escaped are two that NFC makes the ones behind them, which an
 * editor may have done here already, and upright ones.
 */
const OPENING_LOOKS = ['<＜﹤‹˂⟨\u2329\u3008❮❬❰ᐸ𝈶≮⧼⦑⦓\uFE3F', '«≪⟪《❬⪡︽', '⋘⫷'] as const;
const CLOSING_LOOKS = ['>＞﹥›˃⟩\u232A\u3009❯❭❱ᐳ𝈷≯⧽⦒⦔\uFE40', '»≫⟫》❭⪢︾', '⋙⫸'] as const;

/**
 * Marks without a letter, of whose compatibility form (UAX #15, NFKC) a space and the mark are left: the 52 of Unicode 17.
 */
const SPACING_MARKS =
  '\\u00A8\\u00AF\\u00B4\\u00B8\\u02D8-\\u02DD\\u037A\\u0384\\u0385\\u1FBD\\u1FBF-\\u1FC1\\u1FCD-\\u1FCF\\u1FDD-\\u1FDF\\u1FED\\u1FEE\\u1FFD\\u1FFE\\u2017\\u203E\\u309B\\u309C\\uFC5E-\\uFC63\\uFE49-\\uFE4C\\uFE70\\uFE72\\uFE74\\uFE76\\uFE78\\uFE7A\\uFE7C\\uFE7E\\uFF9E\\uFF9F\\uFFE3';

/** Angle brackets that stand together, whatever cannot be seen, is space or a mark alone between them. */
function runsOf(looks: readonly string[]): RegExp {
  const bracket = `[${looks.join('')}]`;
  return new RegExp(
    `${bracket}(?:[\\s\\p{Default_Ignorable_Code_Point}\\p{Cc}\\p{M}${SPACING_MARKS}]*${bracket})*`,
    'gu',
  );
}
const OPENING_RUNS = runsOf(OPENING_LOOKS);
const CLOSING_RUNS = runsOf(CLOSING_LOOKS);

/** As it is while it shows fewer brackets than a mark. */
function shorter(run: string, bracket: '<' | '>'): string {
  const looks = bracket === '<' ? OPENING_LOOKS : CLOSING_LOOKS;
  const widths = Array.from(run, (character) => looks.findIndex((group) => group.includes(character)) + 1);
  const shown = widths.reduce((sum, width) => sum + width, 0);
  return shown < OPENING.length ? run : bracket.repeat(OPENING.length - 1);
}
