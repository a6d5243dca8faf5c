import type { Mapping } from '../json/mapping.ts';

/** A list as OpenAI's API has it, of what was found: one more than was asked for where there are more. */
export function listOf(found: readonly Mapping[], limit: number): Mapping {
  const data = found.slice(0, limit);
  return {
    object: 'list',
    data,
    first_id: data[0]?.id ?? null,
    last_id: data.at(-1)?.id ?? null,
    has_more: found.length > limit,
  };
}
