// Made by packages/client/scripts/generate-methods.ts from the contract. Do not edit.
import type * as contract from './contract-types.generated.ts';
import type { CallOptions, Transport } from './transport.ts';
import type { Answer } from './types.ts';

export interface Generate {
  /** Writes a video script whose narration fits the duration when spoken, scene by scene with pictures. */
  script(input: contract.ScriptInput & contract.GenerationOptions, options?: CallOptions): Promise<Answer<contract.WithVariants<contract.Script>>>;
  /** Changes a script that is there: by an instruction, of which only what it touches is written anew, or by a JSON Patch without a model. */
  scriptRevise(input: contract.ScriptReviseInput & contract.RevisionOptions, options?: CallOptions): Promise<Answer<contract.WithVariants<contract.ScriptRevise>>>;
  /** Designs thumbnail concepts that differ in one thing each, and words them for every image model asked for. */
  thumbnailPrompt(input: contract.ThumbnailPromptInput & contract.GenerationOptions, options?: CallOptions): Promise<Answer<contract.WithVariants<contract.ThumbnailPrompt>>>;
  /** Changes a thumbnail prompt that is there: by an instruction, of which only what it touches is written anew, or by a JSON Patch without a model. */
  thumbnailPromptRevise(input: contract.ThumbnailPromptReviseInput & contract.RevisionOptions, options?: CallOptions): Promise<Answer<contract.WithVariants<contract.ThumbnailPromptRevise>>>;
  /** Writes titles, descriptions, tags, hashtags and chapters within the limits of every platform asked for. */
  metadata(input: contract.MetadataInput & contract.GenerationOptions, options?: CallOptions): Promise<Answer<contract.WithVariants<contract.Metadata>>>;
  /** Changes a metadata that is there: by an instruction, of which only what it touches is written anew, or by a JSON Patch without a model. */
  metadataRevise(input: contract.MetadataReviseInput & contract.RevisionOptions, options?: CallOptions): Promise<Answer<contract.WithVariants<contract.MetadataRevise>>>;
  /** Writes a script, and from it thumbnail concepts and metadata: everything that one video is published with. */
  package(input: contract.PackageInput & contract.GenerationOptions, options?: CallOptions): Promise<Answer<contract.WithVariants<contract.Package>>>;
}

export interface Jobs {
  /** List what was generated, newest first. */
  list(filter?: contract.JobFilter, options?: CallOptions): Promise<Answer<contract.JobSummary[], contract.PageMeta>>;
  /** Read one job and its result. */
  get(id: string, options?: CallOptions): Promise<contract.Job>;
  /** Keep a job, name it, or note what was chosen of it. */
  change(id: string, input: contract.JobChanges, options?: CallOptions): Promise<Answer<contract.Job, contract.IgnoredMeta>>;
  /** Ends a job that has not ended; what was made of it stays in `partial`. One that has ended stays as it is: the same call can be sent as often as one likes. */
  cancel(id: string, options?: CallOptions): Promise<contract.Job>;
  /** Begins the next run from what was answered so far: nothing that was answered is asked again. 202 with the job; 409 where there is nothing to go on with. */
  retry(id: string, options?: CallOptions): Promise<contract.Job>;
  /** Answers 204, and 409 while the job lives: cancel it first. */
  delete(id: string, options?: CallOptions): Promise<void>;
}

export interface Batches {
  /** Accepts up to 1,000 requests, each a job, all of them or none: 422 names what is wrong with which (`items[998].input.duration`). The key needs the scope of every recipe in it. */
  create(input: contract.BatchInput, options?: CallOptions): Promise<Answer<contract.Batch, contract.IgnoredMeta>>;
  /** List batches, newest first. */
  list(filter?: contract.Page, options?: CallOptions): Promise<Answer<contract.BatchSummary[], contract.PageMeta>>;
  /** Read how far a batch is, item by item. */
  get(id: string, options?: CallOptions): Promise<contract.Batch>;
  /** Cancels the items that have not ended; what has stays. The same call can be sent as often as one likes. */
  cancel(id: string, options?: CallOptions): Promise<contract.Batch>;
}

