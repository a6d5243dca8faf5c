import { administrator } from '../admit/administrator.ts';
import type { GatewayConfig } from '../config/gateway-config.ts';
import { readConfig } from '../config/load-config.ts';
import type { CallTerms } from '../call/call-terms.ts';
import { createTransports } from '../call/transports/create-transports.ts';
import { DeploymentStates } from '../exchange/deployment/deployment-state.ts';
import { Exchange } from '../exchange/exchange.ts';
import { Lifetime } from '../exchange/time/lifetime.ts';
import type { ModelRequest } from '../exchange/asked/model-request.ts';
import { Observers, type Observer } from '../exchange/record/observers.ts';
import type { Terms } from '../exchange/terms.ts';
import { chat } from '../operations/chat/chat.ts';
import { Cooldowns } from '../route/cooldown.ts';
import { Router } from '../route/router.ts';
import { budgetsOf } from '../route/budgets.ts';
import { createGroupFilter } from '../route/filters/group-filter.ts';
import { minuteUsage } from '../route/strategies/minute-usage.ts';
import { createStrategy } from '../route/strategies/create-strategy.ts';
import { Upstreams } from '../upstream/upstreams.ts';
import { openAiChat } from '../wires/openai-chat/wire.ts';
import { onTestFinished } from 'vitest';

/** A configuration of these models. Throws where it cannot be served. */
export async function configOf(models: readonly object[], router: object = {}): Promise<GatewayConfig> {
  const { config, findings } = await readConfig({
    from: { settings: { model_list: [...models], router_settings: router } },
    environment: {},
    lookUpModel: () => undefined,
  });
  if (!config) throw new Error(JSON.stringify(findings));
  return config;
}

/** What serves a configuration as far as calling goes, in this process. */
export interface Calling extends Terms, CallTerms {
  /** What observers reported: nothing where all is well. */
  readonly reports: readonly unknown[];
}

/** Routing, cooldowns and real connections to vendors, without a server; the test ends it. */
export function callingOf(config: GatewayConfig, observers: readonly Observer[] = []): Calling {
  const { routing } = config;
  const states = new DeploymentStates();
  const strategy = createStrategy(routing.strategy);
  const budgets = budgetsOf(routing, config.deployments, states);
  const upstreams = new Upstreams();
  onTestFinished(() => upstreams.dispose());
  const reports: unknown[] = [];
  return {
    router: new Router(config),
    routing,
    states,
    strategy,
    groupFilter: createGroupFilter(routing, budgets),
    deploymentLimits: undefined,
    transports: createTransports(upstreams),
    timeoutSeconds: routing.timeoutSeconds,
    shownTimeout: routing.shownTimeout,
    tellsFallbackErrors: false,
    streamTimeoutSeconds: routing.streamTimeoutSeconds,
    minuteLimits: undefined,
    observers: new Observers(
      [...(budgets ? [budgets] : []), strategy, minuteUsage, new Cooldowns(routing, states), ...observers],
      (error) => reports.push(error),
    ),
    reports,
  };
}

/** A chat request on its way; its caller may give it less time than the configuration does. */
export function exchangeOf(
  terms: Calling,
  request: ModelRequest,
  timeoutSeconds: number = terms.timeoutSeconds,
): Exchange {
  return new Exchange({
    operation: chat,
    wire: openAiChat,
    asked: openAiChat.read(structuredClone(request)),
    question: {
      requestId: 'request',
      callId: 'call',
      caller: administrator,
      customer: undefined,
      tags: [],
      callType: chat.callType,
      route: '/v1/chat/completions',
      clientIp: '127.0.0.1',
      userAgent: 'test',
      model: request.model,
      isStream: request.stream === true,
      startedAt: performance.now(),
      timeoutSeconds,
      shownTimeout: terms.shownTimeout,
    },
    lifetime: new Lifetime(timeoutSeconds),
    terms,
    requestBytes: JSON.stringify(request).length,
    callerHeaders: undefined,
  });
}
