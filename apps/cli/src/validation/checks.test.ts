import { requireTool } from '@showrunner/testkit';
import { describe, expect, test } from 'vitest';
import type { Outcome } from './check.ts';
import { checks } from './checks.ts';
import { configuration } from './testing/provocations/configuration.ts';
import { environment } from './testing/provocations/environment.ts';
import { files } from './testing/provocations/files.ts';
import { machine } from './testing/provocations/machine.ts';
import { others } from './testing/provocations/others.ts';
import type { Provocation, Provocations } from './testing/provocation.ts';
import { testCheckout } from './testing/test-checkout.ts';

const provocations: Provocations = { ...files, ...environment, ...configuration, ...machine, ...others };

/** Their own tests provoke these: they need a stack that runs, another machine, or find nothing by design. */
const ELSEWHERE = new Set(['stack.health', 'network.providers', 'ports.redis']);

test('every check is provoked, and every provocation has a check', () => {
  const ids = checks.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...Object.keys(provocations), ...ELSEWHERE].toSorted()).toEqual(ids.toSorted());
});

describe.each(checks.filter(({ id }) => !ELSEWHERE.has(id)))('$id', (check) => {
  const { prepares, breaks, finds } = provocationOf(check.id);
  const options = { timeout: 60_000, ...(check.id.startsWith('redis.') ? requireTool('redis') : {}) };

  test(`says nothing where ${check.title}`, options, async () => {
    await using checkout = await testCheckout();
    await prepares?.(checkout);
    expect(await checkout.run(check)).toEqual([]);
  });

  test('finds it otherwise, and says how it is fixed', options, async () => {
    await using checkout = await testCheckout();
    await prepares?.(checkout);
    await breaks(checkout);
    expect(told(await checkout.run(check))).toMatch(finds);
  });
});

function provocationOf(id: string): Provocation {
  const provocation = provocations[id];
  if (provocation === undefined) throw new Error(`Nothing provokes ${id}.`);
  return provocation;
}

/** The first finding, or why there is none. */
function told(outcome: Outcome): string {
  if ('skipped' in outcome) return `skipped: ${outcome.skipped}`;
  const [finding] = outcome;
  return finding === undefined ? 'nothing' : finding.what;
}
