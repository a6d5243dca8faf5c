import type { StackSettings } from '../services/stack-settings.ts';
import { findRedis } from '../services/find-redis.ts';
import { stackServices } from '../services/stack-services.ts';
import { readState } from '../supervisor/state-file.ts';
import { createDockerRuntime } from './docker/docker-runtime.ts';
import { isDockerReady } from './docker/probe-engine.ts';
import { createDocker } from './docker/run-docker.ts';
import { createLocalRuntime } from './local-runtime.ts';
import { rememberedRuntime, remembering } from './remembered-runtime.ts';
import type { Runtime, RuntimeKind } from './runtime.ts';

export const runtimeChoices = ['auto', 'local', 'docker'] as const;
export type RuntimeChoice = (typeof runtimeChoices)[number];

export interface StackPlace {
  readonly settings: StackSettings;
  /** What processes run in beside the settings: PATH, HOME, DOCKER_HOST and the like. */
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * The runtime that a person asked for. `auto` keeps to the one on which this stack was started last, because its data
 * lies there; a stack that was never started takes Docker where an engine answers, and else this machine.
 */
export async function chooseRuntime(choice: RuntimeChoice, place: StackPlace): Promise<Runtime> {
  const { settings } = place;
  const kind = choice === 'auto' ? await automaticChoice(place) : choice;
  const runtime = kind === 'docker' ? createDockerRuntime(place) : await localRuntime(place);
  return remembering(runtime, settings.dataFolder);
}

async function localRuntime({ settings, environment }: StackPlace): Promise<Runtime> {
  const { sharedState, own } = await findRedis(settings, environment);
  const { root, dataFolder } = settings;
  const local = own ? { ...settings, redis: own } : settings;
  const services = stackServices.flatMap((service) => service.local(local));
  return createLocalRuntime({ root, dataFolder, services, environment, sharedState });
}

async function automaticChoice({ settings, environment }: StackPlace): Promise<RuntimeKind> {
  const { root, dataFolder } = settings;
  const known = rememberedRuntime(dataFolder) ?? (readState(dataFolder) ? 'local' : undefined);
  return known ?? ((await isDockerReady(createDocker(root, environment))) ? 'docker' : 'local');
}
