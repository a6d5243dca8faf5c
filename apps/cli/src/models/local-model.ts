import {
  findCatalogueModel,
  findModel,
  fittingModels,
  modelCacheFolder,
  modelCatalogue,
  readTrial,
  whyUnfit,
  type CatalogueModel,
  type Room,
  type Trial,
} from '@showrunner/providers/local';
import { OperatorError } from '@showrunner/stack';
import { formatBytes } from '../output/figures.ts';
import { machineRoom } from './machine-room.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** A model that is here, or those of which the first that can be had and is fast enough will be fetched. */
export type LocalModel =
  | { readonly state: 'present'; readonly title: string; readonly path: string; readonly trial: Trial | undefined }
  | {
      readonly state: 'absent';
      /** The most capable first; at least one. */
      readonly candidates: readonly [CatalogueModel, ...CatalogueModel[]];
      /** The most capable model of the catalogue and why it is no candidate, where it is none. */
      readonly passedOver: { readonly model: CatalogueModel; readonly reason: string } | undefined;
      readonly cacheFolder: string;
    };

/** What a person can do where none of our models can run. */
export const WAYS_ON = [
  '1. a key: put OPENAI_API_KEY or ANTHROPIC_API_KEY into .env',
  '2. a model file that you have (GGUF): set SHOWRUNNER_MODEL_PATH to it',
  '3. Ollama or LM Studio: put SHOWRUNNER_LOCAL_MODEL=ollama/<model> or lm_studio/<model> into .env',
];

/**
 * The model that this machine would write with: one that is here, else those that fit its memory, disk and speed. A
 * model for tests is none.
 *
 * @throws {OperatorError} when none fits
 */
export async function planLocalModel(environment: Environment): Promise<LocalModel> {
  const present = await findModel('auto', { environment });
  if (present && present.catalogue?.purpose !== 'test') {
    const title = findCatalogueModel(present.id)?.title ?? present.id;
    return { state: 'present', title, path: present.path, trial: await readTrial(present.path) };
  }
  return planPull(environment, await machineRoom(environment));
}

/**
 * What would be fetched for a machine.
 *
 * @throws {OperatorError} when nothing fits
 */
export function planPull(environment: Environment, room: Room): Extract<LocalModel, { state: 'absent' }> {
  const cacheFolder = modelCacheFolder(environment);
  const [best, ...others] = fittingModels(room);
  if (best === undefined) {
    throw new OperatorError({
      what: `No model of the catalogue fits: ${formatBytes(room.freeMemoryBytes)} of memory and ${formatBytes(room.freeDiskBytes)} of disk are free`,
      where: cacheFolder,
      fix: 'free some, or take one of the three ways below',
      lines: WAYS_ON,
    });
  }
  return { state: 'absent', candidates: [best, ...others], passedOver: betterThan(best, room), cacheFolder };
}

function betterThan(chosen: CatalogueModel, room: Room) {
  const [model] = modelCatalogue;
  const reason = model === undefined || model === chosen ? undefined : whyUnfit(model, room);
  return model === undefined || reason === undefined ? undefined : { model, reason };
}
