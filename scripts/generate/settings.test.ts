import { expect, test } from 'vitest';
import { gatewayEnvironment } from '../../apps/gateway/src/environment.ts';
import { mpcApiEnvironment } from '../../apps/mpc-api/src/environment.ts';
import { printDefault, settingsBySection } from './settings.ts';

const settings = [...settingsBySection().values()].flat();

test.each([
  ['gateway', gatewayEnvironment],
  ['mpc-api', mpcApiEnvironment],
] as const)('what Compose hands to %s where nothing is set is read as its default', (name, environment) => {
  const own = settings.flatMap(({ name: variable, readBy }) =>
    readBy
      .filter(({ reader, defaultValue }) => reader === name && defaultValue !== undefined)
      .map(({ defaultValue }) => [variable, printDefault(defaultValue)] as const),
  );
  expect(own.length).toBeGreaterThan(5);
  expect(environment.read(Object.fromEntries(own))).toEqual(environment.read({}));
});
