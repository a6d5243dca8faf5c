import { existsSync } from 'node:fs';
import { modelCacheFolder, modelPath } from '../disk/cache-folder.ts';
import { localModelId } from './find-model.ts';
import { findCatalogueModel, modelCatalogue } from './model-catalogue.ts';

/**
 * The languages that a model was found fit to write, without waiting for a disk's answer; of `auto` those of the model
 * that is chosen, else of the most capable one whose file is here. Nothing for a file of the user's own.
 */
export function languagesOf(id: string, environment: NodeJS.ProcessEnv): readonly string[] | undefined {
  if (id !== 'auto') return findCatalogueModel(id)?.languages;
  if (environment.SHOWRUNNER_MODEL_PATH) return undefined;
  const chosen = findCatalogueModel(localModelId(environment.SHOWRUNNER_LOCAL_MODEL ?? ''));
  const folder = modelCacheFolder(environment);
  return (chosen ?? modelCatalogue.find(({ file }) => existsSync(modelPath(folder, file))))?.languages;
}
