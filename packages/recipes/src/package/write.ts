import { ApiError } from '@showrunner/errors';
import { all, event, runPart, type Event, type Part, type Work } from '../port/effects.ts';
import type { OperationTypes } from '../port/operation-types.ts';
import type { PartName } from './parts.ts';
import type { MissingPart, PackageInput, PackageOutput } from './schema.ts';

/** A part as it will stand in the package, as soon as it is made. */
export type PartEvent = Event<'part', { readonly recipe: PartName; readonly data: unknown }>;

/**
 * The script first, then thumbnail and metadata at once, both from the script. Without a script there is no package;
 * another part that cannot be made is missing, and what was made stands.
 */
export function* writePackage(input: PackageInput): Work<PackageOutput, PartEvent> {
  const script = yield* part('script', input.script, 'script');
  const withScript = { script: script.output };
  const [thumbnail, metadata] = yield* all<[Outcome<'thumbnail-prompt'>, Outcome<'metadata'>], PartEvent>([
    partOrReason('thumbnail-prompt', { ...input['thumbnail-prompt'], ...withScript }, 'thumbnail'),
    partOrReason('metadata', { ...input.metadata, ...withScript }, 'metadata'),
  ]);
  return {
    script: script.output,
    thumbnail: thumbnail.made?.output ?? null,
    metadata: metadata.made?.output ?? null,
    jobs: {
      script: script.jobId,
      'thumbnail-prompt': thumbnail.made?.jobId ?? null,
      metadata: metadata.made?.jobId ?? null,
    },
    missing: [...thumbnail.missing, ...metadata.missing],
  };
}

function* part<Name extends PartName>(
  recipe: Name,
  input: OperationTypes[Name]['input'],
  at: string,
): Work<Part<OperationTypes[Name]['output']>, PartEvent> {
  const made = yield* runPart(recipe, input, at);
  yield event('part', { recipe, data: made.output });
  return made;
}

interface Outcome<Name extends PartName> {
  readonly made?: Part<OperationTypes[Name]['output']>;
  /** At most one. */
  readonly missing: readonly MissingPart[];
}

function* partOrReason<Name extends Exclude<PartName, 'script'>>(
  recipe: Name,
  input: OperationTypes[Name]['input'],
  at: string,
): Work<Outcome<Name>, PartEvent> {
  try {
    return { made: yield* part(recipe, input, at), missing: [] };
  } catch (error) {
    // A fault of our own is nobody's missing part.
    if (!ApiError.isInstance(error)) throw error;
    const { details, ...said } = error.toJSON().error;
    return { missing: [{ recipe, error: { ...said, details: { ...details } } }] };
  }
}
