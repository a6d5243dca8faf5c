import type { Logger } from '@showrunner/service';
import type { ImportReport } from './import-report.ts';

/** Tells what an import brought: how many of each kind, what did not come and why, and what nothing here goes by. */
export function logImport(report: ImportReport, logger: Logger): void {
  const came = Object.fromEntries(Object.entries(report.kinds).map(([kind, { came: count }]) => [kind, count]));
  logger.info({ came }, "what LiteLLM's tables hold was brought here");
  for (const { kind, id, reason } of report.problems) logger.warn({ kind, id, reason }, 'this did not come');
  const more = report.problemCount - report.problems.length;
  if (more > 0) logger.warn({ more }, 'more did not come');
  if (Object.keys(report.notKept).length > 0) {
    logger.warn({ members: report.notKept }, 'these were set there, so often, and nothing here goes by them');
  }
}
