import { ErrorTypes } from '@showrunner/errors';
import { readInput, type Operation } from '@showrunner/recipes';

/** Finds a kept result by the id of its job or its own, among one workspace's, whichever operation of the kind made it. */
export interface ResultFinder {
  findResult(workspace: string, id: string, kind: string): Promise<unknown>;
}

/**
 * Puts stored results where a body only names them (`script_id` → `script`). An id that is not known is an error when
 * the body needs it; beside content of its own it is only named in `ignored`, as callers keep ids of other systems there.
 */
export async function resolveReferences(
  operation: Operation,
  body: Readonly<Record<string, unknown>>,
  workspace: string,
  results: ResultFinder,
): Promise<{ readonly body: Readonly<Record<string, unknown>>; readonly ignored: readonly string[] }> {
  const resolved: Record<string, unknown> = { ...body };
  const ignored: string[] = [];
  for (const { member, kind, placedAt } of operation.references) {
    const id = body[member];
    if (typeof id !== 'string' || resolved[placedAt] !== undefined) continue;
    const result = await results.findResult(workspace, id, kind);
    if (result !== undefined) resolved[placedAt] = result;
    else if (standsWithout(operation, resolved, member)) ignored.push(member);
    else
      throw ErrorTypes.NOT_FOUND(`There is no ${kind} with the id "${id.slice(0, 80)}".`, {
        [member]: id.slice(0, 80),
      });
  }
  return { body: resolved, ignored };
}

function standsWithout(operation: Operation, body: Record<string, unknown>, member: string): boolean {
  const { [member]: _id, ...rest } = body;
  return readInput(operation, rest).kind !== 'missing';
}
