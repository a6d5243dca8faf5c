import type { Command } from 'commander';
import type { CommandContext } from '../../command-context.ts';
import { carryOutStored } from '../../stack/carry-out-stored.ts';

interface LiteLlmOptions {
  readonly databaseUrl?: string;
  readonly saltKey?: string;
  readonly dryRun?: boolean;
}

/** Has the gateway's own code bring it, whether a gateway runs or not. */
export function litellm(context: CommandContext, command: Command): Promise<boolean> {
  const { databaseUrl, saltKey, dryRun } = command.opts<LiteLlmOptions>();
  return carryOutStored(context, [
    'import',
    ...(databaseUrl === undefined ? [] : ['--database-url', databaseUrl]),
    ...(saltKey === undefined ? [] : ['--salt-key', saltKey]),
    ...(dryRun === true ? ['--dry-run'] : []),
  ]);
}
