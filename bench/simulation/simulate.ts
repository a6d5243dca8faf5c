import { administrator } from '../../apps/gateway/src/admit/administrator.ts';
import { allowedRetries, waitBeforeRetry } from '../../apps/gateway/src/call/retry-policy.ts';
import { readConfig } from '../../apps/gateway/src/config/load-config.ts';
import type { Attempt } from '../../apps/gateway/src/exchange/attempt.ts';
import type { Deployment } from '../../apps/gateway/src/exchange/deployment/deployment.ts';
import { DeploymentStates } from '../../apps/gateway/src/exchange/deployment/deployment-state.ts';
import { Exchange } from '../../apps/gateway/src/exchange/exchange.ts';
import { Lifetime } from '../../apps/gateway/src/exchange/time/lifetime.ts';
import { Observers } from '../../apps/gateway/src/exchange/record/observers.ts';
import { chat } from '../../apps/gateway/src/operations/chat/chat.ts';
import { Cooldowns } from '../../apps/gateway/src/route/cooldown.ts';
import { pickDeployment } from '../../apps/gateway/src/route/pick-deployment.ts';
import { createStrategy } from '../../apps/gateway/src/route/strategies/create-strategy.ts';
import { minuteUsage } from '../../apps/gateway/src/route/strategies/minute-usage.ts';
import { openAiChat } from '../../apps/gateway/src/wires/openai-chat/wire.ts';
import { ProviderError } from '../../packages/providers/src/index.ts';
import { SimulatedClock } from './clock.ts';
import { SECONDS, type Scenario, type VendorNow } from './scenarios.ts';

/** What each second came to. */
export interface Second {
  /** Calls of each vendor, in their order. */
  readonly calls: number[];
  /** Requests that no vendor answered. */
  failed: number;
  /** Whether a vendor was cooling down, in their order. */
  readonly cooling: boolean[];
}

/**
 * Runs requests through the gateway's own choice, cooldowns and rules of retries; the vendors and the time are simulated,
 * so that minutes take a moment and every run is the same.
 */
export async function simulate(scenario: Scenario): Promise<readonly Second[]> {
  const config = await routingOf(scenario);
  using clock = new SimulatedClock(20_261_129);
  const run = new Run(scenario, clock, config);
  run.arrive();
  run.watch();
  clock.run(SECONDS * 1000);
  return run.seconds;
}

async function routingOf({ router, vendors }: Scenario) {
  const models = vendors.map(({ params }, index) => ({
    model_name: 'm',
    litellm_params: { model: `openai/vendor-${index + 1}`, api_key: 'sk-simulated', ...params },
    model_info: { id: String(index) },
  }));
  const from = { settings: { model_list: models, router_settings: router } };
  const { config } = await readConfig({ from, environment: {}, lookUpModel: () => undefined });
  if (!config) throw new Error(`${JSON.stringify(router)} cannot be served`);
  return config;
}

type Config = Awaited<ReturnType<typeof routingOf>>;

class Run {
  readonly seconds: readonly Second[];
  readonly #scenario: Scenario;
  readonly #clock: SimulatedClock;
  readonly #config: Config;
  readonly #states = new DeploymentStates();
  readonly #strategy: ReturnType<typeof createStrategy>;
  readonly #observers: Observers;

