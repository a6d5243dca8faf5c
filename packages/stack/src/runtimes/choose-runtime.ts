import { OperatorError } from '../operator-error.ts';
import { createLocalRuntime } from './local-runtime.ts';
import type { LocalRuntimeOptions } from './local-runtime.ts';
import type { Runtime } from './runtime.ts';

export const runtimeChoices = ['auto', 'local', 'docker'] as const;
export type RuntimeChoice = (typeof runtimeChoices)[number];

/**
 * The runtime that a person asked for; `auto` is `local` as long as it is the only one.
 *
 * @throws {OperatorError} for `docker`, which comes with the container images.
 */
export function chooseRuntime(choice: RuntimeChoice, options: LocalRuntimeOptions): Runtime {
  if (choice === 'docker') {
    throw new OperatorError({
      what: 'The docker runtime comes with the container images, which this version does not have yet',
      mend: 'run the stack on this machine: --runtime local',
    });
  }
  return createLocalRuntime(options);
}
