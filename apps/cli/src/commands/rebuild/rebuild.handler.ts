import type { Command } from 'commander';
import type { CommandContext } from '../../command-context.ts';
import { refuseUnknown } from '../../stack/refuse-unknown.ts';
import { prepareStack } from '../../stack/start-stack.ts';
import { watchPreparation } from '../../stack/watch-preparation.ts';
import { watchServices } from '../../stack/watch-services.ts';

export async function rebuild(context: CommandContext, command: Command): Promise<void> {
  const { cache, timeout } = command.opts<{ cache: boolean; timeout: number }>();
  const { output, signal } = context;
  const runtime = await prepareStack(context).openRuntime();
  refuseUnknown(runtime, command.args);
  const preparation = watchPreparation(output, runtime.kind);
  const watched = watchServices(output);
  try {
    preparation.onProgress('begins');
    const services = await runtime.rebuild({
      names: command.args,
      deadlineMs: timeout * 1000,
      useCache: cache,
      onProgress: preparation.onProgress,
      onState(service) {
        if (service.state.status !== 'pending') preparation.succeed('made anew');
        watched.onState(service);
      },
      signal,
    });
    preparation.succeed('made anew');
    output.result({ runtime: runtime.kind, services });
  } finally {
    preparation.abandon();
    watched.abandon();
  }
}
