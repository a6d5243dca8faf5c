import { modelCacheFolder } from '@showrunner/providers/local';
import type { Command } from 'commander';
import type { CommandContext } from '../../command-context.ts';
import { planPull, type LocalModel } from '../../models/local-model.ts';
import { namedModel } from '../../models/named-model.ts';
import { machineRoom } from '../../models/machine-room.ts';
import { takeLocalModel } from '../../models/take-local-model.ts';
import { loadStack } from '../../stack/load-stack.ts';

export async function pull(context: CommandContext, command: Command): Promise<void> {
  const { output } = context;
  const { environment } = loadStack(context);
  const [id] = command.args;
  const plan = id === undefined ? planPull(environment, await machineRoom(environment)) : planNamed(id, environment);
  const { model, path, trial } = await takeLocalModel(plan, { ...context, environment });
  output.result({ id: model.id, path, trial });
  output.line(`Here: ${path}`);
}

/** One that is named is fetched whatever the machine is like. */
function planNamed(
  given: string,
  environment: Readonly<Record<string, string>>,
): Extract<LocalModel, { state: 'absent' }> {
  const model = namedModel(given);
  return { state: 'absent', candidates: [model], passedOver: undefined, cacheFolder: modelCacheFolder(environment) };
}
