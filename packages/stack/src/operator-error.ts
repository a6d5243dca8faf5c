/** What went wrong, where, and how a person fixes it: the only form in which errors reach a terminal. */
export interface Problem {
  readonly what: string;
  /** The file, service, variable or address concerned. */
  readonly where?: string;
  readonly fix?: string;
  /** What the failing part itself said last: log lines, probe output. */
  readonly lines?: readonly string[];
}

/** An error that its reader can fix. */
export class OperatorError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.what, options);
    this.name = 'OperatorError';
    this.problem = problem;
  }
}
