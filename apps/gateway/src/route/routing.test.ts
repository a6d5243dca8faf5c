import { ProviderError } from '@showrunner/providers';
import { describe, expect, test } from 'vitest';
import type { Deployment } from '../exchange/deployment/deployment.ts';
import { DeploymentStates } from '../exchange/deployment/deployment-state.ts';
import { callingOf, configOf, exchangeOf } from '../testing/open-exchange.ts';
import { pickDeployment } from './pick-deployment.ts';
import { Router } from './router.ts';
import { simpleShuffle } from './strategies/simple-shuffle.ts';

const model = (name: string, params: object = {}): object => ({
  model_name: name,
  litellm_params: { model: 'openai/x', api_key: 'k', ...params },
});

test('chooses by weight, else by rpm, else evenly', async () => {
  const share = async (first: object, second: object): Promise<number> => {
    const { deployments } = await configOf([
      model('m', { ...first, order: 1 }),
      model('m', { ...second, order: 1, user: 'b' }),
    ]);
    const moment = (index: number) => ({ states: new DeploymentStates(), now: 0, random: () => (index + 0.5) / 1000 });
    const draws = Array.from({ length: 1000 }, (_, index) => simpleShuffle.choose(deployments, moment(index)));
    return draws.filter((chosen) => chosen === deployments[0]).length;
  };
  expect(await share({ weight: 9 }, { weight: 1 })).toBe(900);
  expect(await share({ rpm: 1 }, { rpm: 3 })).toBe(250);
  expect(await share({ weight: 1 }, {})).toBe(1000);
  expect(await share({}, { weight: 9 })).toBe(500);
});

test('takes the lowest order that can, and what was not tried before what was', async () => {
  const { deployments } = await configOf([model('m', { order: 1 }), model('m', { order: 2, user: 'b' })]);
  const [first, second] = deployments as [Deployment, Deployment];
  const states = new DeploymentStates();
  const tried = new Set<string>();
  const from = { states, now: 0, random: Math.random };
  const options = { ...from, tried, strategy: simpleShuffle, defaultMaxParallelRequests: undefined };
  expect(pickDeployment(deployments, options)).toBe(first);
  expect(pickDeployment(deployments, { ...options, tried: new Set([first.id]) })).toBe(second);
  states.of(first).cooledUntil = 10;
  expect(pickDeployment(deployments, options)).toBe(second);
  expect(pickDeployment(deployments, { ...options, now: 11 })).toBe(first);
});

describe('a group too large to look at each', () => {
  const large = async (paramsOf: (number: number) => object): Promise<readonly Deployment[]> => {
    const models = Array.from({ length: 40 }, (_, number) => model('m', { user: String(number), ...paramsOf(number) }));
    return (await configOf(models)).deployments;
  };

  /** How often each is picked; `rests` says of which of them none can be. */
  function counts(deployments: readonly Deployment[], rests: (place: number) => boolean, tried = new Set<string>()) {
    const states = new DeploymentStates();
    for (const [place, deployment] of deployments.entries()) if (rests(place)) states.of(deployment).cooledUntil = 10;
    const options = { states, now: 0, random: Math.random, tried, defaultMaxParallelRequests: undefined };
    const picked = deployments.map(() => 0);
    for (let draw = 0; draw < 8000; draw++) {
      const chosen = pickDeployment(deployments, { ...options, strategy: simpleShuffle });
      const place = chosen ? deployments.indexOf(chosen) : -1;
      picked[place] = (picked[place] ?? 0) + 1;
    }
    return picked;
  }

  test('is chosen from evenly, never one that rests or was tried', async () => {
    const deployments = await large(() => ({}));
    const picked = counts(deployments, (place) => place % 4 !== 0, new Set([deployments[0]?.id ?? '']));
    const able = picked.filter((_, place) => place % 4 === 0 && place > 0);
    expect(able.reduce((sum, count) => sum + count, 0)).toBe(8000);
    // A ninth of 8,000 is 889, and five standard deviations of it are 141.
    for (const count of able) expect(Math.abs(count - 889)).toBeLessThan(141);
  });

  test('is chosen from by weight, whoever rests', async () => {
    const picked = counts(await large((number) => ({ weight: number === 1 ? 9 : 1 })), (place) => place > 9);
    // Nine of eighteen are half of 8,000, and five standard deviations of it are 224.
    expect(Math.abs((picked[1] ?? 0) - 4000)).toBeLessThan(224);
    expect(picked.slice(10).every((count) => count === 0)).toBe(true);
  });

  test('keeps its orders, and goes by the first that is able', async () => {
    const ordered = counts(await large((number) => (number === 7 ? { order: 1 } : {})), () => false);
    expect(ordered[7]).toBe(8000);
    const first = counts(await large((number) => (number === 0 ? { weight: 1 } : {})), () => false);
    expect(first[0]).toBe(8000);
  });

  test('gives the one that is able among many that rest', async () => {
    const picked = counts(await large(() => ({})), (place) => place !== 39);
    expect(picked[39]).toBe(8000);
  });
});

