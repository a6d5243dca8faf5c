/** One thing that is wrong with the environment. */
export interface EnvironmentFinding {
  readonly variable: string;
  /** What is wrong, to be read after the variable's name. */
  readonly reason: string;
  /** What to do about it. */
  readonly fix: string;
}

/** The environment cannot be used; names everything that is wrong with it at once. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
  readonly findings: readonly EnvironmentFinding[];

  constructor(findings: readonly EnvironmentFinding[]) {
    super(findings.map(({ variable, reason, fix }) => `${variable} ${reason}; ${fix}.`).join('\n'));
    this.findings = findings;
  }
}
