import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { areas } from './areas.ts';
import type { Difference } from './compare.ts';

/** Where a difference on purpose shows: a place in an observation, which values, in which cases. */
const place = z.strictObject({
  /** A regular expression for the whole path. */
  path: z.string(),
  areas: z.array(z.enum(areas)).optional(),
  /** A regular expression for titles of cases. */
  cases: z.string().optional(),
  /** What each was seen to say; left out, anything. `absent` is nothing. */
  litellm: z.unknown().optional(),
  ours: z.unknown().optional(),
});

const listed = z.strictObject({
  feature: z.string(),
  litellm: z.string(),
  ours: z.string(),
  /** Why ours is right: an observation that LiteLLM's way hurts users, or a standard. */
  reason: z.string(),
  where: z.array(place).min(1),
});

export type ListedDifference = z.infer<typeof listed>;

/** Every difference on purpose. */
export const listedDifferences: readonly ListedDifference[] = z
  .array(listed)
  .parse(parse(readFileSync(join(import.meta.dirname, 'differences.yaml'), 'utf8')));

export interface CaseName {
  readonly area: (typeof areas)[number];
  readonly title: string;
}

/** The difference on purpose that explains one that was seen. */
export function explain(seen: Difference, { area, title }: CaseName): ListedDifference | undefined {
  return listedDifferences.find(({ where }) =>
    where.some(
      (at) =>
        new RegExp(`^(?:${at.path})$`).test(seen.path) &&
        (at.areas?.includes(area) ?? true) &&
        (at.cases === undefined || new RegExp(at.cases).test(title)) &&
        isValue(at.litellm, seen.litellm) &&
        isValue(at.ours, seen.ours),
    ),
  );
}

function isValue(expected: unknown, seen: unknown): boolean {
  if (expected === undefined) return true;
  return expected === 'absent' ? seen === undefined : JSON.stringify(expected) === JSON.stringify(seen);
}