test('the more specific wildcard wins, whole names are matched and stars are filled in', async () => {
  const router = new Router(
    await configOf([
      model('*', { model: 'openai/*' }),
      model('openai/gpt-4*', { model: 'openai/gpt-4*' }),
      model('team-*-fast', { model: 'groq/*' }),
    ]),
  );
  expect(router.resolve('gpt-4o-mini')?.name).toBe('*');
  expect(router.resolve('openai/gpt-4o')?.deployments[0]?.vendorModel).toBe('gpt-4o');
  expect(router.resolve('openai/gpt-4o')?.name).toBe('openai/gpt-4*');
  expect(router.resolve('team-a-fast')?.deployments[0]).toMatchObject({ model: 'groq/a', vendorModel: 'a' });
  expect(router.resolve('team-a-fast-and-more')?.name).toBe('*');
});

function failure(status: number, retryAfterSeconds?: number): ProviderError {
  const kind =
    status === 429 ? 'rate_limit' : status === 401 ? 'authentication' : status === 400 ? 'invalid_request' : 'server';
  return new ProviderError({
    kind,
    message: 'x',
    provider: 'openai',
    status,
    isRetryable: true,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  });
}

interface Cooling {
  readonly groupSize: number;
  /** Whether another group stands behind it. */
  readonly isFollowed?: boolean;
  readonly router?: object;
}

const cooling: [string, Cooling, ProviderError[], number][] = [
  ['a single 401 cools at once', { groupSize: 1 }, [failure(401)], 5],
  ['a single 429 does not', { groupSize: 1 }, [failure(429)], 0],
  ['in a pair 429 cools at once', { groupSize: 2 }, [failure(429)], 5],
  ['Retry-After says for how long, within a bound', { groupSize: 2 }, [failure(429, 7)], 7],
  ['an absurd Retry-After is capped', { groupSize: 2 }, [failure(429, 86_400)], 300],
  [
    'a single model that is still arriving cools no longer than it asks',
    { groupSize: 1, router: { allowed_fails_policy: { InternalServerErrorAllowedFails: 0 } } },
    [failure(503, 3)],
    3,
  ],
  ['a 400 never cools', { groupSize: 2, router: { allowed_fails: 0 } }, [failure(400)], 0],
  [
    'more than half of five failing in a pair cools',
    { groupSize: 2 },
    Array.from({ length: 5 }, () => failure(500)),
    5,
  ],
  ['four failures are too few to judge', { groupSize: 2 }, Array.from({ length: 4 }, () => failure(500)), 0],
  ['allowed_fails 0 means none', { groupSize: 2, router: { allowed_fails: 0 } }, [failure(500)], 5],
  ['allowed_fails 1 allows one', { groupSize: 2, router: { allowed_fails: 1 } }, [failure(500)], 0],
  [
    'allowed_fails 1 does not allow two',
    { groupSize: 2, router: { allowed_fails: 1 } },
    [failure(500), failure(500)],
    5,
  ],
  [
    'allowed_fails of all kinds leaves the only one that can answer',
    { groupSize: 1, router: { allowed_fails: 0 } },
    [failure(500), failure(500)],
    0,
  ],
  [
    'a fallback can answer in the place of the only one of its group',
    { groupSize: 1, isFollowed: true, router: { allowed_fails: 0 } },
    [failure(500)],
    5,
  ],
  [
    'a policy of 0 is no policy unset',
    { groupSize: 1, router: { allowed_fails_policy: { RateLimitErrorAllowedFails: 0 } } },
    [failure(429)],
    5,
  ],
  ['cooldowns can be disabled', { groupSize: 2, router: { disable_cooldowns: true } }, [failure(429)], 0],
];

test.each(cooling)('%s', async (_, { groupSize, isFollowed, router = {} }, failures, seconds) => {
  const config = await configOf([model('m')], router);
  const [deployment] = config.deployments as [Deployment];
  const calling = callingOf(config);
  for (const one of failures) {
    exchangeOf(calling, { model: 'm', messages: [{ role: 'user', content: 'hi' }] })
      .begin(deployment, { groupSize, endsAt: isFollowed ? performance.now() + 60_000 : Infinity })
      .end(one);
  }
  const left = Math.max(0, calling.states.of(deployment).cooledUntil - performance.now());
  expect(Math.ceil(left / 1000)).toBe(seconds);
});
