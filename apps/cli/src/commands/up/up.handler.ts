import type { Command } from 'commander';
import type { CommandContext } from '../../command-context.ts';
import { prepareStack, startServices } from '../../stack/start-stack.ts';

export async function up(context: CommandContext, command: Command): Promise<void> {
  const { timeout } = command.opts<{ timeout: number }>();
  const stack = prepareStack(context);
  const runtime = await stack.openRuntime();
  const services = await startServices(context, runtime, 'up', { names: command.args, deadlineSeconds: timeout });
  const { output } = context;
  output.result({ runtime: runtime.kind, configuration: stack.configuration, services });
  output.line(`Up with configuration ${output.style.strong(stack.configuration)}:`);
  for (const { name, url } of services) output.line(`  ${name.padEnd(8)} ${output.style.accent(url)}`);
}
