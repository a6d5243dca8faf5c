import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { areas, type Area } from './areas.ts';
import type { Verdict } from './score.ts';

/**
 * How each case came out when it was last looked at: the same; different on purpose, by which listed differences; or
 * open, where ours should do what LiteLLM does and does not yet.
 */
const caseStanding = z.union([z.literal('same'), z.literal('open'), z.array(z.string()).min(1)]);
const standing = z.partialRecord(z.enum(areas), z.record(z.string(), z.record(z.string(), caseStanding)));

export type CaseStanding = z.infer<typeof caseStanding>;

/** By area, file and title. */
export type Standing = z.infer<typeof standing>;

/**
 * The areas that are claimed: there a test fails where a case comes out worse than it stands. Others are compared and
 * printed alone.
 */
export const claimedAreas: readonly Area[] = [
  'chat',
  'embeddings',
  'errors',
  'headers',
  'streaming',
  'admission',
  'management',
  'spend',
  'metrics',
  'guards',
];

const file = join(import.meta.dirname, 'standing.generated.json');

export function readStanding(): Standing {
  return standing.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** Puts down how cases stand now; those that were not looked at keep their place. */
export function writeStanding(verdicts: readonly Verdict[]): void {
  const now: Standing = readStanding();
  for (const [area, ofArea] of Map.groupBy(verdicts, (verdict) => verdict.area)) {
    const files = Map.groupBy(ofArea, (verdict) => verdict.file);
    const lines = [...files].map(([name, list]) => [
      name,
      Object.fromEntries(list.map((one) => [one.title, stand(one)])),
    ]);
    now[area] = { ...now[area], ...(Object.fromEntries(lines) as Standing[Area]) };
  }
  const ordered = Object.fromEntries(areas.flatMap((area) => (now[area] ? [[area, now[area]]] : [])));
  writeFileSync(file, `${JSON.stringify(ordered, null, 1)}\n`);
}

function stand({ kind, listed }: Verdict): CaseStanding {
  if (kind === 'different') return 'open';
  return kind === 'same' ? 'same' : listed.map(({ feature }) => feature);
}
