import { balancedParts } from '../json/balanced.ts';
import { parseLeniently, parseStrictly } from '../json/parse-json.ts';

/** Names that models give to the text they were asked for, the surest first. */
const NAMES =
  /^(?:narration|voice_?over|spoken(?:_text)?|rewritten(?:_\w+)?|answer|final(?:_\w+)?|response|text|script|content|output|result|line|sentence|scene|value)$/i;
const SURE_NAMES = /^(?:narration|voice_?over|spoken(?:_text)?|rewritten(?:_\w+)?|answer|response|output)$/i;

/** A member without a known name is the text where it is this many times as long as any other. */
const CLEARLY_LONGER = 3;

/** The text that was asked for as such and came as JSON: `{"narration": "…"}`, `["…"]`; undefined where it is none. */
export function textFromJson(text: string): string | undefined {
  if (!/[{[]/.test(text)) return undefined;
  const { parts, openAt } = balancedParts(text);
  const [part] = parts;
  if (parts.length !== 1 || openAt !== undefined || part === undefined) return undefined;
  const piece = text.slice(part.start, part.end);
  const isWhole = piece.length === text.trim().length;
  const isOnItsLines = /(?:^|\n)\s*$/.test(text.slice(0, part.start)) && /^\s*(?:\n|$)/.test(text.slice(part.end));
  if (!isWhole && !isOnItsLines) return undefined;
  const value = (parseStrictly(piece) ?? parseLeniently(piece))?.value;
  return isWhole || hasSureName(value) ? textIn(value)?.trim() : undefined;
}

/** What there is of a text whose JSON was cut before its end: the caller of the recipe knows what is whole of it. */
export function textFromCutJson(text: string): string | undefined {
  const [, cut] = /^\{\s*"[^"\n]{1,40}"\s*:\s*"((?:[^"\\]|\\.)*)$/s.exec(text) ?? [];
  const value = cut === undefined ? undefined : parseStrictly(`"${cut.replaceAll('\n', String.raw`\n`)}"`)?.value;
  return typeof value === 'string' ? value : undefined;
}

function hasSureName(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).some((name) => SURE_NAMES.test(name));
}

function textIn(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) return linesOf(value);
  const texts = Object.entries(value).flatMap(([name, member]) => {
    const text = textIn(member);
    return text === undefined ? [] : [{ name, text }];
  });
  const named = texts
    .filter(({ name }) => NAMES.test(name))
    .toSorted((one, other) => rankOf(one.name) - rankOf(other.name));
  if (named[0] !== undefined) return named[0].text;
  const [longest, next] = texts.toSorted((one, other) => other.text.length - one.text.length);
  if (longest === undefined || next === undefined) return longest?.text;
  return longest.text.length >= next.text.length * CLEARLY_LONGER
    ? longest.text
    : linesOf(texts.map(({ text }) => text));
}

/** Lines of a list, as they were asked for. */
function linesOf(values: readonly unknown[]): string | undefined {
  const lines = values.map(textIn);
  return lines.length > 0 && lines.every((line) => line !== undefined) ? lines.join('\n') : undefined;
}

function rankOf(name: string): number {
  const names = NAMES.source.slice(4).split('|');
  const rank = names.findIndex((known) => known.startsWith(name.toLowerCase().slice(0, 5)));
  return rank < 0 ? names.length : rank;
}
