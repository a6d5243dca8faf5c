import type { Caller } from '@showrunner/access';
import type { RouteTable } from '@showrunner/routes';
import type { Handlers } from '@showrunner/service';
import { z } from 'zod';
import { badRequest } from '../../failure/gateway-error.ts';
import type { Mapping } from '../../json/mapping.ts';
import type { Entities } from '../../stored/entities/entities.ts';
import type { Entity } from '../../stored/entities/entity.ts';
import { checkBudget } from '../budgets/check-budget.ts';
import { checkAdministrator, checkSeesEverything } from '../granter.ts';
import { actorOf } from '../management-ports.ts';
import { readMembers, type MemberTable } from '../members.ts';
import { kept, readAmount, readDurationText, readText } from '../read-members.ts';
import { shownSpent, spendFactsOf } from '../show-spent.ts';
import { checkSoftBudget } from '../soft-budget.ts';
import { withoutNulls } from '../written.ts';
import { groupNotFound, modelsNaming } from './naming-models.ts';

const budget = z.looseObject({ access_group: z.string(), spend: z.number() });
const path = '/access_group/{access_group}/budget';
const writes = { tag: 'Stored models', scope: 'models:write', path, errors: ['NOT_FOUND'] } as const;
const shown = { kind: 'json', name: 'ModelTagBudget', schema: budget } as const;

/**
 * What those spend together to whom an access group opens models: who has its name in a list of models
 * (`model_access_group_management_endpoints.py`, LiteLLM 1.108.7).
 */
export const modelTagBudgetRoutes = {
  getModelTagBudget: {
    method: 'get',
    tag: 'Stored models',
    scope: 'access_groups:read',
    path,
    summary: 'Read the budget that an access group shares',
    answer: shown,
    errors: ['NOT_FOUND'],
  },
  setModelTagBudget: { ...writes, method: 'put', summary: 'Give an access group a budget', answer: shown },
  removeModelTagBudget: {
    ...writes,
    method: 'delete',
    summary: 'Take the budget of an access group away',
    answer: {
      kind: 'json',
      name: 'RemovedModelTagBudget',
      schema: z.object({ access_group: z.string(), budget_deleted: z.boolean(), message: z.string() }),
    },
  },
} as const satisfies RouteTable;

/** LiteLLM's `AccessGroupBudgetRequest`. */
const members: MemberTable = {
  max_budget: kept('settings', readAmount),
  soft_budget: kept('settings', readAmount),
  budget_duration: kept('settings', readDurationText),
  budget_id: kept('request', readText),
};

export function modelTagBudgetHandlers(entities: Entities): Handlers<typeof modelTagBudgetRoutes, Caller> {
  return {
    async getModelTagBudget({ path: { access_group: name }, caller }) {
      checkSeesEverything(caller);
      await checkThere(entities, name);
      return { access_group: name, ...(await budgetOfTag(entities, name)) };
    },
    async setModelTagBudget({ path: { access_group: name }, request, caller }) {
      checkAdministrator(caller);
      const read = withoutNulls(readMembers(request.body, members));
      if (Object.keys(read).length === 0) {
        throw badRequest('One of max_budget, soft_budget, budget_duration or budget_id is required', 'max_budget');
      }
      await checkThere(entities, name);
      await entities.change(async (writer) => {
        const present = await writer.find(named(name));
        await checkBudget(writer, read);
        const { budget_id: budgetId, ...own } = read;
        // Whoever names a budget has that one; what is written of none changes the group's own.
        const settings = budgetId === undefined ? { ...present?.settings, ...own } : own;
        checkSoftBudget(settings);
        const columns = { settings, ...(typeof budgetId === 'string' && { budgetId }) };
        if (present) await writer.update(present, { ...columns, updatedBy: actorOf(caller) });
        else await writer.add({ ...named(name), ...columns, createdBy: actorOf(caller) });
      });
      return { access_group: name, ...(await budgetOfTag(entities, name)) };
    },
    async removeModelTagBudget({ path: { access_group: name }, caller }) {
      checkAdministrator(caller);
      await checkThere(entities, name);
      const isThere = (await entities.find(named(name))) !== undefined;
      if (isThere) await entities.change((writer) => writer.remove(named(name)));
      return {
        access_group: name,
        budget_deleted: isThere,
        message: isThere
          ? `Budget for access group '${name}' deleted successfully`
          : `Access group '${name}' has no budget to delete`,
      };
    },
  };
}

/** The budgets of several groups, by their names, and what is spent of each: nothing where there is none. */
export async function budgetsOfTags(
  entities: Entities,
  names: readonly string[],
): Promise<ReadonlyMap<string, Mapping>> {
  const found = names.length === 0 ? [] : await entities.list({ kind: 'model_access_group', ids: names });
  const facts = await spendFactsOf(entities, found);
  const byName = new Map(found.map((one) => [one.id, one]));
  return new Map(
    names.map((name) => {
      const entity = byName.get(name);
      return [name, entity ? shownBudget(entity, facts) : { spend: 0, budget: null }];
    }),
  );
}

async function budgetOfTag(entities: Entities, name: string): Promise<Mapping & { readonly spend: number }> {
  const shownOne = (await budgetsOfTags(entities, [name])).get(name);
  return { budget: shownOne?.budget ?? null, spend: Number(shownOne?.spend ?? 0) };
}

function shownBudget(entity: Entity, facts: Awaited<ReturnType<typeof spendFactsOf>>): Mapping {
  const { spend, budget_reset_at: endsAt } = shownSpent(entity, facts);
  const { settings: shared = {} } = facts.budgets.get(entity.budgetId ?? '') ?? {};
  const { max_budget: most, soft_budget: soft, budget_duration: duration } = { ...shared, ...entity.settings };
  return {
    spend,
    budget: {
      budget_id: entity.budgetId,
      max_budget: most ?? null,
      soft_budget: soft ?? null,
      budget_duration: duration ?? null,
      budget_reset_at: endsAt,
    },
  };
}

async function checkThere(entities: Entities, name: string): Promise<void> {
  if ((await modelsNaming(entities, name)).length === 0) throw groupNotFound(name);
}

function named(id: string) {
  return { kind: 'model_access_group', id } as const;
}
