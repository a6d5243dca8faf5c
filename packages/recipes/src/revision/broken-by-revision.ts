import type { Finding } from '../port/finding.ts';

/** A revision answers for what it changes: what its base did not keep either is only reported. */
export function brokenByRevision(found: readonly Finding[], before: readonly Finding[]): Finding[] {
  const stood = new Set(before.filter(({ ok }) => !ok).map(subjectOf));
  return found.map((finding) =>
    !finding.ok && stood.has(subjectOf(finding)) ? { ...finding, severity: 'report' } : finding,
  );
}

/** What a finding is about: a scene by its id, for scenes move; else the place; and which words of several. */
function subjectOf({ name, sceneId, path, value, limit }: Finding): string {
  const words = [value, limit].map((figure) => (typeof figure === 'string' ? figure : ''));
  return [name, sceneId ?? path ?? '', ...words].join('\n');
}
