import { expect, test } from 'vitest';
import { dockerServices, namedServices, withNeeds } from './docker-services.ts';

const services = dockerServices({ gatewayPort: 4000, mpcApiPort: 3000 });
const namesOf = (chosen: ReturnType<typeof withNeeds>) => chosen.map(({ name }) => name);

test.each([
  [[], ['redis', 'gateway', 'mpc-api']],
  [['gateway'], ['redis', 'gateway']],
  [['mpc-api'], ['redis', 'gateway', 'mpc-api']],
  [['redis'], ['redis']],
])('%j start with what they need', (names, started) => {
  expect(namesOf(withNeeds(services, names))).toEqual(started);
});

test('a name that is none is refused with those that there are', () => {
  expect(() => namedServices(services, ['litellm'])).toThrow('There is no service "litellm"');
});
