import { randomUUID } from 'node:crypto';
import type { Caller } from '@showrunner/access';
import { badRequest } from '../../failure/gateway-error.ts';
import type { Mapping } from '../../json/mapping.ts';
import type { Entities } from '../../stored/entities/entities.ts';
import type { Entity } from '../../stored/entities/entity.ts';
import { EntityExistsError, type EntityWriter } from '../../stored/entities/entity-writer.ts';
import { windowEnd } from '../../keys/budgets/window-end.ts';
import { mappingIn, textIn } from '../../keys/settings.ts';
import { checkAdministrator } from '../granter.ts';
import { actorOf } from '../management-ports.ts';
import { readMembers } from '../members.ts';
import { kept, readText, readTexts } from '../read-members.ts';
import { notFound } from '../refusals.ts';
import { shownBudget } from '../show-budget.ts';
import { checkSoftBudget } from '../soft-budget.ts';
import { SHARED_BUDGET } from '../teams/memberships.ts';
import { withoutNulls } from '../written.ts';
import { budgetMembers } from './budget-members.ts';

/** Makes a budget that several may share. Throws a 400 or 403. */
export async function makeBudget(entities: Entities, caller: Caller, body: unknown): Promise<Mapping> {
  checkAdministrator(caller);
  const { budget_id: id, ...read } = readMembers(body ?? {}, budgetMembers);
  checkSoftBudget(read);
  const budget = { kind: 'budget', id: (id ?? randomUUID()) as string, createdBy: actorOf(caller) } as const;
  const made = await entities
    .change((writer) => writer.add({ ...budget, settings: withoutNulls(read) }))
    .catch((error: unknown) => {
      if (!(error instanceof EntityExistsError)) throw error;
      throw badRequest(`Budget with id '${budget.id}' already exists.`, 'budget_id');
    });
  return withReset(entities, made);
}

/** A budget with the end of the window that goes on now: of those who share it each has their own. */
function withReset({ calendar }: Entities, budget: Entity): Mapping {
  const duration = textIn(budget.settings, 'budget_duration');
  const endsAt = duration === undefined ? undefined : windowEnd(duration, Date.now(), calendar, budget.createdAt);
  return { ...shownBudget(budget), ...(endsAt !== undefined && { budget_reset_at: new Date(endsAt).toISOString() }) };
}

/** Changes what is written of a budget, for all who share it; null clears. Throws a 400, 403 or 404. */
export async function changeBudget(entities: Entities, caller: Caller, body: unknown): Promise<Mapping> {
  checkAdministrator(caller);
  const { budget_id: id, ...read } = readMembers(body, budgetMembers);
  if (typeof id !== 'string') throw badRequest('budget_id is required', 'budget_id');
  const changed = await entities.change(async (writer) => {
    const budget = await namedBudget(writer, id, 'budget_id');
    const settings = withoutNulls({ ...budget.settings, ...read });
    checkSoftBudget(settings);
    return (await writer.update(budget, { settings, updatedBy: actorOf(caller) })) ?? budget;
  });
  return withReset(entities, changed);
}

/** Those that are there of the ones which are named. */
export async function readBudgets(entities: Entities, body: unknown): Promise<Mapping[]> {
  const { budgets: ids } = readMembers(body, { budgets: kept('request', readTexts) });
  if (!Array.isArray(ids) || ids.length === 0) throw badRequest('budgets must name at least one budget', 'budgets');
  return (await entities.list({ kind: 'budget', ids: ids as readonly string[] })).map(shownBudget);
}

/** Whom a budget may hold. */
const HOLDERS = [
  'key',
  'team',
  'member',
  'organization',
  'organization_member',
  'customer',
  'tag',
  'model_access_group',
] as const;

/** Whose metadata may name a budget for others: of a key that of its customers, of a team that of its members. */
const NAMED_IN_METADATA = { key: 'end_user_budget_id', team: SHARED_BUDGET } as const;

/**
 * Deletes a budget that holds nobody, and will hold nobody: whoever it holds would be held by nothing. Throws a 400, 403 or
 * 404.
 *
 * @param ofCustomers the budget of customers who have none, where the configuration names one
 */
export async function removeBudget(
  entities: Entities,
  caller: Caller,
  body: unknown,
  ofCustomers: string | undefined,
): Promise<Mapping> {
  checkAdministrator(caller);
  const { id } = readMembers(body, { id: kept('request', readText) });
  if (typeof id !== 'string') throw badRequest('id must name a budget', 'id');
  return entities.change(async (writer) => {
    const budget = await namedBudget(writer, id, 'id');
    for (const kind of HOLDERS) {
      const [holder] = await writer.list({ kind, budgetId: id }, { limit: 1 });
      if (holder) throw stillHolds(`a ${kind.replaceAll('_', ' ')}`);
    }
    if (id === ofCustomers) throw stillHolds('customers, by max_end_user_budget_id');
    for (const [kind, member] of Object.entries(NAMED_IN_METADATA) as [keyof typeof NAMED_IN_METADATA, string][]) {
      const named = await writer.list({ kind, settingsHold: id });
      if (named.some(({ settings }) => textIn(mappingIn(settings, 'metadata'), member) === id)) {
        throw stillHolds(`whom a ${kind} gives it, by ${member}`);
      }
    }
    await writer.remove(budget);
    return shownBudget(budget);
  });
}

function stillHolds(whom: string) {
  return badRequest(`This budget holds others, first ${whom}; give them another`, 'id');
}

async function namedBudget(writer: EntityWriter, id: string, member: string): Promise<Entity> {
  const budget = await writer.find({ kind: 'budget', id });
  if (!budget) throw notFound(`Budget not found, passed ${member}=${id.slice(0, 200)}`, member);
  return budget;
}

/** What LiteLLM's pages ask of each member of a budget, in their order: its type, and what stands in it. */
export async function budgetSettings(entities: Entities, id: string | undefined): Promise<Mapping[]> {
  const budget = id === undefined ? undefined : await entities.find({ kind: 'budget', id });
  return Object.entries(TYPES).map(([name, { type, description }]) => ({
    field_name: name,
    field_type: type,
    field_description: description,
    field_value: budget?.settings[name] ?? null,
    stored_in_db: true,
    field_default_value: null,
    premium_field: false,
    nested_fields: null,
    field_options: null,
    field_tab: null,
    source: 'unset',
    editable: true,
  }));
}

const TYPES = {
  max_budget: { type: 'Float', description: 'US dollars, beyond which requests are refused' },
  soft_budget: { type: 'Float', description: 'US dollars, beyond which somebody is told' },
  max_parallel_requests: { type: 'Integer', description: 'Requests at once' },
  tpm_limit: { type: 'Integer', description: 'Tokens a minute' },
  rpm_limit: { type: 'Integer', description: 'Requests a minute' },
  tpd_limit: { type: 'Integer', description: 'Tokens a day, of batches: who has one may make none' },
  budget_duration: { type: 'String', description: 'In which it may be spent, such as 30d' },
  model_max_budget: { type: 'Object', description: 'A budget for each model' },
} as const;