export interface Exports {
  /** Makes a file of a stored script, by the id of its job or its own. What is to be known of the file stands in the header Export-Checks, and with `Accept: application/json`, which gives it in the envelope, in `meta.checks`. */
  job(job: string, format: 'markdown' | 'srt' | 'vtt' | 'fountain' | 'csv' | 'narration' | 'ssml' | 'short-video-maker' | 'moneyprinterturbo' | 'youtube', filter?: contract.JobExportOptions, options?: CallOptions): Promise<Answer<contract.ExportedFile, contract.ExportMeta>>;
  /** Makes a file of a script that is given as data, with its metadata where there is any. What is to be known of the file stands in the header Export-Checks, and with `Accept: application/json`, which gives it in the envelope, in `meta.checks`. */
  script(format: 'markdown' | 'srt' | 'vtt' | 'fountain' | 'csv' | 'narration' | 'ssml' | 'short-video-maker' | 'moneyprinterturbo' | 'youtube', input: contract.ExportInput, filter?: contract.ExportOptions, options?: CallOptions): Promise<Answer<contract.ExportedFile, contract.ExportMeta>>;
}

export interface Presets {
  /** List the presets of the workspace, newest first. */
  list(filter?: contract.Page, options?: CallOptions): Promise<Answer<contract.Preset[], contract.PageMeta>>;
  /** Keep members of a body, to fill in what later requests leave out. */
  create(input: contract.PresetInput, options?: CallOptions): Promise<Answer<contract.Preset, contract.IgnoredMeta>>;
  /** Read one preset. */
  get(id: string, options?: CallOptions): Promise<contract.Preset>;
  /** Change a preset: members that are given take the place of its own. */
  change(id: string, input: contract.PresetChanges, options?: CallOptions): Promise<Answer<contract.Preset, contract.IgnoredMeta>>;
  /** Remove a preset. */
  delete(id: string, options?: CallOptions): Promise<void>;
}

export interface BrandVoices {
  /** List the brand voices of the workspace, newest first. */
  list(filter?: contract.Page, options?: CallOptions): Promise<Answer<contract.BrandVoice[], contract.PageMeta>>;
  /** Keep a brand voice, whose id `brand_voice` in a request takes. */
  create(input: contract.BrandVoiceInput, options?: CallOptions): Promise<Answer<contract.BrandVoice, contract.IgnoredMeta>>;
  /** Read one brand voice. */
  get(id: string, options?: CallOptions): Promise<contract.BrandVoice>;
  /** Change a brand voice: members that are given take the place of its own. */
  change(id: string, input: contract.BrandVoiceChanges, options?: CallOptions): Promise<Answer<contract.BrandVoice, contract.IgnoredMeta>>;
  /** Remove a brand voice. */
  delete(id: string, options?: CallOptions): Promise<void>;
}

export interface Keys {
  /** Lists the named keys of every workspace, or of the one that `workspace` names, newest first. */
  list(filter?: contract.Page, options?: CallOptions): Promise<Answer<contract.ApiKey[], contract.PageMeta>>;
  /** Make a key, whose secret is shown this once. */
  create(input: contract.KeyInput, options?: CallOptions): Promise<Answer<contract.NewKey, contract.IgnoredMeta>>;
  /** Read one key, without its secret. */
  get(id: string, options?: CallOptions): Promise<contract.ApiKey>;
  /** Change a key; it holds everywhere within two seconds. */
  change(id: string, input: contract.KeyChanges, options?: CallOptions): Promise<Answer<contract.ApiKey, contract.IgnoredMeta>>;
  /** Removes a key, which is refused everywhere within two seconds; its streams end at their next heartbeat, its queued jobs go on, and what it has used stays in the usage. */
  delete(id: string, filter?: {
  /** `true` cancels those that have not ended; otherwise they go on. */
  readonly cancel_jobs?: "true" | "false";
}, options?: CallOptions): Promise<void>;
  /** Give a key a new secret, shown this once; the old one ends within two seconds. */
  rotate(id: string, options?: CallOptions): Promise<contract.NewKey>;
}

