import { z } from 'zod';
import type { OperationTypes } from '../port/operation-types.ts';
import { membersOf, namesOf, type PartName, type PartOperations } from './parts.ts';

type Body = Readonly<Record<string, unknown>>;

/** What each part is asked for; those that follow the script lack it still. */
export type PackageInput = Readonly<Record<PartName, Body>>;

type MemberNames = Readonly<Record<PartName, readonly string[]>>;

/**
 * The request for a package: the script's members, and what thumbnail and metadata take beside them. Each part's share
 * is held against its own input before anything is asked.
 */
export function packageInputOf(operations: PartOperations): z.ZodType<PackageInput> {
  const names: MemberNames = {
    script: namesOf(operations.script),
    'thumbnail-prompt': namesOf(operations['thumbnail-prompt']),
    metadata: namesOf(operations.metadata),
  };
  return z
    .object(membersOf(operations))
    .superRefine((body, context) => {
      if (context.issues.length > 0) return;
      for (const issue of refusalsOf(sharesOf(body, names), operations)) context.addIssue(issue);
    })
    .transform((body) => sharesOf(body, names));
}

/** What the parts do not take of their shares, each thing once. */
function refusalsOf(shares: PackageInput, operations: PartOperations) {
  const bodies = partNames.map((name) => [name, name === 'script' ? shares.script : onScript(shares[name])] as const);
  const issues = bodies.flatMap(([name, body]) => operations[name].input.safeParse(body).error?.issues ?? []);
  const once = new Map(issues.map((issue) => [`${issue.path.join('.')} ${issue.message}`, issue]));
  return [...once.values()].map(({ path, message, ...issue }) => ({
    code: 'custom' as const,
    path,
    message,
    params: 'params' in issue ? { ...(issue.params as object) } : {},
  }));
}

const partNames = ['script', 'thumbnail-prompt', 'metadata'] as const satisfies readonly PartName[];

/** Stands in for the script that is not written yet. */
function onScript(share: Body): Body {
  return { ...share, script: { title: 'Script', narration: 'Script' } };
}

function sharesOf(body: Body, names: MemberNames): PackageInput {
  const share = (name: PartName): Body =>
    Object.fromEntries(Object.entries(body).filter(([member]) => names[name].includes(member)));
  const { platforms = body.platform } = body;
  // How many titles there are is not what `variants` says here: it counts the pictures.
  const { variants: _, ...metadata }: Body = { ...share('metadata'), avoid: avoided(body) };
  return {
    script: share('script'),
    'thumbnail-prompt': share('thumbnail-prompt'),
    metadata: platforms === undefined ? metadata : { ...metadata, platforms },
  };
}

/** The words that the brand does not use stand in no title either. */
function avoided({ avoid = [], brand_voice: voice }: Body): readonly string[] {
  const { banned_words: banned = [] } = (voice ?? {}) as { readonly banned_words?: readonly string[] };
  return [...(avoid as readonly string[]), ...banned];
}

/** A part that could not be made, and why, as the error envelope says it. */
const missingPart = z.object({
  recipe: z.enum(['thumbnail-prompt', 'metadata']),
  error: z.object({
    code: z.string(),
    message: z.string(),
    statusCode: z.int(),
    timestamp: z.string(),
    details: z.looseObject({}),
  }),
});
export type MissingPart = z.output<typeof missingPart>;

const jobId = z.string().nullable().describe('The job of the part; null where it is missing or nothing is kept.');

type Made<Name extends PartName> = OperationTypes[Name]['output'];

export interface PackageOutput {
  readonly script: Made<'script'>;
  readonly thumbnail: Made<'thumbnail-prompt'> | null;
  readonly metadata: Made<'metadata'> | null;
  readonly jobs: Readonly<Record<PartName, string | null>>;
  readonly missing: readonly MissingPart[];
}

export function packageOutputOf(operations: PartOperations): z.ZodType<PackageOutput> {
  return z.object({
    script: operations.script.output,
    thumbnail: operations['thumbnail-prompt'].output.nullable(),
    metadata: operations.metadata.output.nullable(),
    jobs: z.object({ script: jobId, 'thumbnail-prompt': jobId, metadata: jobId }),
    missing: z.array(missingPart).describe('Parts that could not be made although the script stands.'),
  });
}
