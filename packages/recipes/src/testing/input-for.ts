import type { Operation } from '../port/operation.ts';
import { readInput } from '../read-input.ts';

/** A body as its operation reads it. Throws where it is not acceptable. */
export function inputFor<Input>(operation: Pick<Operation<Input>, 'input'>, body: Record<string, unknown>): Input {
  const read = readInput(operation, body);
  if (read.kind !== 'read') throw new Error(JSON.stringify(read.issues));
  return read.input;
}
