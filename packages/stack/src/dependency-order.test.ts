import { expect, test } from 'vitest';
import { fixtureService } from './__fixtures__/fixture-service.ts';
import { dependencyOrder, selectServices } from './dependency-order.ts';

const service = (name: string, ...dependsOn: string[]) =>
  fixtureService('server', {
    name,
    port: 1,
    dependsOn: dependsOn.map((other) => ({ service: other, condition: 'healthy' as const })),
  });

const names = (services: readonly { name: string }[]) => services.map(({ name }) => name);

test('a service comes after everything it depends on', () => {
  const services = [service('api', 'gateway', 'redis'), service('gateway', 'redis'), service('redis')];
  expect(names(dependencyOrder(services))).toEqual(['redis', 'gateway', 'api']);
});

test('a chosen service brings what it depends on and nothing else', () => {
  const services = [service('api', 'gateway'), service('gateway'), service('redis')];
  expect(names(selectServices(services, ['api']))).toEqual(['gateway', 'api']);
});

test('a cycle is told by the services in it alone', () => {
  const services = [service('a', 'b'), service('b', 'c'), service('c', 'b')];
  expect(() => dependencyOrder(services)).toThrow('Services wait for each other: b → c → b');
});

test('an unknown service is told with those that there are', () => {
  expect(() => selectServices([service('gateway')], ['gatway'])).toThrow(
    expect.objectContaining({
      problem: { what: 'There is no service "gatway"', fix: 'services are: gateway' },
    }),
  );
});
