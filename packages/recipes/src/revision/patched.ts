import { applyPatch, PatchError, readPatch, type PatchOperation } from '../json-patch/apply-patch.ts';
import { pointerOf } from '../json-patch/pointer.ts';
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
    for (const [index, operation] of operations.entries()) {
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
