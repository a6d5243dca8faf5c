import type { Finding } from './check.ts';
import type { CheckedOutcome } from './run-checks.ts';

export interface CheckReport {
  readonly id: string;
  readonly title: string;
  readonly findings: readonly Finding[];
  /** Why it could not be asked. */
  readonly skipped?: string;
}

export interface ValidationReport {
  readonly ok: boolean;
  readonly counts: Readonly<Record<'errors' | 'warnings' | 'passed' | 'skipped', number>>;
  readonly checks: readonly CheckReport[];
}

/** @param isStrict whether a warning is as bad as an error */
export function reportOf(outcomes: readonly CheckedOutcome[], isStrict: boolean): ValidationReport {
  const checks = outcomes.map(({ id, title, outcome }): CheckReport =>
    'skipped' in outcome ? { id, title, findings: [], skipped: outcome.skipped } : { id, title, findings: outcome },
  );
  const findings = checks.flatMap((check) => check.findings);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  const skipped = checks.filter((check) => check.skipped !== undefined).length;
  const passed = checks.filter((check) => check.skipped === undefined && check.findings.length === 0).length;
  return { ok: errors === 0 && (!isStrict || warnings === 0), counts: { errors, warnings, passed, skipped }, checks };
}
