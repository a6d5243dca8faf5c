import { isDeepStrictEqual } from 'node:util';
import type { Logger } from '@showrunner/service';
import type { SharedState } from '@showrunner/store';
import { Admission } from '../admit/admit.ts';
import { Callers, type AnsweredPages } from '../admit/callers.ts';
import { Labels, type LabelPorts } from '../admit/labels.ts';
import { ResponseCache } from '../cache/response-cache.ts';
import type { GatewayConfig } from '../config/gateway-config.ts';
import type { BatchReserves } from '../keys/budgets/batch-reserves.ts';
import type { BudgetWatch } from '../keys/budgets/budget-watch.ts';
import type { Purses } from '../keys/budgets/purses.ts';
import type { KeyDirectory } from '../keys/key-directory.ts';
import type { DeploymentStates } from '../exchange/deployment/deployment-state.ts';
import { Observers, type Observer } from '../exchange/record/observers.ts';
import type { Tracing } from '../exchange/record/trace.ts';
import type { Transports } from '../exchange/transports.ts';
import type { Alerts } from '../observe/alerts/alerts.ts';
import type { CallbackTallies } from '../observe/callbacks/callback-tallies.ts';
import { Callbacks } from '../observe/callbacks/callbacks.ts';
import { callbacksInFile } from '../keys/own-callbacks.ts';
import type { RequestLog } from '../observe/request-log.ts';
import type { Tallies } from '../observe/metrics/tallies.ts';
import type { SpendLog } from '../observe/spend/spend-log.ts';
import type { SweepTallies } from '../observe/spend/sweep-tallies.ts';
import { createGuard } from '../guard/kinds/create-guard.ts';
import { Guards } from '../guard/guards.ts';
import type { GuardTallies } from '../guard/guard-tallies.ts';
import { Passages } from '../passing/passages.ts';
import { Cooldowns } from '../route/cooldown.ts';
import { DeploymentLimits } from '../route/deployment-limits.ts';
import { chatAmendment } from '../operations/chat/amend-chat.ts';
import { Router } from '../route/router.ts';
import { budgetsOf } from '../route/budgets.ts';
import { GroupMinutes } from '../route/group-minutes.ts';
import { ordersOf } from '../route/order-of-deployments.ts';
import { createGroupFilter } from '../route/filters/group-filter.ts';
import { minuteUsage } from '../route/strategies/minute-usage.ts';
import { candidatesFor } from '../route/candidates.ts';
import { askedModel, publicName } from '../route/asked-model.ts';
import { createStrategy } from '../route/strategies/create-strategy.ts';
import { openVariable } from '../stored/secrets/sealed-callbacks.ts';
import type { StoredSecrets } from '../stored/secrets/stored-secrets.ts';
import type { Entities } from '../stored/entities/entities.ts';
import type { GatewayDatabase } from '../stored/gateway-database.ts';
import type { Serving } from './serving.ts';
import type { SharedStates } from './shared-states.ts';

/** What goes on from one configuration to the next. */
export interface Lasting {
  readonly states: DeploymentStates;
  readonly transports: Transports;
  readonly sharedStates: SharedStates;
  /** What all workers count in; nothing where there are none. */
  readonly workers: SharedState | undefined;
  readonly tallies: Tallies;
  readonly guardTallies: GuardTallies;
  readonly callbackTallies: CallbackTallies;
  readonly sweepTallies: SweepTallies;
  readonly requestLog: RequestLog;
  readonly database: GatewayDatabase;
  readonly entities: Entities;
  readonly secrets: StoredSecrets;
  readonly spend: SpendLog;
  readonly keys: KeyDirectory;
  readonly purses: Purses;
  readonly batchReserves: BatchReserves;
  readonly labels: LabelPorts;
  /** Who is told how budgets stand. */
  readonly budgetWatch: BudgetWatch;
  /** Who is told of what goes wrong, as the configuration that serves now has it. */
  readonly serving: { alerts?: Alerts | undefined };
  /** What those who last go by of the configuration that serves now. */
  readonly configured: { spending: GatewayConfig['spending']; access: GatewayConfig['access'] };
  readonly logger: Logger;
  readonly pages: AnsweredPages;
}

