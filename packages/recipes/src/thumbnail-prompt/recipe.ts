import type { Recipe } from '../recipe.ts';
import { checkThumbnail } from './check.ts';
import { deliverThumbnail } from './deliver.ts';
import type { ThumbnailDraft } from './draft.ts';
import { repairThumbnail } from './repair.ts';
import { thumbnailInput, thumbnailOutput, type ThumbnailInput, type ThumbnailOutput } from './schema.ts';
import { writeSingle } from './write-single.ts';
import { writeStaged } from './write-staged.ts';

/** Thumbnail concepts for a test, each worded for the image models that shall draw it. */
export const thumbnailRecipe: Recipe<ThumbnailInput, ThumbnailDraft, ThumbnailOutput> = {
  name: 'thumbnail-prompt',
  title: 'Thumbnail prompt',
  description:
    'Designs thumbnail concepts that differ in one thing each, and words them for every image model asked for.',
  version: '1',
  promptVersion: '2026-11-23.3',
  input: thumbnailInput,
  example: { title: 'How espresso works', keywords: ['coffee'], image_models: ['openai', 'midjourney'] },
  output: thumbnailOutput,
  references: [{ member: 'script_id', recipe: 'script', placedAt: 'script' }],
  write: { single: writeSingle, staged: writeStaged },
  check: checkThumbnail,
  repair: repairThumbnail,
  deliver: deliverThumbnail,
};
