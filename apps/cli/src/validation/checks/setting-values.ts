import {
  defineEnvironment,
  EnvironmentError,
  gatewayKeyVariable,
  redisVariables,
  serverVariables,
} from '@showrunner/service/environment';
import { stackEnvironment } from '../../environment.ts';
import { readEnvText } from '../../environment/env-file.ts';
import { error, skipped, warning, type Check } from '../check.ts';
import { isStack } from '../installation.ts';

const settings = defineEnvironment({
  ...serverVariables({ port: 0 }),
  ...stackEnvironment.variables,
  ...gatewayKeyVariable,
  ...redisVariables,
});

export const settingValues: Check = {
  id: 'env.values',
  title: 'the settings have values that the servers accept',
  run(installation) {
    // PORT and HOST of the operator's shell are another program's.
    const { PORT: _port, HOST: _host, ...given } = installation.settings;
    try {
      settings.read(given);
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
