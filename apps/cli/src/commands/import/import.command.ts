import { Command } from 'commander';
import { action } from '../../command-context.ts';
import { commandGroup } from '../../command-group.ts';
import { jsonOption } from '../../options.ts';

export const importCommand = (): Command =>
  commandGroup('import', [
    new Command('litellm')
      .description(
        'bring keys, teams, budgets, models and settings out of a LiteLLM, which is only read; nothing comes twice',
      )
      .option('--database-url <url>', 'its Postgres; otherwise that of the configuration, or DATABASE_URL')
      .option('--salt-key <key>', 'under which it encrypted; otherwise LITELLM_SALT_KEY, else the master key')
      .option('--dry-run', 'only say what would come')
      .addOption(jsonOption())
      .action(action(async (...given) => (await import('./litellm.handler.ts')).litellm(...given))),
  ]).description('bring what another gateway keeps');
