import type { Package } from '@showrunner/client';
import type { Medium } from './page.ts';
import { renderMetadata } from './render-metadata.ts';
import { renderScript } from './render-script.ts';
import { renderThumbnailPrompt } from './render-thumbnail-prompt.ts';

/** The parts as each is shown alone, then what is missing and by which ids the parts are had again. */
export function renderPackage({ script, thumbnail, metadata, jobs, missing }: Package, medium: Medium): string[] {
  const { style } = medium;
  const kept = Object.entries(jobs).flatMap(([recipe, id]) => (id === null ? [] : [`${recipe} ${id}`]));
  return [
    ...renderScript(script, medium),
    ...(thumbnail === null ? [] : ['', ...renderThumbnailPrompt(thumbnail, medium)]),
    ...(metadata === null ? [] : ['', ...renderMetadata(metadata, medium)]),
    ...missing.flatMap(({ recipe, error }) => ['', style.warning(`Missing: ${recipe}. ${error.message}`)]),
    ...(kept.length === 0 ? [] : ['', style.faint(`Kept as ${kept.join(', ')}`)]),
  ];
}
