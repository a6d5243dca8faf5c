import { stat } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { modelCacheFolder, modelPath } from '../disk/cache-folder.ts';
import { isUsable, readTrial } from '../trial/kept-trial.ts';
import { findCatalogueModel, modelCatalogue, type CatalogueModel } from './model-catalogue.ts';

/** A model whose file is on this machine. */
export interface ModelFile {
  readonly id: string;
  readonly path: string;
  /** Nothing for a file of the user's own. */
  readonly catalogue: CatalogueModel | undefined;
}

export interface ModelPlaces {
  cacheFolder?: string | undefined;
  environment?: NodeJS.ProcessEnv | undefined;
}

/**
 * Finds a model's file without reading it: what was pulled was verified then. `auto` is the file that
 * `SHOWRUNNER_MODEL_PATH` names, else the model that `SHOWRUNNER_LOCAL_MODEL` names, else the most capable one in the
 * cache that was not found too slow here; the user's file also answers to its own name.
 */
export async function findModel(id: string, places: ModelPlaces = {}): Promise<ModelFile | undefined> {
  const own = await userModel(places.environment ?? process.env);
  if (own && namesOf(own).includes(id)) return own;
  const { SHOWRUNNER_LOCAL_MODEL: chosen = '' } = places.environment ?? process.env;
  const named = findCatalogueModel(id === 'auto' ? localModelId(chosen) : id);
  if (named !== undefined || id !== 'auto') return (await filesHere(named === undefined ? [] : [named], places))[0];
  const here = await filesHere(modelCatalogue, places);
  const trials = await Promise.all(here.map(({ path }) => readTrial(path)));
  return here.find((_, at) => trials[at] === undefined || isUsable(trials[at])) ?? here[0];
}

/** `local/<id>` and `<id>` name one model. */
export function localModelId(name: string): string {
  return name.replace(/^local\//, '');
}

async function filesHere(candidates: readonly CatalogueModel[], places: ModelPlaces): Promise<ModelFile[]> {
  const cacheFolder = places.cacheFolder ?? modelCacheFolder(places.environment);
  const files = await Promise.all(
    candidates.map(async (catalogue) => {
      const path = modelPath(cacheFolder, catalogue.file);
      const size = await fileSize(path);
      return catalogue.sources.some(({ bytes }) => bytes === size) ? [{ id: catalogue.id, path, catalogue }] : [];
    }),
  );
  return files.flat();
}

/** The names that a call may use, whether the file is here or not. */
export function knownModelNames(environment: NodeJS.ProcessEnv = process.env): string[] {
  const path = environment.SHOWRUNNER_MODEL_PATH;
  return ['auto', ...modelCatalogue.map(({ id }) => id), ...(path ? [modelName(path)] : [])];
}

async function userModel(environment: NodeJS.ProcessEnv): Promise<ModelFile | undefined> {
  const named = environment.SHOWRUNNER_MODEL_PATH;
  if (named === undefined || named === '') return undefined;
  const path = resolve(named);
  if ((await fileSize(path)) === undefined) return undefined;
  const catalogue = modelCatalogue.find(({ file }) => file === basename(path));
  return { id: catalogue?.id ?? modelName(path), path, catalogue };
}

function namesOf(own: ModelFile): string[] {
  return ['auto', own.id, modelName(own.path), basename(own.path)];
}

function modelName(path: string): string {
  return basename(path, extname(path));
}

/** Nothing where there is no such file. */
async function fileSize(path: string): Promise<number | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() ? found.size : undefined;
}
