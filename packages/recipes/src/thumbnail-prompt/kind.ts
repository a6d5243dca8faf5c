import type { z } from 'zod';
import { settleAll } from '../port/guarantee.ts';
import type { Kind } from '../port/kind.ts';
import { done } from '../port/effects.ts';
import type { Operation } from '../port/operation.ts';
import { prepareLanguages } from '../language/prepare-languages.ts';
import { checkThumbnail, thumbnailChecks } from './check.ts';
import { deliverThumbnail } from './deliver.ts';
import type { ThumbnailDraft } from './draft.ts';
import { repairThumbnail, thumbnailGuarantees } from './repair.ts';
import { thumbnailInput, thumbnailOutput, type ThumbnailInput, type ThumbnailOutput } from './schema.ts';
import { reviseThumbnailOperation, type RevisedThumbnail } from './revise/revise-thumbnail.ts';
import { writeSingle } from './write/write-single.ts';
import { writeStaged } from './write/write-staged.ts';
import { promptVersion } from './prompts/system.ts';

declare module '../port/operation-types.ts' {
  interface OperationTypes {
    readonly 'thumbnail-prompt': { readonly input: z.input<typeof thumbnailInput>; readonly output: ThumbnailOutput };
    readonly 'thumbnail-prompt.revise': {
      readonly input: Readonly<Record<string, unknown>>;
      readonly output: RevisedThumbnail;
    };
  }
}

export const thumbnailOperation: Operation<ThumbnailInput, ThumbnailDraft, ThumbnailOutput, never> = {
  name: 'thumbnail-prompt',
  title: 'Thumbnail prompt',
  description:
    'Designs thumbnail concepts that differ in one thing each, and words them for every image model asked for.',
  version: '1',
  promptVersion,
  input: thumbnailInput,
  example: { title: 'How espresso works', keywords: ['coffee'], image_models: ['openai', 'midjourney'] },
  output: thumbnailOutput,
  references: [{ member: 'script_id', kind: 'script', placedAt: 'script' }],
  languageOf: ({ language }) => language,
  prepare: ({ language }) => prepareLanguages([language]),
  write: (input, circumstances) => (circumstances.strategy === 'staged' ? writeStaged(input) : writeSingle(input)),
  check: checkThumbnail,
  repair: repairThumbnail,
  settle: (draft, input, circumstances) => settleAll(thumbnailGuarantees, draft, input, circumstances),
  deliver: (draft, input) => done(deliverThumbnail(draft, input)),
};

/** Thumbnail concepts for a test, each worded for the image models that shall draw it. */
export const thumbnailKind: Kind = {
  name: 'thumbnail-prompt',
  title: 'Thumbnail prompt',
  operations: [thumbnailOperation, reviseThumbnailOperation(thumbnailOperation)],
  checks: thumbnailChecks,
  guarantees: thumbnailGuarantees,
};
