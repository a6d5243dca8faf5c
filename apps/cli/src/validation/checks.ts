import type { Check } from './check.ts';
import { checkoutPlace } from './checks/checkout-place.ts';
import { configurationsLoad, configurationSecrets, providerKeys } from './checks/configurations.ts';
import { databasesOpen, dataFolder, leftovers, logSize, migrationsCurrent } from './checks/data.ts';
import { composeEnvironment, composeFile, dockerEngine, images } from './checks/docker.ts';
import { envDialects } from './checks/env-dialects.ts';
import { envDuplicates, envForm, envMode, envPresent } from './checks/env-file.ts';
import { envUntracked, noTrackedSecrets } from './checks/git.ts';
import { dataDisk, modelDisk, modelMemory, openFiles, proxies } from './checks/machine.ts';
import { modelFile } from './checks/model.ts';
import { portChecks, redisPort } from './checks/ports.ts';
import { providersReachable } from './checks/providers-reachable.ts';
import { redisAnswers, redisPolicy } from './checks/redis.ts';
import { requiredFiles } from './checks/required-files.ts';
import { clock, stackHealth } from './checks/running-stack.ts';
import { dependenciesComplete, lockfileMatches, nodeVersion } from './checks/runtime.ts';
import { scriptLineEnds } from './checks/script-line-ends.ts';
import {
  masterKeyForm,
  secretFiles,
  secretsDistinct,
  secretsInUrls,
  secretsPresent,
  secretsStrength,
} from './checks/secrets.ts';
import { settingValues, shellOverrides, stackSettings } from './checks/setting-values.ts';
import { unknownVariables } from './checks/unknown-variables.ts';

/** Every check, in the order in which a report lists them. */
export const checks: readonly Check[] = [
  requiredFiles,
  scriptLineEnds,
  checkoutPlace,
  nodeVersion,
  lockfileMatches,
  dependenciesComplete,
  envPresent,
  envMode,
  envForm,
  envDuplicates,
  envDialects,
  unknownVariables,
  settingValues,
  stackSettings,
  shellOverrides,
  secretsPresent,
  secretsStrength,
  masterKeyForm,
  secretsDistinct,
  secretsInUrls,
  secretFiles,
  envUntracked,
  noTrackedSecrets,
  configurationsLoad,
  configurationSecrets,
  providerKeys,
  ...portChecks,
  redisPort,
  dataDisk,
  modelDisk,
  modelMemory,
  openFiles,
  proxies,
  providersReachable,
  dataFolder,
  databasesOpen,
  migrationsCurrent,
  leftovers,
  logSize,
  redisAnswers,
  redisPolicy,
  modelFile,
  dockerEngine,
  composeFile,
  composeEnvironment,
  images,
  stackHealth,
  clock,
];
