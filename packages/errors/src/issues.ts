import { ApiError } from './api-error.ts';

/** One thing that is wrong with a request. */
export interface Issue {
  /** Where: `scenes[0].narration`; empty for the body as a whole. */
  readonly path: string;
  /** What is wrong, to be read after the path. */
  readonly reason: string;
  /** What would have been right, in words; null where there is no telling. */
  readonly allowed: string | null;
}

/** Of a name that a caller chose: enough to find it again. */
const LONGEST_NAME = 100;

/** Writes a path as code would: `scenes[0].narration`. Of long names it shows the beginning. */
export function formatPath(segments: readonly PropertyKey[]): string {
  let path = '';
  for (const segment of segments) {
    if (typeof segment === 'number') path += `[${segment}]`;
    else path += path === '' ? shortened(String(segment)) : `.${shortened(String(segment))}`;
  }
  return path;
}

function shortened(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME).toWellFormed()}…` : name;
}

/** A required input is not there: 400. */
export function missingInput(issues: readonly Issue[], cause?: unknown): ApiError {
  return new ApiError('BAD_REQUEST', {
    message: summarise('A required input is missing', issues),
    details: { issues },
    cause,
  });
}

/** The request was read, but what it says cannot be accepted: 422. */
export function invalidInput(issues: readonly Issue[], cause?: unknown): ApiError {
  return new ApiError('VALIDATION_ERROR', {
    message: summarise('The request is not valid', issues),
    details: { issues },
    cause,
  });
}

/** The first issue in full and how many more there are, for readers of the message alone. */
function summarise(what: string, [first, ...rest]: readonly Issue[]): string {
  if (first === undefined) return `${what}.`;
  const where = first.path === '' ? 'the body' : first.path;
  const allowed = first.allowed === null ? '' : ` (allowed: ${first.allowed})`;
  const more = rest.length === 0 ? '' : ` and ${rest.length} more, see details.issues`;
  return `${what}: ${where} ${first.reason}${allowed}${more}.`;
}