/** Makes of a configuration what serves it. A cache whose settings did not change goes on from `previous`. */
export async function assemble(
  config: GatewayConfig,
  lasting: Lasting,
  previous: Serving | undefined,
): Promise<Serving> {
  const { states, transports, sharedStates } = lasting;
  const { routing } = config;
  const shared = await sharedStates.at(config.redis);
  const router = new Router(config);
  const strategy = createStrategy(
    routing.strategy,
    [...router.groups.values()].flatMap(({ deployments }) => ordersOf(deployments)),
  );
  const budgets = budgetsOf(routing, config.deployments, states);
  const limited = config.deployments.filter(({ rpm, tpm }) => rpm !== undefined || tpm !== undefined);
  const alerts = await openAlerts(config, lasting, previous, shared);
  const deploymentLimits = routing.enforcesModelRateLimits ? new DeploymentLimits(shared) : undefined;
  return {
    config,
    shared,
    states,
    strategy,
    groupFilter: createGroupFilter(routing, budgets),
    transports,
    routing,
    timeoutSeconds: routing.timeoutSeconds,
    shownTimeout: routing.shownTimeout,
    tellsFallbackErrors: config.access.tellsFallbackErrors,
    streamTimeoutSeconds: routing.streamTimeoutSeconds,
    minuteLimits: limited.length > 0 ? new GroupMinutes(limited, states) : undefined,
    callers: new Callers(config.access, { pages: lasting.pages, keys: lasting.keys }),
    admission: new Admission(config.access, {
      store: shared,
      workers: lasting.workers,
      models: (name) => askedModel(router, name),
      publicName: (name) => publicName(router, name),
      hasTeamModels: router.hasTeamModels,
      purses: lasting.purses,
      labels: new Labels(config.spending, lasting.labels),
      budgetWatch: lasting.budgetWatch,
      reservation: config.spending.reservation,
      reserves: lasting.batchReserves,
      isAlone: () => isDegraded(shared),
      hasCarefulDeployments: config.deployments.some((one) => one.refusesUnknownCost),
      candidates: (exchange) => candidatesFor(exchange, router, routing),
    }),
    router,
    passages: new Passages(config),
    guards: new Guards(config.guardrails, {
      deployments: config.deployments,
      deploymentsOf: (model) => router.resolve(model)?.deployments ?? [],
      create: createGuard,
      ports: { tallies: lasting.guardTallies, logger: lasting.logger },
    }),
    budgets,
    alerts,
    callbacks: openCallbacks(config, lasting, previous),
    tracing: tracingOf(config),
    cache: await openCache(config, previous, sharedStates),
    amendChat: chatAmendment(config.chats),
    deploymentLimits,
    observers: observersOf(config, lasting, alerts, [
      deploymentLimits,
      budgets,
      strategy,
      strategy.goesByUsage || routing.checksBeforeCalls || limited.length > 0 ? minuteUsage : undefined,
    ]),
  };
}

function isDegraded(shared: SharedState): boolean {
  const status = shared.status();
  return status.kind !== 'memory' && status.state === 'degraded';
}

/** Those that the next request goes by come first, then those that write down. */
function observersOf(
  { routing, accounting }: GatewayConfig,
  { states, tallies, requestLog, spend, logger }: Lasting,
  alerts: Alerts | undefined,
  first: readonly (Observer | undefined)[],
): Observers {
  const observers: readonly (Observer | undefined)[] = [
    ...first,
    new Cooldowns(routing, states, ({ deployment, failure, seconds }) => {
      tallies.cooledDown(deployment, failure);
      alerts?.cooledDown(deployment, seconds);
    }),
    alerts,
    tallies,
    requestLog,
    accounting.keepsSpend ? spend : undefined,
  ];
  return new Observers(
    observers.filter((observer) => observer !== undefined),
    (error) => logger.error({ err: error }, 'an observer of requests failed'),
  );
}

/** Read when they are wanted; those of before send what waits, and are done. */
async function openAlerts(
  { alerts }: GatewayConfig,
  { budgetWatch, entities, callbackTallies, logger, serving }: Lasting,
  previous: Serving | undefined,
  shared: SharedState,
): Promise<Alerts | undefined> {
  void previous?.alerts?.dispose();
  serving.alerts = undefined;
  if (!alerts) return undefined;
  const module = await import('../observe/alerts/alerts.ts');
  serving.alerts = new module.Alerts(alerts, {
    shared: () => shared,
    budgets: budgetWatch,
    digestOf: async (keyId) => (await entities.digestsOf([keyId])).get(keyId),
    tallies: callbackTallies,
    logger,
  });
  return serving.alerts;
}

/** Those of before send what waits, and are done. */
function openCallbacks(
  { callbacks, ownCallbacks, callbacksOfTeams, turnsOffCallbacks }: GatewayConfig,
  { callbackTallies, secrets, logger }: Lasting,
  previous: Serving | undefined,
): Callbacks {
  void previous?.callbacks.dispose();
  return new Callbacks({
    configured: callbacks,
    own: ownCallbacks,
    ofTeams: new Map([...callbacksOfTeams].map(([id, entry]) => [id, callbacksInFile(entry)])),
    areTurnedOff: turnsOffCallbacks,
    open: (text, name) => openVariable(secrets.box, text, name),
    tallies: callbackTallies,
    logger,
  });
}

function tracingOf({ callbacks, handsOnTraces: handsOn }: GatewayConfig): Tracing | undefined {
  const isTold = callbacks.some(({ sink }) => sink.kind === 'otlp');
  return isTold || handsOn ? { isTold, handsOn } : undefined;
}

async function openCache(
  { cache }: GatewayConfig,
  previous: Serving | undefined,
  states: SharedStates,
): Promise<ResponseCache | undefined> {
  if (!cache) return undefined;
  if (previous?.cache && isDeepStrictEqual(previous.config.cache, cache)) return previous.cache;
  return new ResponseCache(cache, await states.at(cache.redis));
}
