import type { PageMeta, PageQuery } from '@showrunner/contract';
import { invalidInput } from '@showrunner/errors';

/** The part of a list that is wanted: one more than is shown says whether it goes on. */
export interface Page {
  readonly limit: number;
  readonly after: string | undefined;
}

/**
 * Reads a part of a list that is ordered by ids. The cursor names the list and the last id that was shown, so that a
 * page stays where it is while rows come and go.
 *
 * @param list whose cursors are taken: those of another list are 422
 */
export async function pageOf<Row extends { readonly id: string }>(
  list: string,
  { limit, cursor }: PageQuery,
  read: (page: Page) => Promise<Row[]>,
): Promise<{ readonly rows: Row[]; readonly meta: PageMeta }> {
  const after = cursor === undefined ? undefined : idIn(cursor, list);
  const found = await read({ limit: limit + 1, after });
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  return { rows, meta: { next_cursor: last === undefined ? null : cursorOf(list, last.id) } };
}

function cursorOf(list: string, id: string): string {
  return Buffer.from(`${list} ${id}`).toString('base64url');
}

function idIn(cursor: string, list: string): string {
  const [named, id = '', ...more] = Buffer.from(cursor, 'base64url').toString().split(' ');
  const isOwn = named === list && /^\w+$/.test(id) && more.length === 0 && cursorOf(list, id) === cursor;
  if (isOwn) return id;
  throw invalidInput([{ path: 'cursor', reason: 'is none of this list', allowed: 'meta.next_cursor of a page of it' }]);
}
