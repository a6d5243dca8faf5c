import type { Answer, Metadata, Package, Script, ThumbnailPrompt } from '@showrunner/client';
import { labelled, type Medium } from './page.ts';
import { renderMetadata } from './render-metadata.ts';
import { renderPackage } from './render-package.ts';
import { renderScript } from './render-script.ts';
import { renderThumbnailPrompt } from './render-thumbnail-prompt.ts';

/** An answer as lines for a person: what was made, what it took, and which of its checks it did not pass. */
export function renderAnswer(recipe: string, { data, meta }: Answer<unknown>, medium: Medium): string[] {
  return [
    ...renderData(recipe, data, medium),
    ...changesIn(data, medium),
    '',
    medium.style.faint(figuresOf(meta)),
    ...failedChecks(meta, medium),
  ];
}

/** A recipe without a rendering of its own is shown as its JSON. */
function renderData(recipe: string, data: unknown, medium: Medium): string[] {
  // A revision is shown as what it revises.
  switch (recipe.replace(/\.revise$/, '')) {
    case 'script':
      return renderScript(data as Script, medium);
    case 'thumbnail-prompt':
      return renderThumbnailPrompt(data as ThumbnailPrompt, medium);
    case 'metadata':
      return renderMetadata(data as Metadata, medium);
    case 'package':
      return renderPackage(data as Package, medium);
    default:
      return JSON.stringify(data, null, 2).split('\n');
  }
}

function changesIn(data: unknown, medium: Medium): string[] {
  const { changed } = data as { readonly changed?: readonly string[] };
  if (changed === undefined) return [];
  return ['', ...labelled('changed', changed.length === 0 ? 'nothing' : changed.join(', '), medium, '')];
}

type Meta = Answer<unknown>['meta'];

function figuresOf({ model, duration_ms: took, tokens, cost_usd: cost, cache_hit: isKept }: Meta): string {
  const author = `Written by ${model ?? 'an unnamed model'}`;
  if (isKept) return `${author} before, kept in the result cache`;
  return [
    `${author} in ${(took / 1000).toFixed(1)} s`,
    `${tokens.total} tokens`,
    ...(cost ? [`$${cost.toFixed(4)}`] : []),
  ].join(', ');
}

function failedChecks({ checks }: Meta, { style }: Medium): string[] {
  return checks
    .filter(({ ok }) => !ok)
    .map(({ name, value, limit, unit, scene_id: scene }) => {
      const where = scene === undefined ? '' : ` in ${scene}`;
      return style.warning(`Not met: ${name}${where}: ${value ?? '–'}, held against ${limit ?? '–'} ${unit}`);
    });
}
