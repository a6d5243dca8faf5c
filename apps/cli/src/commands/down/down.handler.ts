import type { CommandContext } from '../../command-context.ts';
import { loadRunningStack } from '../../stack/load-stack.ts';
import { stopServices } from '../../stack/watch-services.ts';

export async function down(context: CommandContext): Promise<void> {
  const { output } = context;
  const runtime = await loadRunningStack(context).openRuntime();
  const before = await runtime.ps();
  await stopServices(runtime, context);
  output.result({ runtime: runtime.kind, stopped: before.supervisor.status !== 'stopped' });
  output.line(before.supervisor.status === 'stopped' ? 'Nothing was running.' : 'Stopped. Data stays.');
}
