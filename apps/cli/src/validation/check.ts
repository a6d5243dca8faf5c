import type { Installation } from './installation.ts';

/** An error keeps the stack from working or opens it to others; a warning will do so, or puzzles somebody, one day. */
export type Severity = 'error' | 'warning';

export interface Finding {
  readonly severity: Severity;
  readonly what: string;
  /** The file, variable, port or program concerned. */
  readonly where?: string;
  readonly fix: string;
}

/** Why this machine, or the state it is in, cannot be asked; fails nothing. */
export interface Skipped {
  readonly skipped: string;
}

/** No finding: it is well. */
export type Outcome = readonly Finding[] | Skipped;

/** One question about an installation. It changes nothing, and throws only what nobody foresaw. */
export interface Check {
  /** `theme.subject`; scripts know it by this name, so it is never changed. */
  readonly id: string;
  /** What is well when there is no finding. */
  readonly title: string;
  /** Where the usual deadline is too short. */
  readonly deadlineMs?: number;
  run(installation: Installation, signal: AbortSignal): Outcome | Promise<Outcome>;
}

export function error(what: string, fix: string, where?: string): Finding {
  return { severity: 'error', what, fix, ...(where === undefined ? {} : { where }) };
}

export function warning(what: string, fix: string, where?: string): Finding {
  return { severity: 'warning', what, fix, ...(where === undefined ? {} : { where }) };
}

export function skipped(reason: string): Skipped {
  return { skipped: reason };
}
