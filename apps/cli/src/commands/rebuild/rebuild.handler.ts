import type { Command } from 'commander';
import type { CommandContext } from '../../command-context.ts';
import { refuseUnknown } from '../../stack/refuse-unknown.ts';
import { prepareStack } from '../../stack/start-stack.ts';
import { watchServices } from '../../stack/watch-services.ts';

export async function rebuild(context: CommandContext, command: Command): Promise<void> {
  const { cache, timeout } = command.opts<{ cache: boolean; timeout: number }>();
  const { output, signal } = context;
  const runtime = await prepareStack(context).openRuntime();
  refuseUnknown(runtime, command.args);
  const building = output.task(runtime.kind === 'docker' ? 'images' : 'installation');
  const { onState, abandon } = watchServices(output);
  let isBuilt = false;
  const built = (): void => {
    if (!isBuilt) building.succeed('made anew');
    isBuilt = true;
  };
  try {
    const services = await runtime.rebuild({
      names: command.args,
      deadlineMs: timeout * 1000,
      useCache: cache,
      onProgress: (step) => building.update(step),
      onState(service) {
        if (service.state.status !== 'pending') built();
        onState(service);
      },
      signal,
    });
    built();
    output.result({ runtime: runtime.kind, services });
  } finally {
    if (!isBuilt) building.fail();
    abandon();
  }
}
