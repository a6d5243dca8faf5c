import type { RuntimeKind } from '@showrunner/stack';
import type { Output, Task } from '../output/output.ts';

export interface PreparationWatch {
  /** Told what is being done; shows the preparation when it is not shown yet. */
  readonly onProgress: (step: string) => void;
  /** It is over, and went well. */
  readonly succeed: (detail: string) => void;
  /** Marks it as failed when it is not over. */
  readonly abandon: () => void;
}

/** Shows what is made ready before services start: images (docker) or the installation (local). Nothing to do shows nothing. */
export function watchPreparation(output: Output, runtime: RuntimeKind): PreparationWatch {
  let task: Task | undefined;
  return {
    onProgress(step) {
      task ??= output.task(runtime === 'docker' ? 'images' : 'installation');
      task.update(step);
    },
    succeed(detail) {
      task?.succeed(detail);
      task = undefined;
    },
    abandon() {
      task?.fail();
      task = undefined;
    },
  };
}
