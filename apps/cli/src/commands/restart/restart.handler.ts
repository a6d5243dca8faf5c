import type { Command } from 'commander';
import type { CommandContext } from '../../command-context.ts';
import { refuseBrokenConfiguration } from '../../stack/ask-gateway.ts';
import { prepareStack, startServices } from '../../stack/start-stack.ts';

export async function restart(context: CommandContext, command: Command): Promise<void> {
  const { timeout } = command.opts<{ timeout: number }>();
  const stack = prepareStack(context);
  const runtime = await stack.openRuntime();
  const concernsGateway = command.args.length === 0 || command.args.includes('gateway');
  // Before anything is stopped, so that the old configuration goes on serving.
  if (concernsGateway) await refuseBrokenConfiguration(stack, stack.settings.configFile, context.signal);
  const services = await startServices(context, runtime, 'restart', { names: command.args, deadlineSeconds: timeout });
  context.output.result({ runtime: runtime.kind, configuration: stack.configuration, services });
}
