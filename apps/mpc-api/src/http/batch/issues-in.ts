import type { ApiError, Issue } from '@showrunner/errors';
import { objectOf, textOf } from '../../json-members.ts';

/** What an error says is wrong with the request, to be said of a larger one. */
export function issuesIn({ details: { issues } }: ApiError): Issue[] {
  const said: readonly unknown[] = Array.isArray(issues) ? issues : [];
  return said.map((issue) => {
    const { path, reason, allowed } = objectOf(issue) ?? {};
    return { path: textOf(path) ?? '', reason: textOf(reason) ?? '', allowed: textOf(allowed) ?? null };
  });
}
