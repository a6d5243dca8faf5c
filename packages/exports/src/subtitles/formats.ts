import { defineFormat, type Rendered } from '../format.ts';
import { clockTime } from '../plain-text.ts';
import type { TimedScript } from '../source.ts';
import { cueFindings, cuesOf, type Cue } from './cues.ts';
import { withDirection } from './right-to-left.ts';

/** SubRip, as most editors and players read it; it has no way to escape. */
export const srt = defineFormat({
  id: 'srt',
  title: 'SubRip subtitles',
  mediaType: 'application/x-subrip; charset=utf-8',
  extension: 'srt',
  options: [],
  render: (script) => rendered(script, (cues) => cues.map((cue, index) => block(cue, index, ',', withDirection))),
});

/** WebVTT (W3C, section 4), for the browser's own player. */
export const vtt = defineFormat({
  id: 'vtt',
  title: 'WebVTT subtitles',
  mediaType: 'text/vtt; charset=utf-8',
  extension: 'vtt',
  options: [],
  render: (script) =>
    rendered(script, (cues) => ['WEBVTT\n', ...cues.map((cue, index) => block(cue, index, '.', escaped))]),
});

function rendered(script: TimedScript, blocksOf: (cues: readonly Cue[]) => string[]): Rendered {
  const cues = cuesOf(script);
  return { text: blocksOf(cues).join('\n'), findings: cueFindings(cues) };
}

function block({ start, end, lines }: Cue, index: number, mark: ',' | '.', lineOf: (line: string) => string): string {
  const times = `${clockTime(start, mark)} --> ${clockTime(end, mark)}`;
  return `${[index + 1, times, ...lines.map(lineOf)].join('\n')}\n`;
}

function escaped(line: string): string {
  return withDirection(line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
}
