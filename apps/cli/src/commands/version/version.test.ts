import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fixtureCheckout, type FixtureCheckout } from '../../__fixtures__/checkout.ts';
import { version } from './version.handler.ts';

let checkout: FixtureCheckout;
beforeEach(async () => {
  checkout = await fixtureCheckout();
  writeFileSync(join(checkout.root, 'package.json'), '{"version":"1.2.3"}');
});
afterEach(() => checkout.dispose());

test('it says what a report of a fault begins with', async () => {
  expect((await checkout.run(version)).stdout).toMatch(
    /^showrunner +1\.2\.3\nnode +v.*\nsystem .*\nconfiguration +local\n$/,
  );
});

test.each([
  [{ GATEWAY_PORT: 'eighty' }, 'not known: GATEWAY_PORT is "eighty"'],
  [{ SHOWRUNNER_CONFIG: 'openai' }, 'not known: There is no provider configuration "openai"'],
])('with settings that are the fault (%j) it says so, and the rest', async (environment, expected) => {
  const { stdout } = await checkout.run(version, { environment });
  expect(stdout).toContain('1.2.3');
  expect(stdout).toContain(expected);
});
