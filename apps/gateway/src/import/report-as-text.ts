import type { ImportReport } from './import-report.ts';

/** What an import brought, a line for each kind, and what did not come. */
export function reportAsText({ kinds, problems, problemCount, notKept }: ImportReport, isDryRun: boolean): string {
  const verb = isDryRun ? 'would come' : 'came';
  const lines = Object.entries(kinds).map(([kind, { came, known, failed }]) => {
    const parts = [`${came} ${verb}`, `${known} known`, ...(failed > 0 ? [`${failed} failed`] : [])];
    return `${kind.replace('_', ' ')}: ${parts.join(', ')}`;
  });
  const told = problems.map(({ kind, id, reason }) => `not brought: ${kind} ${id}: ${reason}`);
  const more = problemCount - problems.length;
  const missed = Object.entries(notKept).map(
    ([member, count]) => `nothing here goes by ${member}, which ${count === 1 ? '1 has' : `${count} have`}`,
  );
  return `${[...lines, ...told, ...(more > 0 ? [`and ${more} more`] : []), ...missed].join('\n')}\n`;
}
