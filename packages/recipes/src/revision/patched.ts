import { applyPatch, PatchError, readPatch, type PatchOperation } from '../json-patch/apply-patch.ts';
import { lengthOf } from '../json-patch/length-of.ts';
import { pointerOf, valueAt } from '../json-patch/pointer.ts';
import { hostileNameIn, isEditable, isHostile } from './editable.ts';
import type { Revisable } from './revisable.ts';

/** What is wrong with a body, as a schema says it. */
export interface Refusal {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly allowed?: string;
}

/** What a patch is held to. */
export type Patchable = Pick<Revisable<never, never, object, object>, 'editable' | 'inserted'>;

/**
 * Characters of JSON that the operations of one patch put in together: copies of copies double with each. The longest
 * scripts that can be asked for are a tenth of it.
 */
const MOST_ADDED = 1_000_000;

/** What an operation puts in, in characters; at least one more than there is room for where it is too much. */
function addedBy(operation: PatchOperation, document: unknown, room: number): number {
  if (operation.op === 'copy') return lengthOf(valueAt(document, operation.from), room);
  return 'value' in operation && operation.op !== 'test' ? lengthOf(operation.value, room) : 0;
}

/** A result with a patch applied, all of it, on editable members only; or why not. */
export function patched(
  result: unknown,
  patch: readonly unknown[],
  kind: Patchable,
): { readonly result: unknown } | { readonly refusal: Refusal } {
  try {
    const operations = readPatch(patch);
    for (const [index, operation] of operations.entries()) refuseForeign(operation, index, kind);
    let now = result;
    let room = MOST_ADDED;
    for (const [index, operation] of operations.entries()) {
      room -= addedBy(operation, now, room);
      if (room < 0) throw new PatchError(index, 'op', `makes the patch put in more than ${MOST_ADDED} characters`);
      const after = applyPatch(now, [operation], index);
      now = kind.inserted?.(now, after, operation, result) ?? after;
    }
    return { result: now };
  } catch (error) {
    if (!(error instanceof PatchError)) throw error;
    const { index, member, message } = error;
    return { refusal: { path: ['patch', index, ...(member === '' ? [] : [member])], message } };
  }
}

function refuseForeign(operation: PatchOperation, index: number, { editable }: Patchable): void {
  const { op, path } = operation;
  const from = 'from' in operation ? operation.from : [];
  const hostile =
    [...path, ...from].find(isHostile) ?? ('value' in operation ? hostileNameIn(operation.value) : undefined);
  if (hostile !== undefined) throw new PatchError(index, 'path', `holds the name "${hostile}", which no member has`);
  const written = [...(op === 'test' ? [] : [path]), ...(op === 'move' ? [from] : [])];
  const foreign = written.find((names) => !isEditable(names, editable));
  if (foreign === undefined) return;
  const member = foreign === path ? 'path' : 'from';
  throw new PatchError(index, member, `leads to ${pointerOf(foreign) || 'the whole'}, which cannot be edited`);
}
