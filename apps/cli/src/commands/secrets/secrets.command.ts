import { Command } from 'commander';
import { action } from '../../command-context.ts';
import { commandGroup } from '../../command-group.ts';
import { jsonOption } from '../../options.ts';

export const secretsCommand = (): Command =>
  commandGroup('secrets', [
    new Command('rotate')
      .description('seal the stored keys of providers under another key, all of them or none')
      .option('--new-salt-key <key>', 'the next LITELLM_SALT_KEY; otherwise a new one in the key file')
      .addOption(jsonOption())
      .action(action(async (...given) => (await import('./rotate.handler.ts')).rotate(...given))),
  ]).description('the key under which the gateway seals what it stores');
