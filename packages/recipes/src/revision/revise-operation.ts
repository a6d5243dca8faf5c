import { z } from 'zod';
import { valueAt, namesIn } from '../json-patch/pointer.ts';
import { fixed, type Work } from '../port/effects.ts';
import type { Finding } from '../port/finding.ts';
import type { Circumstances, Operation } from '../port/operation.ts';
import { askChanges } from './ask-changes.ts';
import { brokenByRevision } from './broken-by-revision.ts';
import { changesBetween } from './changes.ts';
import { revisionInputOf, type RevisionInput } from './input.ts';
import { requiredTextFindings } from './required-texts.ts';
import type { Revisable } from './revisable.ts';
import * as changes from './prompts/changes.ts';
import { newestVersion, promptsIn } from '../prompts/prompt.ts';

/** What every revision says beside the new result. */
const revisionMembers = {
  revision_of: z.string().nullable().describe('The job that was revised; null for a result that came as data.'),
  changed: z.array(z.string()).describe('JSON Pointers of what changed, without what is derived.'),
};

export interface OfRevision {
  readonly revision_of: string | null;
  readonly changed: readonly string[];
}

/**
 * The operation that revises results of a kind: by an instruction, of which a model gives the parts that change, or by
 * a patch without one. What is not touched stays as it is, to the letter; what changes keeps the promises of the
 * request that the result was made by.
 */
