import { expect, test } from 'vitest';
import { plot } from './plot.ts';
import { scenarios, TROUBLE, type Scenario } from './scenarios.ts';
import { simulate, type Second } from './simulate.ts';

const named = (name: string): Scenario => {
  const scenario = scenarios.find((each) => each.name === name);
  if (!scenario) throw new Error(`there is no scenario ${name}`);
  return scenario;
};

/** The part of all calls between two seconds that went to a vendor. */
function share(seconds: readonly Second[], vendor: number, from: number, until: number): number {
  const calls = seconds.slice(from, until).map((second) => second.calls);
  const all = calls.flat().reduce((sum, count) => sum + count, 0);
  return calls.reduce((sum, counts) => sum + (counts[vendor] ?? 0), 0) / all;
}

const failedIn = (seconds: readonly Second[]): number => seconds.reduce((sum, { failed }) => sum + failed, 0);

test('load spreads by weight', async () => {
  const seconds = await simulate(named('spread-by-weight'));
  for (const [vendor, part] of [0.6, 0.3, 0.1].entries()) {
    expect(Math.abs(share(seconds, vendor, 0, seconds.length) - part)).toBeLessThan(0.03);
  }
});

test.each(['spread-by-latency', 'spread-least-busy'])(
  '%s: who is slower gets less, and its part back',
  async (name) => {
    const seconds = await simulate(named(name));
    expect(share(seconds, 1, TROUBLE.from + 15, TROUBLE.until)).toBeLessThan(0.15);
    expect(share(seconds, 1, TROUBLE.until + 20, seconds.length)).toBeGreaterThan(0.3);
  },
);

test('a failing vendor is spared, nobody notices, and it is back soon after it works again', async () => {
  const seconds = await simulate(named('failing-default'));
  expect(failedIn(seconds)).toBe(0);
  expect(share(seconds, 1, TROUBLE.from + 2, TROUBLE.until)).toBeLessThan(0.02);
  expect(share(seconds, 1, TROUBLE.until + 10, seconds.length)).toBeGreaterThan(0.28);
  expect(seconds.slice(TROUBLE.from + 2, TROUBLE.until).every(({ cooling }) => cooling[0] || cooling[2])).toBe(false);
});

test('cooldowns keep failures from callers where nothing is tried again', async () => {
  const without = failedIn(await simulate(named('failing-without-cooldowns')));
  const withThem = failedIn(await simulate(named('failing-allowed-fails')));
  expect(withThem).toBeLessThan(without / 20);
});

test('Retry-After says for how long, and a run is the same each time', async () => {
  const scenario = named('limited-with-retry-after');
  const seconds = await simulate(scenario);
  expect(failedIn(seconds)).toBe(0);
  expect(share(seconds, 1, TROUBLE.from, TROUBLE.until)).toBeLessThan(0.1);
  expect(plot(scenario, await simulate(scenario))).toBe(plot(scenario, seconds));
});