export interface Webhooks {
  /** Sends a ping to an address and gives the delivery, with what the receiver answered. One that succeeds switches the address on again. */
  test(input: contract.WebhookTest, options?: CallOptions): Promise<contract.WebhookDelivery>;
  /** List deliveries with their tries, newest first. */
  deliveries(filter?: contract.DeliveryFilter, options?: CallOptions): Promise<Answer<contract.WebhookDelivery[], contract.PageMeta>>;
  /** Sends a delivery once, now, whatever its state, and gives it with what the receiver answered. Where that fails, it stays as it was, with its schedule. */
  retry(id: string, options?: CallOptions): Promise<contract.WebhookDelivery>;
  /** Read what webhooks are signed with; it is made when it is first needed. */
  secret(options?: CallOptions): Promise<contract.WebhookSecret>;
  /** Makes a new secret. The one before it signs as well for 24 hours; of more than two earlier ones the oldest end at once. 409 where WEBHOOK_SECRET gives the secret. */
  rotateSecret(options?: CallOptions): Promise<contract.WebhookSecret>;
}

export interface Methods {
  readonly generate: Generate;
  readonly jobs: Jobs;
  readonly batches: Batches;
  readonly exports: Exports;
  readonly presets: Presets;
  readonly brandVoices: BrandVoices;
  readonly keys: Keys;
  readonly webhooks: Webhooks;
  /** List what can be asked for, with the JSON Schemas of bodies and results. */
  recipes(options?: CallOptions): Promise<contract.Recipe[]>;
  /** List the models that write, with prices and limits where they are known. */
  models(options?: CallOptions): Promise<contract.ServedModel[]>;
  /** Sums tokens, cost and generations of the workspace. Days are those of UTC; a question counts when it was answered, and stays when its job or its key goes. */
  usage(filter?: contract.UsageFilter, options?: CallOptions): Promise<contract.Usage>;
  /** State of the service and what it depends on; details only with a key. */
  health(options?: CallOptions): Promise<contract.Health>;
}

