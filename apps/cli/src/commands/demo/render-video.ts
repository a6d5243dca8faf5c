import type { Answer, Metadata, Script, ThumbnailPrompt } from '@showrunner/client';
import { indented, type Medium } from '../../generation/page.ts';

/** What a demo has written. */
export interface WrittenVideo {
  readonly script: Answer<Script>;
  readonly 'thumbnail-prompt': Answer<ThumbnailPrompt>;
  readonly metadata: Answer<Metadata>;
}

/** What a creator wants to see first: a script that can be read aloud, headlines, titles, and the figures in one line. */
export function renderVideo(
  { script, 'thumbnail-prompt': thumbnail, metadata }: WrittenVideo,
  medium: Medium,
): string[] {
  const { style } = medium;
  const headlines = thumbnail.data.concepts.map(({ overlay_text: text }) => text);
  const titles = Object.values(metadata.data.platforms).flatMap(({ titles: list }) => list.map(({ text }) => text));
  return [
    style.strong(script.data.title),
    ...script.data.scenes.flatMap(({ narration }) => ['', ...indented(narration, medium)]),
    ...listOf('Headlines', headlines, medium),
    ...listOf('Titles', titles, medium),
    '',
    ...indented(figuresOf(script.data), medium, ''),
  ];
}

function listOf(heading: string, texts: readonly string[], medium: Medium): string[] {
  const shown = [...new Set(texts)].filter((text) => text !== '');
  if (shown.length === 0) return [];
  return ['', medium.style.accent(heading), ...shown.flatMap((text) => indented(text, medium))];
}

/** The measured length, plainly when it is off, and what has to be looked at before it is published. */
function figuresOf({ duration, word_count: words, claims }: Script): string {
  const { target, estimated, tolerance, within_tolerance: within } = duration;
  const percent = Math.round(tolerance * 100);
  const length = `${estimated.toFixed(0)} s of ${target} s (${within ? 'within' : 'NOT within'} ${percent} %)`;
  const unchecked = claims.filter(({ needs_check: isOpen }) => isOpen).length;
  return `${words} words, ${length}, ${unchecked} statement${unchecked === 1 ? '' : 's'} to check before publishing.`;
}
