import type { Tally } from './tally.ts';

/**
 * The last lines of a run: what this machine could not run, then `N passed, N failed`. Where everything is required, the
 * tests that a missing tool left out count as failed, and the tool itself where no test asked for it.
 */
export function closingLines({ passed, failed, skipped, missing }: Tally, requireAll: boolean): string[] {
  const required = requireAll ? missing.filter(isRequired) : [];
  const refused = required.reduce((sum, { tests }) => sum + Math.max(tests, 1), 0);
  const noticed = missing.filter((lack) => lack.tests > 0 && !required.includes(lack));
  const left = required.reduce((sum, { tests }) => sum + tests, 0);
  return [
    ...required.map((lack) => `Required by SHOWRUNNER_REQUIRE_ALL=1 and missing: ${sentence(lack)}`),
    ...noticed.map((lack) => `Not run here: ${sentence(lack)}`),
    total(passed, failed + refused, skipped - left),
  ];
}

/** Whether a run that requires everything fails without it. */
export function isRequired({ tool }: Tally['missing'][number]): boolean {
  return tool.isOptional !== true;
}

function sentence({ tool, tests }: Tally['missing'][number]): string {
  return `${tool.name} (${tool.missing}: ${tool.fix}) — ${tests} ${tests === 1 ? 'test' : 'tests'}`;
}

function total(passed: number, failed: number, skipped: number): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
