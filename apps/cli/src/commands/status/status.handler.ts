import type { Command } from 'commander';
import type { CommandContext } from '../../command-context.ts';
import { maskSecret } from '../../output/figures.ts';
import { fetchModels } from '../../models/served-models.ts';
import { loadStack } from '../../stack/load-stack.ts';

export async function status(context: CommandContext, command: Command): Promise<void> {
  const { show } = command.opts<{ show?: boolean }>();
  const { output, signal } = context;
  const stack = loadStack(context);
  const runtime = await stack.openRuntime();
  const report = await runtime.ps();
  const keys = Object.entries(stack.keys).map(([name, secret]) => {
    const value = secret?.reveal() ?? '';
    return { name, value: show ? value : value && maskSecret(value) };
  });
  const isUp = report.services.some(({ name, state }) => name === 'gateway' && state.status === 'healthy');
  const models = isUp ? (await fetchModels(stack, signal)).map(({ name }) => name) : [];

  output.result({ ...report, configuration: stack.configuration, keys, models });
  output.line(`runtime        ${report.runtime}, ${report.supervisor.status}`);
  output.line(`configuration  ${stack.configuration}`);
  output.table(
    ['service', 'state', 'address'],
    report.services.map(({ name, url, state }) => [name, state.status, output.style.accent(url)]),
  );
  for (const { name, value } of keys) output.line(`${name.padEnd(18)} ${value || 'not set'}`);
  if (isUp) output.line(`models         ${[...new Set(models)].join(', ')}`);
}
