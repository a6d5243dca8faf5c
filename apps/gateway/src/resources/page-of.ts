/** Which part of a list is asked for, in OpenAI's words. */
export interface PageQuery {
  readonly after?: string | undefined;
  readonly limit: number;
  readonly order: 'asc' | 'desc';
}

/** A part of a list, as OpenAI's API has them. */
export interface Page<Item> {
  readonly object: 'list';
  readonly data: readonly Item[];
  readonly first_id: string | null;
  readonly last_id: string | null;
  readonly has_more: boolean;
}

/** The page of a list that is there whole, `items` in their natural order. An `after` that is not among them: nothing. */
export function pageOf<Item extends { readonly id?: unknown }>(
  items: readonly Item[],
  { after, limit, order }: PageQuery,
): Page<Item> | undefined {
  const ordered = order === 'asc' ? items : items.toReversed();
  const position = after === undefined ? -1 : ordered.findIndex(({ id }) => id === after);
  if (after !== undefined && position === -1) return undefined;
  const data = ordered.slice(position + 1, position + 1 + limit);
  return {
    object: 'list',
    data,
    first_id: idOf(data[0]),
    last_id: idOf(data.at(-1)),
    has_more: position + 1 + limit < ordered.length,
  };
}

function idOf(item: { readonly id?: unknown } | undefined): string | null {
  return typeof item?.id === 'string' ? item.id : null;
}
