import type { ApiError } from '../api-error.ts';
import { formatPath, invalidInput, missingInput, type Issue } from '../issues.ts';

/** The members of a zod issue that are read here, as zod 3 and 4 name them. */
interface ZodIssue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly expected?: string;
  readonly received?: string;
  readonly values?: readonly unknown[];
  readonly options?: readonly unknown[];
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly format?: string;
}

/** A `ZodError` of any copy of zod: a required input missing is 400, everything else 422. */
export function fromZodError(thrown: unknown): ApiError | undefined {
  if (!(thrown instanceof Error) || !/^\$?ZodError$/.test(thrown.name)) return undefined;
  if (!('issues' in thrown) || !Array.isArray(thrown.issues)) return undefined;
  const issues = thrown.issues as readonly ZodIssue[];
  const missing = issues.filter(isMissing);
  return missing.length > 0 ? missingInput(missing.map(toIssue), thrown) : invalidInput(issues.map(toIssue), thrown);
}

/** zod 4 says so only in its message (`Invalid input: expected string, received undefined`), zod 3 in `received`. */
function isMissing({ code, received, message }: ZodIssue): boolean {
  return code === 'invalid_type' && (received === 'undefined' || message.endsWith('received undefined'));
}

function toIssue(issue: ZodIssue): Issue {
  const reason = isMissing(issue) ? 'is required' : `is not accepted: ${issue.message}`;
  return { path: formatPath(issue.path), reason, allowed: allowedBy(issue) };
}

function allowedBy({ code, expected, values, options, minimum, maximum, format }: ZodIssue): string | null {
  const choices = values ?? options;
  if (choices) return choices.map(String).join(', ');
  if (code === 'invalid_type' && expected !== undefined) return expected;
  if (code === 'too_small' && minimum !== undefined) return `at least ${minimum}`;
  if (code === 'too_big' && maximum !== undefined) return `at most ${maximum}`;
  return format ?? null;
}
