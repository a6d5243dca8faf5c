import type { CommandContext } from '../../command-context.ts';
import { loadStack } from '../../stack/load-stack.ts';
import { watchServices } from '../../stack/watch-services.ts';

export async function down(context: CommandContext): Promise<void> {
  const { output, signal } = context;
  const runtime = await loadStack(context).openRuntime();
  const before = await runtime.ps();
  const { onState, abandon } = watchServices(output);
  try {
    await runtime.down({ onState, signal });
  } finally {
    abandon();
  }
  output.result({ runtime: runtime.kind, stopped: before.supervisor.status !== 'stopped' });
  output.line(before.supervisor.status === 'stopped' ? 'Nothing was running.' : 'Stopped. Data stays.');
}