export function reviseOperationOf<Input, Draft, Output extends object, Document extends object>(
  kind: Revisable<Input, Draft, Output, Document>,
): Operation<RevisionInput<Input, Document>, Document, Output & OfRevision> {
  const { of, words } = kind;
  type Revision = RevisionInput<Input, Document>;

  function check(document: Document, revision: Revision, circumstances: Circumstances): Finding[] {
    const measured = (one: Document) =>
      of.check(kind.draftOf(one, revision.original), revision.original, circumstances);
    const broken = [
      ...brokenByRevision(measured(document), measured(revision.before)),
      ...requiredTextFindings(document, revision.before, kind.required),
      ...(kind.check?.(document, revision.before, revision.original) ?? []),
    ];
    return revision.change.by === 'patch' ? broken : [...broken, touchedFinding(document, revision)];
  }

  /** The parts that may change: all, or those of the scenes that are named. */
  function within(document: Document, { change }: Revision): string[] {
    const pointers = words.texts(document).map(({ pointer }) => pointer);
    const ids = change.by === 'instruction' ? change.sceneIds : null;
    if (ids === null) return pointers;
    return pointers.filter((pointer) => {
      const scene = valueAt(document, namesIn(pointer)?.slice(0, 2) ?? []) as { readonly id?: string } | undefined;
      return pointer.startsWith('/scenes/') && ids.includes(scene?.id ?? '');
    });
  }

  function* write(revision: Revision, circumstances: Circumstances): Work<Document> {
    const { change, original: input, before } = revision;
    if (change.by === 'patch') return change.document;
    const asked = {
      document: before,
      before,
      input,
      instruction: change.instruction,
      within: within(before, revision),
    };
    return kind.whole(yield* askChanges({ ...asked, faults: [] }, words, circumstances), before);
  }

  /** What was changed and broke a promise is asked for again, and nothing else; where nothing was changed, all of it. */
  function* repair(
    document: Document,
    failed: readonly Finding[],
    revision: Revision,
    circumstances: Circumstances,
  ): Work<Document> {
    const { change, original: input, before } = revision;
    const faults = failed.filter(({ severity }) => severity !== 'report');
    const changed = changesBetween(before, document);
    const isTouched = (pointer: string) => changed.length === 0 || changed.some((one) => isAt(pointer, one));
    const open = within(document, revision).filter(isTouched);
    if (change.by === 'patch' || faults.length === 0 || open.length === 0) return document;
    const untouched = changed.length === 0 ? before : document;
    const asked = { document: untouched, before, input, instruction: change.instruction, within: open, faults };
    return kind.whole(yield* askChanges(asked, words, circumstances), before);
  }

  /** A change that stays wrong is taken back where the checks say where it is, but not all that was changed. */
  function* settle(document: Document, revision: Revision, circumstances: Circumstances): Work<Document> {
    if (revision.change.by === 'patch') return document;
    let settled = document;
    const takenBack: Finding[] = [];
    for (const finding of check(document, revision, circumstances)) {
      if (finding.ok || finding.severity !== 'must' || finding.path === undefined) continue;
      const restored = withoutChangesAt(pointerOfPath(finding.path), settled, revision);
      if (restored === settled) continue;
      settled = restored;
      takenBack.push(finding);
    }
    // What is left of it is no revision: its fault is the broken promise, and not that nothing changed.
    if (changesBetween(revision.before, settled).length === 0) return document;
    for (const finding of takenBack) yield fixed(finding, 'replaced');
    return settled;
  }

  function withoutChangesAt(pointer: string, document: Document, { before, original }: Revision): Document {
    const earlier = new Map(words.texts(before).map((text) => [keyOf(before, text.pointer), text.text]));
    const own = words.texts(document).filter((text) => isAt(text.pointer, pointer));
    return own.reduce((rest, text) => {
      const stood = earlier.get(keyOf(document, text.pointer));
      return stood === undefined || stood === text.text ? rest : words.withText(rest, text.pointer, stood, original);
    }, document);
  }

  return {
    name: `${of.name}.revise`,
    title: `Revised ${of.title.toLowerCase()}`,
    description: `Changes a ${of.title.toLowerCase()} that is there: by an instruction, of which only what it touches is written anew, or by a JSON Patch without a model.`,
    version: `${of.version}.1`,
    promptVersion: newestVersion({ version: kind.promptVersion }, ...promptsIn(changes)),
    input: revisionInputOf(kind),
    example: kind.example,
    output: kind.output.extend(revisionMembers) as unknown as z.ZodType<Output & OfRevision>,
    references: [
      { member: 'job_id', kind: of.name, placedAt: kind.member, originalAt: 'original' },
      ...('script_id' in kind.members
        ? [{ member: 'script_id', kind: of.name, placedAt: kind.member, originalAt: 'original' } as const]
        : []),
    ],
    asksModel: ({ change }) => change.by === 'instruction',
    languageOf: ({ original }) => of.languageOf?.(original),
    prepare: async ({ original }) => of.prepare?.(original),
    write,
    check,
    repair,
    settle,
    *deliver(document, revision, circumstances) {
      const { before, original, of: revisionOf } = revision;
      const delivered = yield* kind.deliver(document, before, original, circumstances);
      return { ...delivered, revision_of: revisionOf, changed: changesBetween(before, document) };
    },
  };
}

const TOUCHED = 'instruction_touched';

/** A reply without a change is empty: nothing was revised. */
function touchedFinding(document: object, { before }: { readonly before: object }): Finding {
  const count = changesBetween(before, document).length;
  return {
    name: TOUCHED,
    ok: count > 0,
    value: count,
    limit: 1,
    unit: 'changes',
    message: count > 0 ? 'What the instruction touches was changed.' : 'The instruction changed nothing.',
    severity: 'must',
  };
}

/** Whether a pointer is another one, lies below it or above it. */
function isAt(pointer: string, other: string): boolean {
  return pointer === other || pointer.startsWith(`${other}/`) || other.startsWith(`${pointer}/`);
}

/** `scenes[2].narration` → `/scenes/2/narration`. */
function pointerOfPath(path: string): string {
  return `/${path.replaceAll('[', '.').replaceAll(']', '').replaceAll('.', '/')}`;
}

/** The same part in another document: of a scene by its id. */
function keyOf(document: unknown, pointer: string): string {
  const [list = '', index = '', ...rest] = namesIn(pointer) ?? [];
  const member = valueAt(document, [list, index]) as { readonly id?: unknown } | undefined;
  return typeof member?.id === 'string' ? [list, member.id, ...rest].join('/') : pointer;
}
