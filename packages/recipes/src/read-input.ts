import { formatPath, type Issue } from '@showrunner/errors';
import type { z } from 'zod';
import type { Operation } from './port/operation.ts';
import { unknownMembers } from './unknown-members.ts';

/** `missing` is answered with 400, `invalid` with 422. */
export type ReadInput<Input> =
  | { readonly kind: 'read'; readonly input: Input; readonly ignored: readonly string[] }
  | { readonly kind: 'missing' | 'invalid'; readonly issues: readonly Issue[] };

/** Reads a caller's body for an operation. Members that are null count as absent; unknown ones are named in `ignored`. */
export function readInput<Input>(
  operation: Pick<Operation<Input>, 'input'>,
  body: Readonly<Record<string, unknown>>,
): ReadInput<Input> {
  const present = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
  const result = operation.input.safeParse(present, { reportInput: true });
  if (!result.success) {
    const missing = result.error.issues.filter(isMissing);
    return missing.length > 0
      ? { kind: 'missing', issues: missing.map(explain) }
      : { kind: 'invalid', issues: result.error.issues.map(explain) };
  }
  return { kind: 'read', input: result.data, ignored: unknownMembers(operation.input, present) };
}

/** A required member of the body itself that is not there; schemas mark "one of several" with `params.missing`. */
function isMissing(issue: z.core.$ZodIssue): boolean {
  if (issue.code === 'custom') return issue.params?.missing === true;
  return issue.path.length === 1 && issue.code === 'invalid_type' && issue.input === undefined;
}

function explain(issue: z.core.$ZodIssue): Issue {
  const fault = faultInBranch(issue);
  if (fault !== undefined) return explain({ ...fault, path: [...issue.path, ...fault.path] });
  return { path: formatPath(issue.path), ...wording(issue) };
}

/** Of a union, what is wrong in the branch that was meant; nothing where none was. */
function faultInBranch(issue: z.core.$ZodIssue): z.core.$ZodIssue | undefined {
  if (issue.code !== 'invalid_union') return undefined;
  return issue.errors.find((issues) => !issues.some(isWrongKind))?.[0];
}

function wording(issue: z.core.$ZodIssue): { reason: string; allowed: string | null } {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? { reason: 'is required', allowed: withArticle(issue.expected) }
        : { reason: `must be ${withArticle(issue.expected)}`, allowed: withArticle(issue.expected) };
    case 'too_small':
      return sizeWording(issue.origin, 'at least', issue.minimum, issue.inclusive !== false);
    case 'too_big':
      return sizeWording(issue.origin, 'at most', issue.maximum, issue.inclusive !== false);
    case 'invalid_value':
      return { reason: 'is not one of the accepted values', allowed: `one of ${issue.values.map(String).join(', ')}` };
    case 'invalid_union':
      return unionWording(issue.errors);
    case 'custom':
      return { reason: issue.message, allowed: textOrNull(issue.params?.allowed) };
    case 'invalid_key':
      return { reason: 'is no name that is accepted', allowed: allowedOf(issue.issues) };
    case 'invalid_format':
    case 'not_multiple_of':
    case 'unrecognized_keys':
    case 'invalid_element':
      return { reason: issue.message, allowed: null };
  }
}

function sizeWording(origin: string, bound: string, size: number | bigint, inclusive: boolean) {
  const noun = { string: ' character', array: ' item' }[origin];
  const unit = noun === undefined ? '' : `${noun}${Number(size) === 1 ? '' : 's'}`;
  const allowed = `${inclusive ? bound : bound.replace('at least', 'more than').replace('at most', 'less than')} ${size}${unit}`;
  if (origin === 'string' && bound === 'at least') return { reason: 'must not be empty', allowed };
  return { reason: bound === 'at least' ? 'is too small' : 'is too large', allowed };
}

/** A union's own issue says little; what its branches expect says what is allowed. */
function unionWording(branches: readonly (readonly z.core.$ZodIssue[])[]) {
  return { reason: 'is none of what is accepted', allowed: allowedOf(branches.flat()) };
}

function allowedOf(issues: readonly z.core.$ZodIssue[]): string {
  const allowed = issues.map((issue) => explain(issue).allowed ?? '');
  return [...new Set(allowed)].filter(Boolean).join(', or ');
}

function isWrongKind({ code, path }: z.core.$ZodIssue): boolean {
  return path.length === 0 && (code === 'invalid_type' || code === 'invalid_value');
}

function withArticle(type: string): string {
  const name = { int: 'whole number', array: 'list', record: 'object' }[type] ?? type;
  return `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`;
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
