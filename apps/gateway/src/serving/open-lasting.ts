import { createTransports } from '../call/transports/create-transports.ts';
import type { GatewayConfig } from '../config/gateway-config.ts';
import { DeploymentStates } from '../exchange/deployment/deployment-state.ts';
import { GuardTallies } from '../guard/guard-tallies.ts';
import { BatchReserves } from '../keys/budgets/batch-reserves.ts';
import { BudgetWatch } from '../keys/budgets/budget-watch.ts';
import { KeyDirectory } from '../keys/key-directory.ts';
import { LabelDirectory } from '../keys/label-directory.ts';
import { NamedCustomers } from '../keys/budgets/named-customers.ts';
import { Purses } from '../keys/budgets/purses.ts';
import { UNVERIFIED } from '../keys/grants/roles.ts';
import { spentByAll } from '../keys/budgets/spent-by-all.ts';
import { CallbackTallies } from '../observe/callbacks/callback-tallies.ts';
import { Tallies } from '../observe/metrics/tallies.ts';
import { RequestLog } from '../observe/request-log.ts';
import { SpendLog } from '../observe/spend/spend-log.ts';
import { SweepTallies } from '../observe/spend/sweep-tallies.ts';
import type { Upstreams } from '../upstream/upstreams.ts';
import type { Lasting } from './assemble.ts';
import type { GatewayOptions } from './gateway-options.ts';
import { sharedByWorkers } from './run-workers.ts';
import type { Serving } from './serving.ts';
import { SharedStates } from './shared-states.ts';

/** By what it is made that goes on from one configuration to the next. */
interface LastingParts {
  readonly options: GatewayOptions;
  /** The first that serves. */
  readonly config: GatewayConfig;
  readonly upstreams: Upstreams;
  readonly stored: Pick<Lasting, 'database' | 'entities' | 'secrets'>;
}

/** Makes what goes on from one configuration to the next. */
export function openLasting({ options, config, upstreams, stored }: LastingParts): Lasting {
  const { logger, metrics, worker } = options;
  const { database, entities, secrets } = stored;
  const configured = { spending: config.spending, access: config.access };
  const serving: { alerts?: Serving['alerts'] } = {};
  const alarmed = {
    error(fields: object, message: string) {
      logger.error(fields, message);
      serving.alerts?.databaseFailed(message);
    },
  };
  const calendar = () => configured.spending.calendar;
  const workers = worker && sharedByWorkers(worker);
  const purses = new Purses({ database, calendar, logger: alarmed, metrics });
  entities.goBy(calendar, () => purses.flush());
  const labelPorts = { entities, calendar };
  const labels = {
    customers: new LabelDirectory('customer', labelPorts),
    tags: new LabelDirectory('tag', labelPorts),
    accessGroups: new LabelDirectory('model_access_group', labelPorts),
    proxy: new LabelDirectory('proxy', labelPorts),
    named: new NamedCustomers(metrics),
  };
  const keys = new KeyDirectory({
    entities,
    purses,
    rules: () => configured.spending,
    unverified: () => (configured.access.allowsUnknownKeys ? UNVERIFIED : undefined),
  });
  return {
    database,
    configured,
    entities,
    secrets,
    purses,
    batchReserves: new BatchReserves(),
    budgetWatch: new BudgetWatch(),
    labels,
    keys,
    states: new DeploymentStates(),
    transports: createTransports(upstreams),
    // What others have spent meanwhile is in the database.
    sharedStates: new SharedStates({
      logger,
      metrics,
      onReturn: () => keys.doubtAll(),
      spentByAll: (counters) => spentByAll({ purses, entities }, counters),
      peers: () => database.countGateways(),
      memory: workers,
    }),
    workers,
    tallies: new Tallies(metrics),
    guardTallies: new GuardTallies(metrics),
    callbackTallies: new CallbackTallies(metrics),
    sweepTallies: new SweepTallies(metrics),
    requestLog: new RequestLog(logger, options.lines),
    spend: new SpendLog({ database, logger: alarmed, metrics }),
    serving,
    logger,
    pages: options.pages ?? {},
  };
}
