import { OperatorError } from '@showrunner/stack';
import type { Problem } from '@showrunner/stack';

/** Any error as what, where and mend: the one place where errors become terminal text. */
export function describeError(error: unknown): Problem {
  if (error instanceof OperatorError) return error.problem;
  if (error instanceof Error) {
    return {
      what: error.message,
      lines: (error.stack ?? '')
        .split('\n')
        .slice(1, 6)
        .map((frame) => frame.trim()),
    };
  }
  return { what: String(error) };
}
