// Made by packages/client/scripts/generate-methods.ts from the contract. Do not edit.
import type * as contract from './contract-types.generated.ts';
import type { CallOptions, Transport } from './transport.ts';
import type { Answer } from './types.ts';

export interface Generate {
  /** Writes a video script whose narration fits the duration when spoken, scene by scene with pictures. */
  script(input: contract.ScriptInput & contract.GenerationOptions, options?: CallOptions): Promise<Answer<contract.WithVariants<contract.Script>>>;
  /** Designs thumbnail concepts that differ in one thing each, and words them for every image model asked for. */
  thumbnailPrompt(input: contract.ThumbnailPromptInput & contract.GenerationOptions, options?: CallOptions): Promise<Answer<contract.WithVariants<contract.ThumbnailPrompt>>>;
  /** Writes titles, descriptions, tags, hashtags and chapters within the limits of every platform asked for. */
  metadata(input: contract.MetadataInput & contract.GenerationOptions, options?: CallOptions): Promise<Answer<contract.WithVariants<contract.Metadata>>>;
  /** Writes a script, and from it thumbnail concepts and metadata: everything that one video is published with. */
  package(input: contract.PackageInput & contract.GenerationOptions, options?: CallOptions): Promise<Answer<contract.WithVariants<contract.Package>>>;
}

export interface Jobs {
  /** List what was generated, newest first. */
  list(filter?: contract.JobFilter, options?: CallOptions): Promise<contract.Job[]>;
  /** Read one job and its result. */
  get(id: string, options?: CallOptions): Promise<contract.Job>;
}

export interface Methods {
  readonly generate: Generate;
  readonly jobs: Jobs;
  /** State of the service and what it depends on; details only with a key. */
  health(options?: CallOptions): Promise<contract.Health>;
}

export function createMethods(transport: Transport): Methods {
  return {
    generate: {
      script: (input, options) => transport.answer({ method: 'POST', path: '/generate/script', body: { ...input, stream: false } }, options),
      thumbnailPrompt: (input, options) => transport.answer({ method: 'POST', path: '/generate/thumbnail-prompt', body: { ...input, stream: false } }, options),
      metadata: (input, options) => transport.answer({ method: 'POST', path: '/generate/metadata', body: { ...input, stream: false } }, options),
      package: (input, options) => transport.answer({ method: 'POST', path: '/generate/package', body: { ...input, stream: false } }, options),
    },
    jobs: {
      list: (filter, options) => transport.data({ method: 'GET', path: '/jobs', query: filter }, options),
      get: (id, options) => transport.data({ method: 'GET', path: `/jobs/${encodeURIComponent(id)}` }, options),
    },
    health: (options) => transport.json({ method: 'GET', path: '/health' }, options),
  };
}

/** Where each kind of content is written, plain or streamed. */
export const writingPaths = {
  'script': '/generate/script',
  'thumbnail-prompt': '/generate/thumbnail-prompt',
  'metadata': '/generate/metadata',
  'package': '/generate/package',
} as const;
