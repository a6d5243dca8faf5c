import type { Finding } from './finding.ts';

/** The failed findings, or one that says that the check passed. */
export function orPassed<Name extends string>(
  failed: readonly Finding<Name>[],
  name: Name,
  unit: string,
  message: string,
): Finding<Name>[] {
  return failed.length > 0 ? [...failed] : [{ name, ok: true, value: 0, limit: 0, unit, message, severity: 'must' }];
}
