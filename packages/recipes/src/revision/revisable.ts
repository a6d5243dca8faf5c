import type { z } from 'zod';
import type { PatchOperation } from '../json-patch/apply-patch.ts';
import type { Work } from '../port/effects.ts';
import type { Finding } from '../port/finding.ts';
import type { Circumstances, Operation } from '../port/operation.ts';

/**
 * How results of a kind are revised. A revision works on a **document**: what of a result can be edited, with the same
 * pointers as in the result; everything else is derived from it again.
 */
export interface Revisable<Input, Draft, Output extends object, Document extends object> {
  /** The operation that made the result, whose promises hold for what becomes of it. */
  readonly of: Operation<Input, Draft, Output>;
  /** Its output with what the kind's revisions add. */
  readonly output: z.ZodObject;
  /** The body's member for a result as data: `script`. */
  readonly member: string;
  /** Further members of the body. */
  readonly members: Readonly<Record<string, z.ZodType>>;
  /** A body that works as it stands. */
  readonly example: Readonly<Record<string, unknown>>;
  /** Changes when what it asks of a model does. */
  readonly promptVersion: string;
  /** Pointers that a patch may write to; `*` is any name, `**` at the end is all below and the member itself. */
  readonly editable: readonly string[];
  /** Pointers to the texts that every result has, in which `*` is any name: no edit empties them. */
  readonly required: readonly string[];
  /** Reads a result, from here or from elsewhere, as a document; its bounds are those of growth. */
  readonly document: z.ZodType<Document>;
  /** The request for a result that came without one, from what it says of itself. */
  originalOf(result: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>;
  /** Sees to what one operation of a patch has put in: `after` is the result that it has just made. */
  inserted?(before: unknown, after: unknown, operation: PatchOperation, base: unknown): unknown;
  /**
   * Makes whole what was edited: members that stand for others are written through, what is new gets its id. What is
   * derived in the result stays as in `before`.
   *
   * @throws RangeError where edits contradict each other
   */
  whole(edited: Document, before: Document): Document;
  /** What the checks of the kind measure. */
  draftOf(document: Document, input: Input): Draft;
  /** What edits have to keep beside the promises of the kind. */
  check?(document: Document, before: Document, input: Input): Finding[];
  deliver(document: Document, before: Document, input: Input, circumstances: Circumstances): Work<Output>;
  readonly words: RevisionWords<Input, Document>;
}

/** How a model is asked for changes. */
export interface RevisionWords<Input, Document> {
  system(input: Input, circumstances: Circumstances): string;
  /** The original request, in labelled lines. */
  brief(input: Input, circumstances: Circumstances): string;
  /** What can be changed, as texts by their pointers, in reading order. */
  texts(document: Document): readonly EditableText[];
  /** The document with another text there; the words as a person would write them are made fit for their place. */
  withText(document: Document, pointer: string, text: string, input: Input): Document;
  /** What a model can do beside changing texts, such as leaving out a scene. */
  readonly structure?: RevisionStructure<Document>;
}

export interface EditableText {
  readonly pointer: string;
  /** What it is called in the question, where the pointer does not say it: `scene-3, proof`. */
  readonly about?: string;
  readonly text: string;
}

/** Additions and removals, as further members of the reply. */
export interface RevisionStructure<Document> {
  members(document: Document): Readonly<Record<string, z.ZodType>>;
  /** The same members where nothing is added or removed. */
  readonly unchanged: Readonly<Record<string, unknown>>;
  /** How they are to be used, a sentence each. */
  readonly instructions: readonly string[];
  apply(document: Document, reply: Readonly<Record<string, unknown>>): Document;
}
