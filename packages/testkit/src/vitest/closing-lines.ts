import type { Tally } from './tally.ts';

/**
 * The last lines of a run: what this machine could not run, then `N passed, N failed`. Where everything is required,
 * a tool's skipped tests count as failed.
 */
export function closingLines({ passed, failed, skipped, missing }: Tally, requireAll: boolean): string[] {
  const notRun = missing.map(({ tool, tests }) => {
    const what = `${tool.name} (${tool.missing}: ${tool.mend}) — ${tests} ${tests === 1 ? 'test' : 'tests'}`;
    return requireAll ? `Required by SHOWRUNNER_REQUIRE_ALL=1 and missing: ${what}` : `Not run here: ${what}`;
  });
  const refused = requireAll ? missing.reduce((sum, { tests }) => sum + tests, 0) : 0;
  const left = skipped - refused;
  return [...notRun, `${passed} passed, ${failed + refused} failed${left > 0 ? `, ${left} skipped` : ''}`];
}
