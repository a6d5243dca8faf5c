import { z } from 'zod';
import { text } from '../input/text.ts';
import { namesIn } from '../json-patch/pointer.ts';
import { patched, type Patchable, type Refusal } from './patched.ts';
import type { Revisable } from './revisable.ts';

type Body = Readonly<Record<string, unknown>>;

/** A revision as it is begun: what stands, by which request it was made, and what shall change. */
export interface RevisionInput<Input, Document> {
  /** The job that is revised; null for a result that came as data. */
  readonly of: string | null;
  readonly original: Input;
  readonly before: Document;
  readonly change:
    | { readonly by: 'patch'; readonly document: Document }
    | { readonly by: 'instruction'; readonly instruction: string; readonly sceneIds: readonly string[] | null };
}

const MOST_OPERATIONS = 1000;

/** The body of a revision: which result, and either an instruction or a patch. */
export function revisionInputOf<Input, Draft, Output extends object, Document extends object>(
  kind: Revisable<Input, Draft, Output, Document>,
): z.ZodType<RevisionInput<Input, Document>> {
  return z
    .object({
      job_id: text(100).optional().describe('The job whose result is revised.'),
      [kind.member]: z.looseObject({}).optional().describe('The result as data, in place of its job.'),
      original: z
        .looseObject({})
        .optional()
        .describe('The request that it was made by, for a result that came as data: what it promises still holds.'),
      instruction: text(4000).optional().describe('What shall be different, in words.'),
      patch: z
        .array(z.looseObject({}))
        .min(1)
        .max(MOST_OPERATIONS)
        .optional()
        .describe('A JSON Patch (RFC 6902) on the result, in place of an instruction: no model is asked.'),
      replaces: text(100).optional().describe('Your own last revision, whose place this patch takes.'),
      ...kind.members,
    })
    .transform((body: Body, context) => {
      const read = begun(body, kind);
      if ('input' in read) return read.input;
      for (const { path, message, allowed, missing } of read.refusals) {
        const params = { ...(allowed === undefined ? {} : { allowed }), ...(missing === true ? { missing } : {}) };
        context.addIssue({ code: 'custom', path: [...path], message, params });
      }
      return z.NEVER;
    });
}

interface Refused {
  readonly refusals: readonly (Refusal & { readonly missing?: boolean })[];
}

function begun<Input, Draft, Output extends object, Document extends object>(
  body: Body,
  kind: Revisable<Input, Draft, Output, Document>,
): { readonly input: RevisionInput<Input, Document> } | Refused {
  const { job_id: of = null, [kind.member]: result, instruction, patch } = body;
  if (result === undefined) return refused(['job_id'], 'is required', `job_id, or ${kind.member} (object)`, true);
  if (instruction === undefined && patch === undefined)
    return refused(['instruction'], 'is required, or patch', 'instruction (text) or patch (list)', true);
  if (instruction !== undefined && patch !== undefined)
    return refused(['patch'], 'stands beside an instruction', 'one of the two');
  if (body.replaces !== undefined && patch === undefined)
    return refused(['replaces'], 'goes with a patch alone', 'a patch');
  const before = kind.document.safeParse(result);
  if (!before.success) return refused([kind.member], `cannot be revised: ${said(before.error)}`);
  const original = kind.of.input.safeParse({ ...originalOf(body, kind), ...overridden(body, kind) });
  if (!original.success) return refused(['original'], said(original.error));
  const change = patch === undefined ? asInstruction(body) : asPatch(result, patch as unknown[], before.data, kind);
  if ('refusals' in change) return change;
  return { input: { of: of as string | null, original: original.data, before: before.data, change } };
}

function refused(path: Refusal['path'], message: string, allowed?: string, missing?: boolean): Refused {
  const more = { ...(allowed === undefined ? {} : { allowed }), ...(missing === undefined ? {} : { missing }) };
  return { refusals: [{ path, message, ...more }] };
}

function originalOf(
  { original, ...body }: Body,
  kind: Pick<Revisable<never, never, object, object>, 'member' | 'originalOf'>,
): Body {
  return (original ?? kind.originalOf(body[kind.member] as Body)) as Body;
}

/** Members of the body that the original request has as well stand in its place. */
function overridden(body: Body, { members }: Pick<Revisable<never, never, object, object>, 'members'>): Body {
  return Object.fromEntries(
    Object.keys(members).flatMap((name) =>
      OF_THE_REVISION.has(name) || body[name] === undefined ? [] : [[name, body[name]]],
    ),
  );
}

const OF_THE_REVISION = new Set(['scene_ids', 'script_id']);

function asInstruction({ instruction, scene_ids: ids }: Body) {
  return {
    by: 'instruction',
    instruction: instruction as string,
    sceneIds: (ids as readonly string[] | undefined) ?? null,
  } as const;
}

function asPatch<Document extends object>(
  result: unknown,
  patch: readonly unknown[],
  before: Document,
  kind: Patchable & Pick<Revisable<never, never, object, Document>, 'document' | 'whole'>,
): { readonly by: 'patch'; readonly document: Document } | Refused {
  const made = patched(result, patch, kind);
  if ('refusal' in made) return { refusals: [made.refusal] };
  const document = kind.document.safeParse(made.result);
  if (!document.success) {
    const at = lastWriter(patch, document.error.issues[0]?.path ?? []);
    return refused(['patch', ...at], `leaves what is none: ${said(document.error)}`);
  }
  try {
    return { by: 'patch', document: kind.whole(document.data, before) };
  } catch (error) {
    if (error instanceof RangeError) return refused(['patch'], error.message);
    throw error;
  }
}

/** The index of the last operation that wrote at a place, in it or around it. */
function lastWriter(patch: readonly unknown[], place: readonly PropertyKey[]): readonly number[] {
  const names = place.map(String);
  const index = patch.findLastIndex((operation) => {
    const { op, path, from } = operation as Body;
    const written = [path, ...(op === 'move' ? [from] : [])].map((pointer) => namesIn(pointer as string) ?? []);
    return op !== 'test' && written.some((one) => one.every((name, at) => at >= names.length || name === names[at]));
  });
  return index === -1 ? [] : [index];
}

/** The first thing that is wrong, in a sentence. */
function said({ issues: [first] }: z.ZodError): string {
  const path = first?.path.map(String).join('.') ?? '';
  return [path, first?.message ?? ''].filter((part) => part !== '').join(': ');
}
