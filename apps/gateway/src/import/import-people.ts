import type { Mapping } from '../json/mapping.ts';
import { memberId } from '../keys/holding.ts';
import { PROXY_PURSE, purseName } from '../stored/entities/purse-name.ts';
import { countMissed, notKept, type ImportContext } from './import-context.ts';
import { thing, type ImportedThing } from './imported-thing.ts';
import { spentPurses } from './imported-purse.ts';
import { madeBy, mappingOf, saidBy, textOf } from './read-columns.ts';
import { writeImported } from './write-imported.ts';

const ORGANIZATION = ['models', 'metadata'];

/** Organizations, with what they have spent. */
export async function importOrganizations(context: ImportContext): Promise<void> {
  const { source, target, report } = context;
  for await (const rows of source.parts('LiteLLM_OrganizationTable', ['organization_id'])) {
    const things = rows.flatMap((row) => {
      const id = textOf(row.organization_id);
      if (id === null) return [];
      const budgetId = textOf(row.budget_id);
      const entity = {
        kind: 'organization',
        id,
        alias: textOf(row.organization_alias),
        budgetId,
        ...madeBy(row),
        settings: { ...saidBy({ ...row, metadata: mappingOf(row.metadata) }, ORGANIZATION), ...notKept(context, row) },
      } as const;
      return [{ ...thing(id, entity), purses: pursesOf(context, purseName(entity), row, budgetId) }];
    });
    await writeImported(target, 'organization', things, report);
  }
}

/** Of a user; whoever made it, what its passwords are and which pages it saw stays there. */
const USER = [
  'user_alias',
  'user_role',
  'sso_user_id',
  'models',
  'metadata',
  'max_budget',
  'budget_duration',
  'model_max_budget',
  'max_parallel_requests',
  'rpm_limit',
  'tpm_limit',
];

/** LiteLLM's row for what everybody has spent together, which is no user. */
const EVERYBODY = 'litellm-proxy-budget';

/** Users, with what they have spent. */
export async function importUsers(context: ImportContext): Promise<void> {
  const { source, target, report } = context;
  for await (const rows of source.parts('LiteLLM_UserTable', ['user_id'])) {
    await importSpentByAll(
      context,
      rows.find((row) => row.user_id === EVERYBODY),
    );
    const things = rows.flatMap((row) => {
      const id = textOf(row.user_id);
      if (id === null || id === EVERYBODY) return [];
      const settings = { ...saidBy({ ...row, metadata: mappingOf(row.metadata) }, USER), ...notKept(context, row) };
      const entity = {
        kind: 'user',
        id,
        alias: textOf(row.user_email)?.toLowerCase() ?? null,
        ...madeBy(row),
        settings,
      } as const;
      countMissed(row, ['allowed_cache_controls'], report);
      return [{ ...thing(id, entity), purses: pursesOf(context, purseName(entity), row, null) }];
    });
    await writeImported(target, 'user', things, report);
  }
}

/** What all keys together have spent; where something was spent here already, that holds. */
async function importSpentByAll({ target, calendar }: ImportContext, row: Mapping | undefined): Promise<void> {
  if (!row) return;
  const purses = spentPurses({ name: PROXY_PURSE, row, budget: undefined, calendar });
  for (const purse of purses) {
    await target
      .insertInto('purses')
      .values({ ...purse, epoch: 1 })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** As what users are in organizations. */
export async function importOrganizationMembers(context: ImportContext): Promise<void> {
  const { source, target, report } = context;
  for await (const rows of source.parts('LiteLLM_OrganizationMembership', ['user_id', 'organization_id'])) {
    const things = rows.flatMap((row) => {
      const [userId, organizationId] = [textOf(row.user_id), textOf(row.organization_id)];
      if (userId === null || organizationId === null) return [];
      const id = memberId(organizationId, userId);
      const budgetId = textOf(row.budget_id);
      const entity = {
        kind: 'organization_member',
        id,
        userId,
        organizationId,
        budgetId,
        ...madeBy(row),
        settings: saidBy(row, ['user_role']),
      } as const;
      if (budgetId !== null) report.miss('budget of a member of an organization');
      return [{ ...thing(id, entity), purses: pursesOf(context, purseName(entity), row, budgetId) }];
    });
    await writeImported(target, 'organization_member', things, report);
  }
}

const CUSTOMER = ['allowed_model_region', 'default_model', 'models', 'blocked'];

/** End users: `user` of requests, with their budgets. */
export async function importCustomers(context: ImportContext): Promise<void> {
  const { source, target, report } = context;
  for await (const rows of source.parts('LiteLLM_EndUserTable', ['user_id'])) {
    const things = rows.flatMap((row) => {
      const id = textOf(row.user_id);
      if (id === null) return [];
      const budgetId = textOf(row.budget_id);
      const entity = {
        kind: 'customer',
        id,
        alias: textOf(row.alias),
        budgetId,
        settings: saidBy(row, CUSTOMER),
      } as const;
      for (const one of context.rules.notKept(row)) report.miss(`${one} of a customer`);
      return [{ ...thing(id, entity), purses: pursesOf(context, purseName(entity), row, budgetId) }];
    });
    await writeImported(target, 'customer', things, report);
  }
}

/** Tags, with what was spent under them. */
export async function importTags(context: ImportContext): Promise<void> {
  const { source, target, report } = context;
  for await (const rows of source.parts('LiteLLM_TagTable', ['tag_name'])) {
    const things = rows.flatMap((row) => {
      const id = textOf(row.tag_name);
      if (id === null) return [];
      const budgetId = textOf(row.budget_id);
      // Which deployments have a tag stands with those, in `litellm_params.tags`.
      const settings = saidBy(row, ['description']);
      const entity = { kind: 'tag', id, budgetId, ...madeBy(row), settings } as const;
      return [{ ...thing(id, entity), purses: pursesOf(context, purseName(entity), row, budgetId) }];
    });
    await writeImported(target, 'tag', things, report);
  }
}

/** What is spent together by those to whom an access group opens models. */
export async function importModelAccessGroups(context: ImportContext): Promise<void> {
  const { source, target, report } = context;
  for await (const rows of source.parts('LiteLLM_ModelAccessGroupBudgetTable', ['access_group_name'])) {
    const things = rows.flatMap((row) => {
      const id = textOf(row.access_group_name);
      if (id === null) return [];
      const budgetId = textOf(row.budget_id);
      const entity = { kind: 'model_access_group', id, budgetId, ...madeBy(row), settings: {} } as const;
      return [{ ...thing(id, entity), purses: pursesOf(context, purseName(entity), row, budgetId) }];
    });
    await writeImported(target, 'model_access_group', things, report);
  }
}

/** What was spent by somebody who may share a budget. */
export function pursesOf(
  { budgets, calendar }: ImportContext,
  name: string,
  row: Mapping,
  budgetId: string | null,
): ImportedThing['purses'] {
  return spentPurses({ name, row, budget: budgetId === null ? undefined : budgets.get(budgetId), calendar });
}
