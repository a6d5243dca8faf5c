import { resolve } from 'node:path';
import { CannotStartError } from '@showrunner/service';
import type { CommandLine } from './command-line.ts';
import type { ConfigSource } from './config/load-config.ts';

/** Where the configuration comes from: `--config`, one model from flags, or `CONFIG_FILE_PATH`. */
export function configSource({ config, model }: CommandLine, configFilePath: string | undefined): ConfigSource['from'] {
  if (config !== undefined) return { file: resolve(config) };
  if (model !== undefined) {
    const { name, alias, params: given } = model;
    const params = {
      model: name,
      ...Object.fromEntries(Object.entries(given).map(([key, value]) => [key, asNumber(value)])),
    };
    return { settings: { model_list: [{ model_name: alias ?? name, litellm_params: params }] } };
  }
  if (configFilePath !== undefined) return { file: resolve(configFilePath) };
  throw new CannotStartError(
    'There is no configuration. Name a file with --config or CONFIG_FILE_PATH, or a model with --model provider/model.',
  );
}

/** The command line has text alone. */
function asNumber(value: unknown): unknown {
  return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : value;
}
