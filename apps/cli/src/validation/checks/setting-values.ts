import { EnvironmentError } from '@showrunner/service/environment';
import { readEnvText } from '../../environment/env-file.ts';
import { checkServiceSettings } from '../../stack/service-settings.ts';
import { error, skipped, warning, type Check } from '../check.ts';
import { isStack } from '../installation.ts';

export const settingValues: Check = {
  id: 'env.values',
  title: 'the settings have values that the servers accept',
  run({ settings }) {
    try {
      checkServiceSettings(settings);
    } catch (thrown) {
      if (!(thrown instanceof EnvironmentError)) throw thrown;
      return thrown.findings.map(({ variable, reason, fix }) => error(`${variable} ${reason}`, fix, '.env'));
    }
    return [];
  },
};

export const stackSettings: Check = {
  id: 'env.stack',
  title: 'the settings describe a stack',
  run({ stack }) {
    if (isStack(stack)) return [];
    return [error(stack.what, stack.fix ?? 'correct the setting', stack.where)];
  },
};

export const shellOverrides: Check = {
  id: 'env.overrides',
  title: 'no variable of this shell stands in for one of .env',
  run({ envFile, environment, settings: merged, envPath }) {
    if (envFile.status !== 'read') return skipped('there is no .env');
    const inFile = readEnvText(envFile.text);
    return Object.keys(inFile)
      .filter((name) => inFile[name] !== '' && environment[name] !== undefined && merged[name] !== inFile[name])
      .map((name) =>
        warning(`${name} of this shell wins over the one in .env`, `unset ${name}, or correct .env`, envPath),
      );
  },
};
