import type { Script } from '@showrunner/client';
import { formatTimecode } from '../output/figures.ts';
import { indented, labelled, type Medium } from './page.ts';

export function renderScript(script: Script, medium: Medium): string[] {
  const { style } = medium;
  return [
    style.strong(script.title),
    ...indented(script.logline, medium, ''),
    ...script.scenes.flatMap((scene, index) => [
      '',
      style.accent(
        `${index + 1}  ${formatTimecode(scene.start_seconds)}–${formatTimecode(scene.end_seconds)}  ${scene.role}`,
      ),
      ...indented(scene.narration, medium),
      ...labelled('on screen', scene.on_screen_text, medium),
      ...labelled('visual', scene.visual, medium),
    ]),
    '',
    ...indented(lengthOf(script), medium, ''),
    ...indented(claimsOf(script), medium, ''),
  ];
}

/** The measured length, and plainly when it is off. */
function lengthOf({ duration, word_count: words }: Script): string {
  const { target, estimated, tolerance, within_tolerance: within } = duration;
  const percent = Math.round(tolerance * 100);
  const verdict = within ? `within ${percent} %` : `NOT within ${percent} %`;
  return `${words} words, ${estimated.toFixed(1)} s when spoken; ${target} s were asked for: ${verdict}.`;
}

function claimsOf({ claims }: Script): string {
  const unchecked = claims.filter((claim) => claim.needs_check).length;
  return unchecked === 0 ? '' : `${unchecked} statement${unchecked === 1 ? '' : 's'} to check before publishing.`;
}
