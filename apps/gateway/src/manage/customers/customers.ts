import type { Caller } from '@showrunner/access';
import { badRequest } from '../../failure/gateway-error.ts';
import type { Mapping } from '../../json/mapping.ts';
import type { Entity, NewEntity } from '../../stored/entities/entity.ts';
import type { Entities } from '../../stored/entities/entities.ts';
import { EntityExistsError, type EntityWriter } from '../../stored/entities/entity-writer.ts';
import { checkBudget } from '../budgets/check-budget.ts';
import { checkAdministrator } from '../granter.ts';
import { setSpent } from '../keys/set-spent.ts';
import { actorOf, type ManagementPorts } from '../management-ports.ts';
import { readMembers } from '../members.ts';
import { notFound } from '../refusals.ts';
import { checkSoftBudget } from '../soft-budget.ts';
import { withoutNulls, writtenColumns, writtenSettings } from '../written.ts';
import { customerMembers, namedCustomers } from './customer-members.ts';
import { isNamed } from './named-customers.ts';
import { shownCustomer } from './show-customer.ts';

/** Longer ones make no customer of a call (`admit/call-labels.ts`). */
const LONGEST_ID = 128;

/** Makes a customer. Throws a 400 or 403. */
export async function makeCustomer({ entities }: ManagementPorts, caller: Caller, body: unknown): Promise<Mapping> {
  checkAdministrator(caller);
  const { id, read } = readCustomer(body);
  checkSoftBudget(read);
  const made = await entities
    .change(async (writer) => {
      await checkBudget(writer, read);
      const customer = await writer.add(newCustomer(id, caller, read));
      await setSpent(writer, customer, read.spend, entities.calendar);
      return customer;
    })
    .catch((error: unknown) => {
      if (!(error instanceof EntityExistsError)) throw error;
      throw badRequest(`Customer already exists, passed user_id=${id}. Please pass a new user_id.`, 'user_id');
    });
  return shownCustomer(entities, { ...made, kind: 'customer' });
}

/** Changes what is written of one; null clears, and what is left out stays. Whom only calls have named is made by it. */
export async function changeCustomer({ entities }: ManagementPorts, caller: Caller, body: unknown): Promise<Mapping> {
  checkAdministrator(caller);
  const { id, read } = readCustomer(body);
  const isThere = await isNamed(entities, id);
  const changed = await entities.change(async (writer) => {
    const present = await writer.find(named(id));
    if (!present && !isThere) throw customerNotFound(id, 'user_id');
    await checkBudget(writer, read);
    checkSoftBudget({ ...present?.settings, ...read });
    const customer = present
      ? await written(writer, caller, present, read)
      : await writer.add(newCustomer(id, caller, read));
    await setSpent(writer, customer, read.spend, entities.calendar);
    return customer;
  });
  return shownCustomer(entities, { ...changed, kind: 'customer' });
}

/** Deletes all that are named, or none where one is not there. Throws a 400, 403 or 404. */
export async function removeCustomers(entities: Entities, caller: Caller, body: unknown) {
  checkAdministrator(caller);
  const ids = readIds(body);
  for (const id of ids) if (!(await isNamed(entities, id))) throw customerNotFound(id, 'user_ids');
  await entities.change(async (writer) => {
    for (const id of ids) await writer.remove(named(id));
  });
  return {
    deleted_customers: ids.length,
    message: `Successfully deleted customers with ids: ${JSON.stringify(ids)}`,
  };
}

/** Refuses their calls from now on; whoever is not there yet is made. */
export async function blockCustomers({ entities }: ManagementPorts, caller: Caller, body: unknown) {
  const changed = await setBlocked(entities, caller, body, true);
  const shown = changed.map((customer) => shownCustomer(entities, { ...customer, kind: 'customer' }));
  return { blocked_users: await Promise.all(shown) };
}

/** Lets them call again, and tells who is still blocked. */
export async function unblockCustomers({ entities }: ManagementPorts, caller: Caller, body: unknown) {
  await setBlocked(entities, caller, body, false);
  const customers = await entities.list({ kind: 'customer' });
  return { blocked_users: customers.filter(({ settings }) => settings.blocked === true).map(({ id }) => id) };
}

async function setBlocked(
  entities: Entities,
  caller: Caller,
  body: unknown,
  blocked: boolean,
): Promise<readonly Entity[]> {
  checkAdministrator(caller);
  const ids = readIds(body);
  return entities.change(async (writer) => {
    const changed: Entity[] = [];
    for (const id of ids) {
      const present = await writer.find(named(id));
      if (present) changed.push(await written(writer, caller, present, { blocked }));
      else if (blocked) changed.push(await writer.add(newCustomer(id, caller, { blocked })));
    }
    return changed;
  });
}

async function written(writer: EntityWriter, caller: Caller, present: Entity, read: Mapping): Promise<Entity> {
  const settings = writtenSettings(customerMembers, read, present.settings);
  return (await writer.update(present, { ...columns(read), settings, updatedBy: actorOf(caller) })) ?? present;
}

function newCustomer(id: string, caller: Caller, read: Mapping): NewEntity {
  const settings = withoutNulls(writtenSettings(customerMembers, read, {}));
  return { ...named(id), ...columns(read), createdBy: actorOf(caller), settings };
}

function columns(read: Mapping) {
  return writtenColumns(read, { alias: 'alias', budgetId: 'budget_id' });
}

function readCustomer(body: unknown): { readonly id: string; readonly read: Mapping } {
  const { user_id: id, ...read } = readMembers(body, customerMembers);
  if (typeof id !== 'string') throw badRequest('user_id must name a customer', 'user_id');
  const { max_budget: own, budget_id: shared } = read;
  if (typeof own === 'number' && typeof shared === 'string') {
    throw badRequest("Set either 'max_budget' or 'budget_id', not both.", 'budget_id');
  }
  return { id: customerId(id), read };
}

/** As calls name them: what is longer, or has blanks around it, would never be met. */
function customerId(id: string): string {
  const trimmed = id.trim();
  if (trimmed !== '' && trimmed.length <= LONGEST_ID) return trimmed;
  throw badRequest(`user_id must be a text of 1 to ${LONGEST_ID} characters`, 'user_id');
}

function readIds(body: unknown): readonly string[] {
  const { user_ids: ids } = readMembers(body, namedCustomers);
  if (!Array.isArray(ids) || ids.length === 0) throw badRequest('user_ids must name at least one customer', 'user_ids');
  return [...new Set((ids as readonly string[]).map(customerId))];
}

export function customerNotFound(id: string, param: string) {
  return notFound(`End User Id=${id.slice(0, 200)} does not exist in db`, param);
}

function named(id: string) {
  return { kind: 'customer', id } as const;
}
