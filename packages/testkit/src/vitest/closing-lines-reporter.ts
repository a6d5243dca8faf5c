import type { Reporter } from 'vitest/node';
import { closingLines, isRequired } from './closing-lines.ts';
import { tally } from './tally.ts';

/** A vitest reporter that ends every run with the lines of `closingLines`, and fails it where a required tool is missing. */
export function closingLinesReporter(): Reporter {
  const requireAll = process.env.SHOWRUNNER_REQUIRE_ALL === '1';
  return {
    onTestRunEnd(modules, unhandledErrors) {
      const count = tally(modules, unhandledErrors);
      if (requireAll && count.missing.some(isRequired)) process.exitCode = 1;
      process.stdout.write(`${closingLines(count, requireAll).join('\n')}\n`);
    },
  };
}
