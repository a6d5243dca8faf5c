import type { Runtime, ServiceReport } from '@showrunner/stack';
import type { CommandContext } from '../command-context.ts';
import { readEnvFile } from '../environment/env-file-state.ts';
import { envFilePath, initialize, lacksOwnKeys } from '../environment/initialize.ts';
import { checkServiceSettings } from './service-settings.ts';
import { loadStack, type Stack } from './load-stack.ts';
import { refuseUnknown } from './refuse-unknown.ts';
import { watchPreparation } from './watch-preparation.ts';
import { watchServices } from './watch-services.ts';

export const DEFAULT_DEADLINE_SECONDS = 60;

export interface StartOptions {
  readonly names: readonly string[];
  readonly deadlineSeconds: number;
}

/**
 * Makes `.env` when there is none or it is empty, fills it in when somebody has put a provider's key into it and no key
 * of this installation, which every configuration asks for, and reads the stack.
 *
 * @throws {EnvironmentError} for settings that its services would refuse
 */
export function prepareStack(context: CommandContext): Stack {
  const { root, environment, output } = context;
  const envText = readEnvFile(envFilePath(root));
  if (envText.trim() === '' || lacksOwnKeys(envText, environment)) {
    const { path } = initialize(root, environment);
    output.note(`Wrote ${path} with new keys for this installation.`);
  }
  const stack = loadStack(context);
  // Before anything is stopped or started: what serves goes on serving.
  checkServiceSettings(stack.settings.environment);
  return stack;
}

/** Starts or restarts services and shows how they come up. */
export async function startServices(
  { output, signal }: CommandContext,
  runtime: Runtime,
  operation: 'up' | 'restart',
  { names, deadlineSeconds }: StartOptions,
): Promise<readonly ServiceReport[]> {
  refuseUnknown(runtime, names);
  const preparation = watchPreparation(output, runtime.kind);
  const services = watchServices(output);
  try {
    const started = await runtime[operation]({
      names,
      deadlineMs: deadlineSeconds * 1000,
      onProgress: preparation.onProgress,
      onState(service) {
        if (service.state.status !== 'pending') preparation.succeed('ready');
        services.onState(service);
      },
      signal,
    });
    preparation.succeed('ready');
    return started;
  } catch (error) {
    if (signal.aborted) output.note('What has begun to start goes on; "showrunner down" ends it.');
    throw error;
  } finally {
    preparation.abandon();
    services.abandon();
  }
}
