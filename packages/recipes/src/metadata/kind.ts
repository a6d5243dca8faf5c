import type { z } from 'zod';
import { settleAll } from '../port/guarantee.ts';
import type { Kind } from '../port/kind.ts';
import { done } from '../port/effects.ts';
import type { Operation } from '../port/operation.ts';
import { prepareLanguages } from '../language/prepare-languages.ts';
import { checkMetadata, metadataChecks } from './check.ts';
import { deliverMetadata } from './deliver.ts';
import type { MetadataDraft } from './draft.ts';
import { metadataGuarantees } from './repair/guarantees.ts';
import { repairMetadata } from './repair/repair-metadata.ts';
import { metadataInput, metadataOutput, type MetadataInput, type MetadataOutput } from './schema.ts';
import { reviseMetadataOperation, type RevisedMetadata } from './revise/revise-metadata.ts';
import { writeSingle } from './write/write-single.ts';
import { writeStaged } from './write/write-staged.ts';
import { promptVersion } from './prompts/system.ts';

declare module '../port/operation-types.ts' {
  interface OperationTypes {
    readonly metadata: { readonly input: z.input<typeof metadataInput>; readonly output: MetadataOutput };
    readonly 'metadata.revise': { readonly input: Readonly<Record<string, unknown>>; readonly output: RevisedMetadata };
  }
}

export const metadataOperation: Operation<MetadataInput, MetadataDraft, MetadataOutput, never> = {
  name: 'metadata',
  title: 'Metadata',
  description:
    'Writes titles, descriptions, tags, hashtags and chapters within the limits of every platform asked for.',
  version: '2',
  promptVersion,
  input: metadataInput,
  example: {
    title: 'How espresso works',
    content: 'Nine bars of pressure push hot water through finely ground coffee.',
  },
  output: metadataOutput,
  references: [{ member: 'script_id', kind: 'script', placedAt: 'script' }],
  languageOf: ({ language }) => language,
  prepare: ({ language, locales }) => prepareLanguages([language, ...locales]),
  write: (input, circumstances) => (circumstances.strategy === 'staged' ? writeStaged(input) : writeSingle(input)),
  check: checkMetadata,
  repair: repairMetadata,
  settle: (draft, input, circumstances) => settleAll(metadataGuarantees, draft, input, circumstances),
  deliver: (draft, input) => done(deliverMetadata(draft, input)),
};

/** Titles, descriptions, tags and captions that each platform takes as they are. */
export const metadataKind: Kind = {
  name: 'metadata',
  title: 'Metadata',
  operations: [metadataOperation, reviseMetadataOperation(metadataOperation)],
  checks: metadataChecks,
  guarantees: metadataGuarantees,
};
