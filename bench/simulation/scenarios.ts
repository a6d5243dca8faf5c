/** How one vendor fares at a moment of a scenario. */
export interface VendorNow {
  /** Milliseconds until it answers, on average. */
  readonly answerMs: number;
  /** The part of calls that fail, from 0 to 1, and how. */
  readonly failing?: { readonly part: number; readonly status: 429 | 500; readonly retryAfterSeconds?: number };
}

export interface Scenario {
  /** Its file under `docs/simulation`. */
  readonly name: string;
  readonly title: string;
  /** `router_settings`. */
  readonly router: object;
  /** `litellm_params` of each deployment beside its model, and how its vendor fares at a second. */
  readonly vendors: readonly { readonly params?: object; readonly at: (second: number) => VendorNow }[];
  readonly requestsPerSecond: number;
}

/** When something is wrong in those that tell of a failing vendor. */
export const TROUBLE = { from: 60, until: 120 } as const;
export const SECONDS = 180;

const steady = (answerMs: number) => (): VendorNow => ({ answerMs });
const troubled =
  (trouble: Partial<VendorNow>) =>
  (second: number): VendorNow => ({
    answerMs: 400,
    ...(second >= TROUBLE.from && second < TROUBLE.until && trouble),
  });
const broken = troubled({ answerMs: 100, failing: { part: 1, status: 500 } });

export const scenarios: readonly Scenario[] = [
  {
    name: 'spread-by-weight',
    title: 'simple-shuffle with weights 6, 3 and 1',
    router: {},
    vendors: [6, 3, 1].map((weight) => ({ params: { weight }, at: steady(400) })),
    requestsPerSecond: 60,
  },
  {
    name: 'spread-by-latency',
    title: 'latency-based-routing: the second vendor becomes four times slower',
    router: { routing_strategy: 'latency-based-routing', routing_strategy_args: { ttl: 10 } },
    vendors: [{ at: steady(400) }, { at: troubled({ answerMs: 1_600 }) }, { at: steady(500) }],
    requestsPerSecond: 60,
  },
  {
    name: 'spread-least-busy',
    title: 'least-busy: the second vendor becomes four times slower',
    router: { routing_strategy: 'least-busy' },
    vendors: [{ at: steady(400) }, { at: troubled({ answerMs: 1_600 }) }, { at: steady(400) }],
    requestsPerSecond: 60,
  },
  {
    name: 'failing-default',
    title: 'one of three fails for a minute: default rules, two retries',
    router: {},
    vendors: [{ at: steady(400) }, { at: broken }, { at: steady(400) }],
    requestsPerSecond: 60,
  },
  {
    name: 'failing-allowed-fails',
    title: 'the same with allowed_fails: 0, cooldown_time: 10, no retries',
    router: { allowed_fails: 0, cooldown_time: 10, num_retries: 0 },
    vendors: [{ at: steady(400) }, { at: broken }, { at: steady(400) }],
    requestsPerSecond: 60,
  },
  {
    name: 'failing-without-cooldowns',
    title: 'the same with disable_cooldowns and no retries',
    router: { disable_cooldowns: true, num_retries: 0 },
    vendors: [{ at: steady(400) }, { at: broken }, { at: steady(400) }],
    requestsPerSecond: 60,
  },
  {
    name: 'limited-with-retry-after',
    title: 'one of two answers 429 with Retry-After: 15, now and then',
    router: {},
    vendors: [{ at: steady(400) }, { at: troubled({ failing: { part: 0.1, status: 429, retryAfterSeconds: 15 } }) }],
    requestsPerSecond: 60,
  },
];
