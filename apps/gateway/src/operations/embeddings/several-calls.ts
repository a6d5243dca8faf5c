import type { EmbeddingsList, EmbeddingsRequest } from '@showrunner/providers';

/** How many calls are under way at once: one request is not to use up a vendor's limit of requests. */
const CALLS_AT_ONCE = 4;

/** The texts of each call, where a vendor takes only so many at once; one part where all go in one. */
export function textsInCalls({ input }: EmbeddingsRequest, most: number | undefined): readonly string[][] {
  if (most === undefined || !Array.isArray(input) || input.length <= most) return [];
  if (!input.every((text) => typeof text === 'string')) return [];
  return Array.from({ length: Math.ceil(input.length / most) }, (_, part) =>
    input.slice(part * most, (part + 1) * most),
  );
}

/** Some at once, their answers in order. Rejects with the first failure, behind which no further call begins. */
export async function inCalls<Part, Made>(
  parts: readonly Part[],
  call: (part: Part) => Promise<Made>,
): Promise<readonly Made[]> {
  const made: Made[] = [];
  for (let at = 0; at < parts.length; at += CALLS_AT_ONCE) {
    made.push(...(await Promise.all(parts.slice(at, at + CALLS_AT_ONCE).map(call))));
  }
  return made;
}

/** The answers of several calls as one; counted where each of them was. */
export function joined(lists: readonly EmbeddingsList[]): EmbeddingsList {
  const data = lists.flatMap((list) => list.data);
  const tokens = lists.map(({ usage }) => usage?.prompt_tokens);
  const total = tokens.reduce<number>((sum, count = 0) => sum + count, 0);
  return {
    object: 'list',
    data: data.map((one, index) => ({ ...one, index })),
    model: lists[0]?.model ?? '',
    ...(tokens.every((count) => count !== undefined) && { usage: { prompt_tokens: total, total_tokens: total } }),
  };
}
