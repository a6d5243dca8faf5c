import { inOneLine } from '../plain-text.ts';
import type { TimedScript } from '../source.ts';
import type { Cue } from '../subtitles/cues.ts';

/**
 * What is wrong with a script's cues, in words; empty where every promise is kept. It counts and measures in its own way
 * and knows none of the product's.
 *
 * @param findings the names of what was found, by the cue's place: `cues[0]`
 */
export function cueViolations(
  { scenes, language }: TimedScript,
  cues: readonly Cue[],
  findings: ReadonlyMap<string, readonly string[]>,
): string[] {
  return [
    ...cues.flatMap((cue, index) => [
      ...timeFaults(cue, cues[index - 1]?.end ?? 0),
      ...lineFaults(cue, language),
      ...untold(cue, findings.get(`cues[${index}]`) ?? []),
    ]),
    ...(mayEndLater(scenes) || (cues.at(-1)?.end ?? 0) <= endOf(scenes) ? [] : ['a cue ends after the script']),
    ...scenes.flatMap(({ id, narration }) =>
      textFaults(
        cues.filter(({ sceneId }) => sceneId === id),
        narration,
      ),
    ),
  ];
}

function timeFaults({ start, end }: Cue, before: number): string[] {
  return [
    ...(end > start ? [] : [`${start} does not come before ${end}`]),
    ...(start >= before ? [] : [`${start} is before the last end ${before}`]),
    ...(end - start <= 7000 ? [] : [`${start} to ${end} is longer than 7 s`]),
    ...([start, end].every(Number.isInteger) ? [] : [`${start} to ${end} are no whole milliseconds`]),
  ];
}

function lineFaults({ lines }: Cue, language: string): string[] {
  return [
    ...(lines.length > 2 ? [`${lines.length} lines`] : []),
    ...lines.filter((line) => !fitsLine(line, language)).map((line) => `"${line}" is too long`),
    ...lines.filter((line) => line.trim() === '').map(() => 'a line without a letter'),
  ];
}

function fitsLine(line: string, language: string): boolean {
  const characters = Array.from(line);
  const isWide = /^(?:zh|ja|ko)\b/.test(language) || /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u.test(line);
  const units = characters.reduce((sum, one) => sum + (one > 'ɏ' ? 1 : 0.5), 0);
  return isWide ? units <= 16 : characters.length <= 42;
}

function untold({ lines, start, end }: Cue, found: readonly string[]): string[] {
  // A line break may stand for a space or for nothing.
  const [least, most] = ['', ' '].map((between) => (Array.from(lines.join(between)).length * 1000) / (end - start));
  return [
    ...(found.includes('cue_duration') === end - start < 1000
      ? []
      : [`${start} to ${end}: what is said of its length`]),
    ...((least ?? 0) > 20 && !found.includes('cue_reading_speed') ? [`${least} characters a second, untold`] : []),
    ...((most ?? 0) <= 20 && found.includes('cue_reading_speed') ? [`${most} characters a second can be read`] : []),
  ];
}

/** Where all scenes together have less than a millisecond a letter, their time is estimated anew. */
function mayEndLater(scenes: TimedScript['scenes']): boolean {
  const time = scenes.reduce((sum, { start, end }) => sum + end - start, 0);
  return time < scenes.reduce((sum, { narration }) => sum + narration.length, 0);
}

function endOf(scenes: TimedScript['scenes']): number {
  return Math.max(...scenes.map(({ end }) => end));
}

/** The lines are the text, but for spaces at the breaks; no break is inside a grapheme, or a word that fits a line. */
function textFaults(cues: readonly Cue[], narration: string): string[] {
  const text = inOneLine(narration);
  const borders = new Set([text.length, ...Array.from(new Intl.Segmenter().segment(text), ({ index }) => index)]);
  const faults: string[] = [];
  let at = 0;
  for (const line of cues.flatMap(({ lines }) => lines)) {
    if (!text.startsWith(line, at)) return [...faults, `"${line}" is not what comes at ${at} of "${text}"`];
    at += line.length;
    // One that carries a mark is a letter of the text.
    const space = /^(?:[ \u{3000}\u{200B}](?!\p{M}))*/u.exec(text.slice(at))?.[0] ?? '';
    if (!borders.has(at)) faults.push(`a grapheme is cut at ${at} of "${text}"`);
    if (space === '' && at < text.length && tearsWord(text, at)) faults.push(`a word is cut at ${at} of "${text}"`);
    at += space.length;
  }
  return at === text.length ? faults : [...faults, `"${text.slice(at)}" is missing`];
}

const SPACED = /[\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}\p{sc=Arab}\p{sc=Hebr}\p{sc=Deva}\p{sc=Telu}\p{sc=Taml}]/u;

/** 16 letters are the least that can be longer than a line. */
function tearsWord(text: string, at: number): boolean {
  const [before, after] = [text.slice(0, at), text.slice(at)];
  if (!SPACED.test(Array.from(before).at(-1) ?? '') || !SPACED.test(Array.from(after)[0] ?? '')) return false;
  return Array.from(`${/\S*$/.exec(before)?.[0]}${/^\S*/.exec(after)?.[0]}`).length <= 16;
}
