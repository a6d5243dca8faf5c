import { nearestName } from '@showrunner/errors/nearest-name';
import { readEnvText } from '../../environment/env-file.ts';
import { knownSettings } from '../../environment/known-settings.ts';
import { skipped, warning, type Check } from '../check.ts';
import { referencedVariables } from '../provider-configurations.ts';

/** What Docker, Compose and Node read of `.env` by themselves. */
const OF_OTHERS = /^(COMPOSE|DOCKER|BUILDKIT|NODE|OTEL)_/;

export const unknownVariables: Check = {
  id: 'env.unknown',
  title: 'every variable of .env is a setting of this version',
  run({ root, envFile, envPath }) {
    if (envFile.status !== 'read') return skipped('there is no .env');
    const known = new Set([...knownSettings(root), ...referencedVariables(root)]);
    return Object.keys(readEnvText(envFile.text))
      .filter((name) => !known.has(name) && !known.has(name.replace(/_FILE$/, '')) && !OF_OTHERS.test(name))
      .map((name) => {
        const nearest = nearestName(name, known);
        return warning(
          `${name} is no setting of this version, and no configuration names it`,
          nearest === undefined
            ? 'remove it, or correct its name: docs/reference/configuration.md lists all'
            : `did you mean ${nearest}?`,
          envPath,
        );
      });
  },
};
