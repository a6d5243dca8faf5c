import { describe, expect, test } from 'vitest';
import type { Tool } from '../tools/tools.ts';
import { closingLines } from './closing-lines.ts';

const redis: Tool = {
  name: 'redis',
  missing: 'no redis-server on the PATH',
  fix: 'apt-get install redis-server',
  isPresent: () => false,
};

describe('the last lines of a run', () => {
  test('are one plain line where all could run', () => {
    expect(closingLines({ passed: 3, failed: 0, skipped: 0, missing: [] }, false)).toEqual(['3 passed, 0 failed']);
  });

  test('name what the machine lacks, how to get it and how much was not run', () => {
    expect(closingLines({ passed: 3, failed: 0, skipped: 14, missing: [{ tool: redis, tests: 14 }] }, false)).toEqual([
      'Not run here: redis (no redis-server on the PATH: apt-get install redis-server) — 14 tests',
      '3 passed, 0 failed, 14 skipped',
    ]);
  });

  test('count what could not run as failed where everything is required', () => {
    expect(closingLines({ passed: 3, failed: 1, skipped: 2, missing: [{ tool: redis, tests: 1 }] }, true)).toEqual([
      'Required by SHOWRUNNER_REQUIRE_ALL=1 and missing: redis (no redis-server on the PATH: apt-get install redis-server) — 1 test',
      '3 passed, 2 failed, 1 skipped',
    ]);
  });

  test('require nothing that no registry has, but name it', () => {
    const missing = [{ tool: { ...redis, isOptional: true as const }, tests: 2 }];
    expect(closingLines({ passed: 3, failed: 0, skipped: 2, missing }, true)).toEqual([
      expect.stringContaining('Not run here: redis'),
      '3 passed, 0 failed, 2 skipped',
    ]);
  });

  test('name a tool that no test of the run asked for only where everything is required', () => {
    const count = { passed: 3, failed: 0, skipped: 0, missing: [{ tool: redis, tests: 0 }] };
    expect(closingLines(count, false)).toEqual(['3 passed, 0 failed']);
    expect(closingLines(count, true)).toEqual([expect.stringContaining('missing: redis'), '3 passed, 1 failed']);
  });
});
