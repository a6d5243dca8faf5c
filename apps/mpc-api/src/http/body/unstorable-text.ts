import { ErrorTypes, formatPath, invalidInput, type ApiError, type Issue } from '@showrunner/errors';

/** Enough to find one's mistake. */
const MOST_ISSUES = 20;

/**
 * What is wrong with the texts of a body that was read: U+0000, which Postgres stores in no text (422, for the rest of
 * it can be read), or half a surrogate pair, which is no Unicode text (400). Both only arrive as escapes, but for a raw
 * U+0000, which is no JSON: `source` may have it.
 */
export function unstorableText(source: string, body: unknown): ApiError | undefined {
  if (!/\\u(0000|d[89a-f])/i.test(source)) return undefined;
  const zeros = issuesOf(body, (text) => text.includes('\0'), { reason: 'holds U+0000', allowed: 'text without it' });
  if (zeros.length > 0) return invalidInput(zeros);
  const halves = issuesOf(body, (text) => !text.isWellFormed(), {
    reason: 'holds half a surrogate pair',
    allowed: 'Unicode text',
  });
  return halves.length === 0
    ? undefined
    : ErrorTypes.BAD_REQUEST('The body holds half a surrogate pair.', { issues: halves });
}

/** A raw U+0000 written as an escape, so that the text around it can be read. */
export function withEscapedZeros(source: string): string {
  return source.replaceAll('\0', String.raw`\u0000`);
}

/** A member's name is told by its place and not repeated. */
function issuesOf(body: unknown, isWrong: (text: string) => boolean, wording: Omit<Issue, 'path'>): Issue[] {
  const issues: Issue[] = [];
  const visit = (value: unknown, path: readonly PropertyKey[]): void => {
    if (issues.length >= MOST_ISSUES) return;
    if (typeof value === 'string' && isWrong(value)) issues.push({ path: formatPath(path), ...wording });
    if (typeof value !== 'object' || value === null) return;
    for (const [name, member] of Object.entries(value)) {
      if (isWrong(name)) issues.push({ path: formatPath(path), ...wording, reason: `${wording.reason} in a name` });
      else visit(member, [...path, Array.isArray(value) ? Number(name) : name]);
    }
  };
  visit(body, []);
  return issues;
}
