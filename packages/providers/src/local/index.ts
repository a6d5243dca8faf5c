export { chooseModel } from './catalogue/choose-model.ts';
export { findModel, type ModelFile, type ModelPlaces } from './catalogue/find-model.ts';
export {
  findCatalogueModel,
  modelCatalogue,
  type CatalogueModel,
  type ModelSource,
  type PackagedPart,
} from './catalogue/model-catalogue.ts';
export { detectLocalServers, type LocalServer } from './detect-local-servers.ts';
export { modelCacheFolder } from './disk/cache-folder.ts';
export { ensureRuntime, type RuntimeOptions, type RuntimeProgress } from './install/ensure-runtime.ts';
export { RuntimeInstallError } from './install/runtime-install-error.ts';
export { ModelPullError, type PullAttempt } from './pull/model-pull-error.ts';
export { pullModel, type PullOptions } from './pull/pull-model.ts';
export type { PullProgress } from './pull/pull-progress.ts';
