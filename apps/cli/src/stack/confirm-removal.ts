import { OperatorError, type Removable } from '@showrunner/stack';
import { formatBytes } from '../output/figures.ts';
import type { Output } from '../output/output.ts';

/** Shows what would go, and how much it is. */
export function showRemovables(output: Output, items: readonly Removable[]): void {
  output.table(
    ['what', 'size', 'where'],
    items.map(({ kind, name, bytes }) => [kind, bytes === undefined ? '' : formatBytes(bytes), name]),
  );
}

/** `3 things, 12.5 MB`. */
export function sumUp(items: readonly Removable[]): string {
  const bytes = items.reduce((sum, item) => sum + (item.bytes ?? 0), 0);
  return `${items.length} ${items.length === 1 ? 'thing' : 'things'}, ${formatBytes(bytes)}`;
}

/**
 * Makes of an answer whether to go on.
 *
 * @param answer `undefined` when nobody was there to ask
 * @throws {OperatorError} when nobody was there and nobody has said --yes
 */
export function mayRemove(command: string, answer: boolean | undefined, items: readonly Removable[]): boolean {
  if (answer !== undefined) return answer;
  throw new OperatorError({
    what: `Nobody is there to ask, so nothing was removed (${sumUp(items)})`,
    fix: `if it is to go: showrunner ${command} --yes`,
  });
}
