import type { Command } from 'commander';
import type { CommandContext } from '../../command-context.ts';
import { checks } from '../../validation/checks.ts';
import { readInstallation } from '../../validation/installation.ts';
import { renderReport } from '../../validation/render-report.ts';
import { reportOf } from '../../validation/report.ts';
import { runChecks } from '../../validation/run-checks.ts';

interface Options {
  readonly strict?: boolean;
  readonly online?: boolean;
  readonly deep?: boolean;
  readonly all?: boolean;
}

export async function validate(context: CommandContext, command: Command): Promise<boolean> {
  const { strict = false, online = false, deep = false, all = false } = command.opts<Options>();
  const installation = readInstallation(context, { isOnline: online, isDeep: deep });
  const report = reportOf(await runChecks(checks, installation, context.signal), strict);
  context.output.result(report);
  renderReport(report, context.output, all);
  return report.ok;
}
