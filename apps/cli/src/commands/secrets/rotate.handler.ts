import type { Command } from 'commander';
import type { CommandContext } from '../../command-context.ts';
import { carryOutStored } from '../../stack/carry-out-stored.ts';

/** Running gateways hold the key of before until they are started again. */
export function rotate(context: CommandContext, command: Command): Promise<boolean> {
  const { newSaltKey } = command.opts<{ readonly newSaltKey?: string }>();
  return carryOutStored(context, ['rotate', ...(newSaltKey === undefined ? [] : ['--new-salt-key', newSaltKey])]);
}
