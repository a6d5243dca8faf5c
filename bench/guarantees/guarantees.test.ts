import { expect, test } from 'vitest';
import { putRequests } from './put-requests.ts';
import { isFailedOtherwise } from './report.ts';

/** Seventy requests to a server of its own, many of them with repairs. */
const DEADLINE_MS = 120_000;

test(
  'every answer of a failing model keeps its promises or says which it does not',
  { timeout: DEADLINE_MS },
  async () => {
    const { outcomes, faults } = await putRequests({ samples: 1, seed: 1, strength: 1 });
    expect(outcomes.length).toBeGreaterThanOrEqual(60);
    expect(faults.size).toBeGreaterThan(30);
    expect(outcomes.flatMap(({ name, unsaid }) => unsaid.map((one) => ({ name, ...one })))).toEqual([]);
    expect(outcomes.filter(isFailedOtherwise).map(({ name, error }) => [name, error])).toEqual([]);
  },
);
