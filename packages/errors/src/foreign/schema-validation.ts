import type { ApiError } from '../api-error.ts';
import { formatPath, invalidInput, missingInput, type Issue } from '../issues.ts';

/** One entry of Fastify's `error.validation`, in ajv's form (fastify 5 "Validation and Serialization"). */
interface SchemaViolation {
  readonly keyword?: string;
  readonly instancePath?: string;
  readonly message?: string;
  readonly params?: { readonly missingProperty?: unknown; readonly allowedValues?: unknown };
}

/** A request that Fastify's validator refused. */
export function fromSchemaValidation(thrown: unknown): ApiError | undefined {
  if (!(thrown instanceof Error) || !('validation' in thrown) || !Array.isArray(thrown.validation)) return undefined;
  const violations = thrown.validation as readonly SchemaViolation[];
  const missing = violations.filter(({ keyword }) => keyword === 'required');
  return missing.length > 0
    ? missingInput(missing.map(toIssue), thrown)
    : invalidInput(violations.map(toIssue), thrown);
}

function toIssue({ keyword, instancePath = '', message = 'is not valid', params }: SchemaViolation): Issue {
  const segments = pointerSegments(instancePath);
  if (keyword === 'required') {
    return { path: formatPath([...segments, String(params?.missingProperty)]), reason: 'is required', allowed: null };
  }
  const values = Array.isArray(params?.allowedValues) ? params.allowedValues.join(', ') : null;
  return { path: formatPath(segments), reason: message, allowed: values };
}

/** The segments of a JSON pointer (RFC 6901); digits are positions in a list. */
function pointerSegments(pointer: string): readonly PropertyKey[] {
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => (/^\d+$/.test(segment) ? Number(segment) : segment.replaceAll('~1', '/').replaceAll('~0', '~')));
}
