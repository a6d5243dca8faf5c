import { processOf, type Runtime, type ServiceReport } from '@showrunner/stack';
import type { CommandContext } from '../command-context.ts';
import { formatDuration } from '../output/figures.ts';
import type { Output, Task } from '../output/output.ts';

export interface ServiceWatch {
  readonly onState: (service: ServiceReport) => void;
  /** Ends what is still shown as under way, when the operation failed. */
  readonly abandon: () => void;
}

/** Shows each service that changes as a task, until it is `healthy` or `stopped`. */
export function watchServices(output: Output): ServiceWatch {
  const tasks = new Map<string, { readonly task: Task; readonly since: number }>();
  return {
    onState({ name, state, url }) {
      const known = tasks.get(name);
      const { task, since } = known ?? { task: output.task(name), since: Date.now() };
      if (!known) tasks.set(name, { task, since });
      const took = formatDuration(Date.now() - since);
      if (state.status === 'healthy') task.succeed(`healthy at ${url} after ${took}`);
      else if (state.status === 'stopped') task.succeed(`stopped after ${took}`);
      else if (state.status === 'failed') task.fail(state.reason);
      else {
        task.update('reason' in state ? `${state.status} (${state.reason})` : state.status);
        return;
      }
      tasks.delete(name);
    },
    abandon() {
      for (const { task } of tasks.values()) task.fail('was not there yet when this ended');
      tasks.clear();
    },
  };
}

/** Stops every service, each shown as a task. */
export async function stopServices(runtime: Runtime, { output, signal }: CommandContext): Promise<void> {
  const { onState, abandon } = watchServices(output);
  try {
    await runtime.down({ onState, signal });
  } finally {
    abandon();
  }
}

/** `up 3 min 05 s`, or since when it is not. */
export function uptimeOf({ state }: ServiceReport): string {
  const process = processOf(state);
  return process ? formatDuration(Date.now() - process.startedAt) : '';
}
