import { expect, test } from 'vitest';
import { dockerServices, namedServices, withNeeds } from './docker-services.ts';

const services = dockerServices({ gatewayPort: 4000, mpcApiPort: 3000, workers: 0 });
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

test('workers are among them where any run', () => {
  const withWorkers = dockerServices({ gatewayPort: 4000, mpcApiPort: 3000, workers: 2 });
  expect(namesOf(withNeeds(withWorkers, ['worker']))).toEqual(['redis', 'gateway', 'mpc-api', 'worker']);
  expect(() => namedServices(services, ['worker'])).toThrow('There is no service "worker"');
});
