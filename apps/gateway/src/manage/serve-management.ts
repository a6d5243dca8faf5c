import { implement, type Health, type Metrics } from '@showrunner/service';
import type { RouteTable } from '@showrunner/routes';
import type { FastifyInstance } from 'fastify';
import type { Gateway } from '../serving/gateway.ts';
import { accessGroupHandlers, accessGroupRoutes } from './access-groups/routes.ts';
import { budgetHandlers } from './budgets/handlers.ts';
import { budgetRoutes } from './budgets/routes.ts';
import { cacheHandlers, cacheRoutes } from './cache.ts';
import { customerHandlers } from './customers/handlers.ts';
import { customerRoutes } from './customers/routes.ts';
import { credentialHandlers, credentialRoutes } from './credentials/routes.ts';
import { guardrailHandlers, guardrailRoutes } from './guardrails/routes.ts';
import { fallbackHandlers, fallbackPorts, fallbackRoutes } from './fallbacks/fallbacks.ts';
import { eventLoggingHandlers, eventLoggingRoutes } from './event-logging.ts';
import { healthHandlers, healthRoutes, type ProbeModels } from './health-routes.ts';
import { keyHandlers } from './keys/handlers.ts';
import { keyRoutes } from './keys/routes.ts';
import { managementPorts } from './management-ports.ts';
import { modelHandlers, modelRoutes } from './models/models.ts';
import { modelTagBudgetHandlers, modelTagBudgetRoutes } from './models/model-tag-budgets.ts';
import { modelTagHandlers, modelTagRoutes } from './models/model-tags.ts';
import { storedPorts } from './models/stored-ports.ts';
import { storedModelHandlers, storedModelRoutes } from './models/stored-routes.ts';
import { organizationHandlers } from './organizations/handlers.ts';
import { organizationRoutes } from './organizations/routes.ts';
import { routePorts } from './route-ports.ts';
import { activityHandlers, activityRoutes } from './spend/activity.ts';
import { calculateHandlers, calculateRoutes } from './spend/calculate.ts';
import { spendLogHandlers, spendLogRoutes } from './spend/logs.ts';
import { spendReportHandlers, spendReportRoutes } from './spend/report.ts';
import { spenderHandlers, spenderRoutes } from './spend/spenders.ts';
import { spendTotalHandlers, spendTotalRoutes } from './spend/totals.ts';
import { tagHandlers } from './tags/handlers.ts';
import { tagRoutes } from './tags/routes.ts';
import { teamHandlers } from './teams/handlers.ts';
import { teamRoutes } from './teams/routes.ts';
import { tokenHandlers, tokenRoutes } from './tokens.ts';
import { userHandlers } from './users/handlers.ts';
import { userRoutes } from './users/routes.ts';

/** All that the gateway answers by itself, without a model. */
export const managementRoutes: RouteTable = {
  ...healthRoutes,
  ...modelRoutes,
  ...spendLogRoutes,
  ...spendTotalRoutes,
  ...activityRoutes,
  ...spendReportRoutes,
  ...spenderRoutes,
  ...calculateRoutes,
  ...tokenRoutes,
  ...eventLoggingRoutes,
  ...cacheRoutes,
  ...keyRoutes,
  ...teamRoutes,
  ...userRoutes,
  ...organizationRoutes,
  ...budgetRoutes,
  ...storedModelRoutes,
  ...credentialRoutes,
  ...modelTagRoutes,
  ...modelTagBudgetRoutes,
  ...fallbackRoutes,
  ...accessGroupRoutes,
  ...guardrailRoutes,
  ...customerRoutes,
  ...tagRoutes,
};

/** Serves them. To add a resource, write its routes and handlers beside this file and list both here. */
export function serveManagement(
  app: FastifyInstance,
  gateway: Gateway,
  { health, metrics, probe }: { readonly health: Health; readonly metrics: Metrics; readonly probe: ProbeModels },
): void {
  const ports = routePorts(gateway);
  implement(app, healthRoutes, healthHandlers(gateway, health, metrics, probe), ports);
  implement(
    app,
    modelRoutes,
    modelHandlers(() => gateway.current),
    ports,
  );
  const spend = { spend: () => gateway.spend, entities: gateway.entities };
  implement(app, spendLogRoutes, spendLogHandlers(spend), ports);
  const maxBudget = () => gateway.current.config.spending.globalBudget?.max_budget;
  implement(app, spendTotalRoutes, spendTotalHandlers({ ...spend, maxBudget }), ports);
  implement(app, spenderRoutes, spenderHandlers(spend), ports);
  implement(app, spendReportRoutes, spendReportHandlers(spend), ports);
  implement(
    app,
    calculateRoutes,
    calculateHandlers(() => gateway.current),
    ports,
  );
  implement(app, activityRoutes, activityHandlers(spend), ports);
  implement(
    app,
    tokenRoutes,
    tokenHandlers(() => gateway.current),
    ports,
  );
  implement(app, eventLoggingRoutes, eventLoggingHandlers, ports);
  implement(
    app,
    cacheRoutes,
    cacheHandlers(() => gateway.current),
    ports,
  );
  const management = managementPorts(gateway);
  implement(app, keyRoutes, keyHandlers(management), ports);
  implement(app, teamRoutes, teamHandlers(management), ports);
  implement(app, userRoutes, userHandlers(management), ports);
  implement(app, organizationRoutes, organizationHandlers(management), ports);
  implement(app, budgetRoutes, budgetHandlers(management), ports);
  const stored = storedPorts(gateway);
  implement(app, storedModelRoutes, storedModelHandlers(stored), ports);
  implement(app, credentialRoutes, credentialHandlers(stored), ports);
  implement(app, modelTagRoutes, modelTagHandlers(stored), ports);
  implement(app, modelTagBudgetRoutes, modelTagBudgetHandlers(gateway.entities), ports);
  implement(app, fallbackRoutes, fallbackHandlers(fallbackPorts(gateway)), ports);
  implement(
    app,
    guardrailRoutes,
    guardrailHandlers(() => gateway.current.config.guardrails.guardrails),
    ports,
  );
  implement(app, accessGroupRoutes, accessGroupHandlers(gateway.entities), ports);
  implement(app, customerRoutes, customerHandlers(management), ports);
  implement(app, tagRoutes, tagHandlers(management), ports);
}
