import type { Recipe } from '../recipe.ts';
import { checkMetadata } from './check.ts';
import { deliverMetadata } from './deliver.ts';
import type { MetadataDraft } from './draft.ts';
import { repairMetadata } from './repair.ts';
import { metadataInput, metadataOutput, type MetadataInput, type MetadataOutput } from './schema.ts';
import { writeSingle } from './write-single.ts';
import { writeStaged } from './write-staged.ts';

/** Titles, descriptions, tags and captions that each platform takes as they are. */
export const metadataRecipe: Recipe<MetadataInput, MetadataDraft, MetadataOutput> = {
  name: 'metadata',
  title: 'Metadata',
  description:
    'Writes titles, descriptions, tags, hashtags and chapters within the limits of every platform asked for.',
  version: '1',
  promptVersion: '2026-11-23.3',
  input: metadataInput,
  example: {
    title: 'How espresso works',
    content: 'Nine bars of pressure push hot water through finely ground coffee.',
  },
  output: metadataOutput,
  references: [{ member: 'script_id', recipe: 'script', placedAt: 'script' }],
  write: { single: writeSingle, staged: writeStaged },
  check: checkMetadata,
  repair: repairMetadata,
  deliver: deliverMetadata,
};
