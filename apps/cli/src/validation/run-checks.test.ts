import { expect, test } from 'vitest';
import { error, skipped, warning, type Check } from './check.ts';
import { reportOf } from './report.ts';
import { runChecks } from './run-checks.ts';
import { readInstallation } from './installation.ts';
import { testCheckout } from './testing/test-checkout.ts';

async function run(...checks: Check[]) {
  await using checkout = await testCheckout();
  const context = { root: checkout.root, environment: checkout.environment, runtime: undefined };
  const installation = readInstallation(context, { isOnline: false, isDeep: false });
  return runChecks(checks, installation, new AbortController().signal);
}

const well: Check = { id: 'a.well', title: 'all is well', run: () => [] };

test('a check that throws or hangs becomes a finding, and the others are heard', async () => {
  const throws: Check = {
    ...well,
    id: 'a.throws',
    run: () => {
      throw new Error('unforeseen');
    },
  };
  const hangs: Check = { ...well, id: 'a.hangs', deadlineMs: 50, run: () => new Promise(() => undefined) };
  const outcomes = await run(throws, hangs, well);
  expect(outcomes.map(({ outcome }) => outcome)).toMatchObject([
    [{ severity: 'error', what: 'The check failed: unforeseen' }],
    [{ severity: 'error', what: 'The check took more than 0.05 s' }],
    [],
  ]);
});

test('the work of a check is ended with its deadline, not only the wait for it', async () => {
  const reasons: unknown[] = [];
  const hangs: Check = {
    ...well,
    deadlineMs: 50,
    run: (_, signal) => new Promise(() => signal.addEventListener('abort', () => reasons.push(signal.reason))),
  };
  await run(hangs);
  expect(reasons).toMatchObject([{ name: 'TimeoutError' }]);
});

test('errors fail, warnings only when that is asked for, and what was skipped never', () => {
  const outcome = (id: string, given: ReturnType<Check['run']>) => ({ id, title: id, outcome: given as [] });
  const sound = [outcome('a', []), outcome('b', skipped('no Docker'))];
  const warned = [...sound, outcome('c', [warning('w', 'm')])];
  expect(reportOf(sound, true)).toMatchObject({ ok: true, counts: { errors: 0, warnings: 0, passed: 1, skipped: 1 } });
  expect(reportOf(warned, false).ok).toBe(true);
  expect(reportOf(warned, true).ok).toBe(false);
  expect(reportOf([...sound, outcome('d', [error('e', 'm')])], false).ok).toBe(false);
});
