import type { Finding } from '../port/finding.ts';

/** The failed findings, or one that says that the check passed. */
export function orPassed(failed: Finding[], name: string, unit: string, message: string): Finding[] {
  return failed.length > 0 ? failed : [{ name, ok: true, value: 0, limit: 0, unit, message, severity: 'must' }];
}