export function createMethods(transport: Transport): Methods {
  return {
    generate: {
      script: (input, options) => transport.answer({ method: 'POST', path: '/generate/script', body: { ...input, stream: false } }, options),
      scriptRevise: (input, options) => transport.answer({ method: 'POST', path: '/generate/script/revise', body: { ...input, stream: false } }, options),
      thumbnailPrompt: (input, options) => transport.answer({ method: 'POST', path: '/generate/thumbnail-prompt', body: { ...input, stream: false } }, options),
      thumbnailPromptRevise: (input, options) => transport.answer({ method: 'POST', path: '/generate/thumbnail-prompt/revise', body: { ...input, stream: false } }, options),
      metadata: (input, options) => transport.answer({ method: 'POST', path: '/generate/metadata', body: { ...input, stream: false } }, options),
      metadataRevise: (input, options) => transport.answer({ method: 'POST', path: '/generate/metadata/revise', body: { ...input, stream: false } }, options),
      package: (input, options) => transport.answer({ method: 'POST', path: '/generate/package', body: { ...input, stream: false } }, options),
    },
    jobs: {
      list: (filter, options) => transport.answer({ method: 'GET', path: '/jobs', query: filter }, options),
      get: (id, options) => transport.data({ method: 'GET', path: `/jobs/${encodeURIComponent(id)}` }, options),
      change: (id, input, options) => transport.answer({ method: 'PATCH', path: `/jobs/${encodeURIComponent(id)}`, body: input }, options),
      cancel: (id, options) => transport.data({ method: 'POST', path: `/jobs/${encodeURIComponent(id)}/cancel` }, options),
      retry: (id, options) => transport.data({ method: 'POST', path: `/jobs/${encodeURIComponent(id)}/retry` }, options),
      delete: (id, options) => transport.nothing({ method: 'DELETE', path: `/jobs/${encodeURIComponent(id)}` }, options),
    },
    batches: {
      create: (input, options) => transport.answer({ method: 'POST', path: '/batch', body: input }, options),
      list: (filter, options) => transport.answer({ method: 'GET', path: '/batch', query: filter }, options),
      get: (id, options) => transport.data({ method: 'GET', path: `/batch/${encodeURIComponent(id)}` }, options),
      cancel: (id, options) => transport.data({ method: 'POST', path: `/batch/${encodeURIComponent(id)}/cancel` }, options),
    },
    exports: {
      job: (job, format, filter, options) => transport.answer({ method: 'GET', path: `/export/${encodeURIComponent(job)}/${encodeURIComponent(format)}`, query: filter }, options),
      script: (format, input, filter, options) => transport.answer({ method: 'POST', path: `/export/${encodeURIComponent(format)}`, body: input, query: filter }, options),
    },
    presets: {
      list: (filter, options) => transport.answer({ method: 'GET', path: '/presets', query: filter }, options),
      create: (input, options) => transport.answer({ method: 'POST', path: '/presets', body: input }, options),
      get: (id, options) => transport.data({ method: 'GET', path: `/presets/${encodeURIComponent(id)}` }, options),
      change: (id, input, options) => transport.answer({ method: 'PATCH', path: `/presets/${encodeURIComponent(id)}`, body: input }, options),
      delete: (id, options) => transport.nothing({ method: 'DELETE', path: `/presets/${encodeURIComponent(id)}` }, options),
    },
    brandVoices: {
      list: (filter, options) => transport.answer({ method: 'GET', path: '/brand-voices', query: filter }, options),
      create: (input, options) => transport.answer({ method: 'POST', path: '/brand-voices', body: input }, options),
      get: (id, options) => transport.data({ method: 'GET', path: `/brand-voices/${encodeURIComponent(id)}` }, options),
      change: (id, input, options) => transport.answer({ method: 'PATCH', path: `/brand-voices/${encodeURIComponent(id)}`, body: input }, options),
      delete: (id, options) => transport.nothing({ method: 'DELETE', path: `/brand-voices/${encodeURIComponent(id)}` }, options),
    },
    keys: {
      list: (filter, options) => transport.answer({ method: 'GET', path: '/keys', query: filter }, options),
      create: (input, options) => transport.answer({ method: 'POST', path: '/keys', body: input }, options),
      get: (id, options) => transport.data({ method: 'GET', path: `/keys/${encodeURIComponent(id)}` }, options),
      change: (id, input, options) => transport.answer({ method: 'PATCH', path: `/keys/${encodeURIComponent(id)}`, body: input }, options),
      delete: (id, filter, options) => transport.nothing({ method: 'DELETE', path: `/keys/${encodeURIComponent(id)}`, query: filter }, options),
      rotate: (id, options) => transport.data({ method: 'POST', path: `/keys/${encodeURIComponent(id)}/rotate` }, options),
    },
    webhooks: {
      test: (input, options) => transport.data({ method: 'POST', path: '/webhooks/test', body: input }, options),
      deliveries: (filter, options) => transport.answer({ method: 'GET', path: '/webhooks/deliveries', query: filter }, options),
      retry: (id, options) => transport.data({ method: 'POST', path: `/webhooks/deliveries/${encodeURIComponent(id)}/retry` }, options),
      secret: (options) => transport.data({ method: 'GET', path: '/webhooks/secret' }, options),
      rotateSecret: (options) => transport.data({ method: 'POST', path: '/webhooks/secret/rotate' }, options),
    },
    recipes: (options) => transport.data({ method: 'GET', path: '/recipes' }, options),
    models: (options) => transport.data({ method: 'GET', path: '/models' }, options),
    usage: (filter, options) => transport.data({ method: 'GET', path: '/usage', query: filter }, options),
    health: (options) => transport.json({ method: 'GET', path: '/health' }, options),
  };
}

/** Where each kind of content is written, plain or streamed. */
export const writingPaths = {
  'script': '/generate/script',
  'script.revise': '/generate/script/revise',
  'thumbnail-prompt': '/generate/thumbnail-prompt',
  'thumbnail-prompt.revise': '/generate/thumbnail-prompt/revise',
  'metadata': '/generate/metadata',
  'metadata.revise': '/generate/metadata/revise',
  'package': '/generate/package',
} as const;
