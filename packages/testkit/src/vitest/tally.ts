import type { SerializedError } from 'vitest';
import type { TestModule } from 'vitest/node';
import { tools, type Tool } from '../tools/tools.ts';

/** What one run came to, counted in tests. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
  /** Tools that are not on this machine, with the tests that were skipped for want of them. */
  readonly missing: { tool: Tool; tests: number }[];
}

/**
 * Counts a run. A file that cannot be loaded, a hook that throws and an error outside any test each count as one
 * failure, for no test reports them.
 */
export function tally(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): Tally {
  const count: Tally = { passed: 0, failed: unhandledErrors.length, skipped: 0, missing: [] };
  const absent = new Set<string>(tools.filter((tool) => !tool.isPresent()).map(({ name }) => name));
  const wanted = new Map<string, number>();
  for (const module of modules) {
    if (module.errors().length > 0) count.failed += 1;
    for (const suite of module.children.allSuites()) if (suite.errors().length > 0) count.failed += 1;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') count.passed += 1;
      else if (state === 'failed') count.failed += 1;
      else {
        count.skipped += 1;
        // A tool that is there was not why, unless the test left itself out.
        const lacking = test.tags.filter((tag) => absent.has(tag));
        for (const tag of lacking.length > 0 ? lacking : test.tags) wanted.set(tag, (wanted.get(tag) ?? 0) + 1);
      }
    }
  }
  for (const tool of tools) {
    const tests = wanted.get(tool.name) ?? 0;
    if (tests > 0 || absent.has(tool.name)) count.missing.push({ tool, tests });
  }
  return count;
}
