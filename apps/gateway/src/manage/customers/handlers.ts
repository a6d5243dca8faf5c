import type { Caller } from '@showrunner/access';
import type { Handlers } from '@showrunner/service';
import { badRequest } from '../../failure/gateway-error.ts';
import type { Mapping } from '../../json/mapping.ts';
import { checkSeesEverything } from '../granter.ts';
import { withKnownModels } from '../check-budget-models.ts';
import type { ManagementPorts } from '../management-ports.ts';
import {
  blockCustomers,
  changeCustomer,
  customerNotFound,
  makeCustomer,
  removeCustomers,
  unblockCustomers,
} from './customers.ts';
import { customersNamedByCalls, isNamed } from './named-customers.ts';
import type { customerRoutes } from './routes.ts';
import { namedCustomer, shownCustomer, shownCustomers } from './show-customer.ts';

/** Of those whom nobody made: callers make up as many as they like. */
const MOST_LISTED = 1_000;

export function customerHandlers(ports: ManagementPorts): Handlers<typeof customerRoutes, Caller> {
  const { entities } = ports;
  return {
    makeCustomer: ({ request, caller }) => makeCustomer(ports, caller, withKnownModels(ports, caller, request.body)),
    async getCustomer({ query: { end_user_id: id }, caller }) {
      checkSeesEverything(caller);
      if (id === undefined) throw badRequest('end_user_id must name a customer', 'end_user_id');
      const customer = await entities.find({ kind: 'customer', id });
      const { budgetId, limits } = byDefault(ports);
      if (customer) return shownCustomer(entities, { ...customer, kind: 'customer' }, limits);
      if (!(await isNamed(entities, id))) throw customerNotFound(id, 'end_user_id');
      return shownCustomer(entities, namedCustomer(id, budgetId), limits);
    },
    async listCustomers({ caller }) {
      checkSeesEverything(caller);
      const made = await entities.list({ kind: 'customer' });
      const ids = new Set(made.map(({ id }) => id));
      const { budgetId, limits } = byDefault(ports);
      const others = (await customersNamedByCalls(entities, MOST_LISTED)).filter((id) => !ids.has(id));
      return shownCustomers(
        entities,
        [
          ...made.map((customer) => ({ ...customer, kind: 'customer' }) as const),
          ...others.map((id) => namedCustomer(id, budgetId)),
        ],
        limits,
      );
    },
    changeCustomer: ({ request, caller }) =>
      changeCustomer(ports, caller, withKnownModels(ports, caller, request.body)),
    removeCustomers: ({ request, caller }) => removeCustomers(entities, caller, request.body),
    blockCustomers: ({ request, caller }) => blockCustomers(ports, caller, request.body),
    unblockCustomers: ({ request, caller }) => unblockCustomers(ports, caller, request.body),
  };
}

/** What holds customers who have no budget of their own. */
function byDefault({ spending }: ManagementPorts): {
  readonly budgetId: string | undefined;
  readonly limits: Mapping | undefined;
} {
  const { customerBudget, customerBudgetId } = spending();
  return {
    budgetId: customerBudgetId,
    limits: customerBudget === undefined ? undefined : { max_budget: customerBudget },
  };
}
