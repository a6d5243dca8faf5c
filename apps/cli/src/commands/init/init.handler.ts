import type { CommandContext } from '../../command-context.ts';
import { loadStack } from '../../stack/load-stack.ts';
import { offerLocalServer } from '../../models/offer-local-server.ts';
import { initialize } from '../../environment/initialize.ts';

export async function init(context: CommandContext): Promise<void> {
  const { root, environment, output } = context;
  const done = initialize(root, environment);
  output.result(done);
  if (done.created) output.line(`Created ${done.path} with ${done.filled.join(', ')}.`);
  else if (done.filled.length === 0) output.line(`${done.path} lacks nothing.`);
  else output.line(`Added to ${done.path}: ${done.filled.join(', ')}.`);
  const { configuration, environment: settings } = loadStack(context);
  const isOpen = configuration === 'local' && !settings.SHOWRUNNER_LOCAL_MODEL && !settings.SHOWRUNNER_MODEL_PATH;
  if (isOpen && output.format === 'text') await offerLocalServer(context);
}
