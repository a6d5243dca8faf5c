export { fittingModels, whyUnfit, type Room } from './catalogue/choose-model.ts';
export { findModel, localModelId, type ModelFile, type ModelPlaces } from './catalogue/find-model.ts';
export {
  downloadBytes,
  findCatalogueModel,
  modelCatalogue,
  type CatalogueModel,
  type FileIdentity,
  type ModelSource,
  type PackagedPart,
} from './catalogue/model-catalogue.ts';
export { detectLocalServers, type LocalServer } from './detect-local-servers.ts';
export { modelCacheFolder } from './disk/cache-folder.ts';
export { ensureRuntime, type Runtime, type RuntimeOptions, type RuntimeProgress } from './install/ensure-runtime.ts';
export { RuntimeInstallError } from './install/runtime-install-error.ts';
export {
  estimateSpeed,
  isTooSlow,
  packageSeconds,
  type Machine,
  type WritingSpeed,
} from './catalogue/writing-speed.ts';
export { isUsable, keepTrial, readTrial, removeModel, type Trial } from './trial/kept-trial.ts';
export { tryModel } from './trial/try-model.ts';
export { graphicsOf } from './install/graphics.ts';
export { ModelPullError, type PullAttempt } from './pull/model-pull-error.ts';
export { pullModel, type PullOptions } from './pull/pull-model.ts';
export type { PullProgress } from './pull/pull-progress.ts';