  constructor(scenario: Scenario, clock: SimulatedClock, config: Config) {
    this.#scenario = scenario;
    this.#clock = clock;
    this.#config = config;
    this.#strategy = createStrategy(config.routing.strategy);
    const observers = [this.#strategy, minuteUsage, new Cooldowns(config.routing, this.#states)];
    this.#observers = new Observers(observers, (error) => {
      throw error;
    });
    const none = (): Second => ({
      calls: config.deployments.map(() => 0),
      failed: 0,
      cooling: config.deployments.map(() => false),
    });
    this.seconds = Array.from({ length: SECONDS }, none);
  }

  arrive(): void {
    this.#clock.after(this.#clock.wait(this.#scenario.requestsPerSecond), () => {
      this.#call(this.#exchange(), new Set(), 0);
      this.arrive();
    });
  }

  /** Notes each second who is cooling down. */
  watch(): void {
    const { cooling } = this.#second();
    for (const [index, { id }] of this.#config.deployments.entries()) {
      cooling[index] = this.#states.byId(id).cooledUntil > this.#clock.now;
    }
    this.#clock.after(1000, () => this.watch());
  }

  #call(exchange: Exchange, tried: Set<string>, retry: number): void {
    const deployment = this.#pick(tried);
    if (!deployment) {
      this.#second().failed++;
      return;
    }
    tried.add(deployment.id);
    const attempt = exchange.begin(deployment, { groupSize: this.#config.deployments.length, endsAt: Infinity });
    const index = Number(deployment.id);
    const calls = this.#second().calls;
    calls[index] = (calls[index] ?? 0) + 1;
    const now = this.#scenario.vendors[index]?.at(this.#clock.now / 1000) ?? { answerMs: 0 };
    this.#clock.after(now.answerMs * (0.5 + this.#clock.random()), () => {
      this.#end(attempt, now, { exchange, tried, retry });
    });
  }

  #end(
    attempt: Attempt,
    { failing }: VendorNow,
    asked: { exchange: Exchange; tried: Set<string>; retry: number },
  ): void {
    if (!failing || this.#clock.random() >= failing.part) {
      attempt.end();
      return;
    }
    const { status, retryAfterSeconds } = failing;
    const failure = new ProviderError({
      kind: status === 429 ? 'rate_limit' : 'server',
      message: 'simulated',
      provider: 'openai',
      status,
      isRetryable: true,
      ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    });
    attempt.end(failure);
    this.#retry(failure, asked);
  }

  #retry(
    failure: ProviderError,
    { exchange, tried, retry }: { exchange: Exchange; tried: Set<string>; retry: number },
  ): void {
    const { routing } = this.#config;
    const next = this.#pick(tried);
    const hasOther = next !== undefined && !tried.has(next.id);
    if (!next || retry >= allowedRetries(failure, routing.retryPolicy, { fallback: routing.retries, hasOther })) {
      this.#second().failed++;
      return;
    }
    const options = { retry, hasOther, leastSeconds: routing.retryAfterSeconds };
    const wait = waitBeforeRetry(failure, options, this.#clock.random);
    this.#clock.after(wait, () => this.#call(exchange, tried, retry + 1));
  }

  #pick(tried: ReadonlySet<string>): Deployment | undefined {
    const { now, random } = this.#clock;
    const strategy = this.#strategy;
    return pickDeployment(this.#config.deployments, {
      states: this.#states,
      tried,
      strategy,
      now,
      random,
      defaultMaxParallelRequests: undefined,
    });
  }

  #second(): Second {
    const second = this.seconds[Math.min(SECONDS - 1, Math.floor(this.#clock.now / 1000))];
    if (!second) throw new Error('the simulation is over');
    return second;
  }

  #exchange(): Exchange {
    const { timeoutSeconds, shownTimeout, streamTimeoutSeconds } = this.#config.routing;
    const request = { model: 'm', messages: [{ role: 'user', content: 'hi' }] };
    return new Exchange({
      operation: chat,
      wire: openAiChat,
      asked: openAiChat.read(request),
      question: {
        requestId: 'simulated',
        callId: 'simulated',
        caller: administrator,
        customer: undefined,
        tags: [],
        callType: chat.callType,
        route: '/v1/chat/completions',
        clientIp: undefined,
        userAgent: undefined,
        model: 'm',
        isStream: false,
        startedAt: this.#clock.now,
        timeoutSeconds,
        shownTimeout,
      },
      lifetime: new Lifetime(timeoutSeconds, this.#clock.now),
      terms: {
        timeoutSeconds,
        shownTimeout,
        tellsFallbackErrors: false,
        streamTimeoutSeconds,
        states: this.#states,
        observers: this.#observers,
        minuteLimits: undefined,
      },
      requestBytes: 100,
      callerHeaders: undefined,
    });
  }
}
