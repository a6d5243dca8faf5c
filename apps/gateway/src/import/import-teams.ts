import { isMapping, type Mapping } from '../json/mapping.ts';
import { memberId } from '../keys/holding.ts';
import { purseName } from '../stored/entities/purse-name.ts';
import { countMissed, notKept, type ImportContext } from './import-context.ts';
import { importedCallbacks } from './imported-callbacks.ts';
import { pursesOf } from './import-people.ts';
import { windowPurses } from './imported-purse.ts';
import { thing, type ImportedThing } from './imported-thing.ts';
import { jsonOf, madeBy, mappingOf, saidBy, textOf } from './read-columns.ts';
import { writeImported } from './write-imported.ts';

const TEAM = [
  'models',
  'metadata',
  'max_budget',
  'soft_budget',
  'budget_duration',
  'budget_limits',
  'model_max_budget',
  'max_parallel_requests',
  'rpm_limit',
  'tpm_limit',
  'tpd_limit',
  'blocked',
  'team_member_permissions',
  'access_group_ids',
  'default_team_member_models',
];

/** Limits and the like of which nothing here goes by. */
const MISSED = ['router_settings'];

/** Teams, who is in them, and what all of them have spent. */
export async function importTeams(context: ImportContext): Promise<void> {
  const { source, target, report } = context;
  const aliases = new Map((await source.all('LiteLLM_ModelTable', ['id'])).map((row) => [row.id, row.aliases]));
  const memberships = await readMemberships(context);
  for await (const rows of source.parts('LiteLLM_TeamTable', ['team_id'])) {
    const teams = rows.filter((row) => textOf(row.team_id) !== null);
    for (const row of teams) {
      countMissed(row, MISSED, report);
      context.teams.set(String(row.team_id), row);
    }
    await writeImported(
      target,
      'team',
      teams.map((row) => teamOf(context, row, mappingOf(aliases.get(row.model_id)))),
      report,
    );
    await writeImported(
      target,
      'member',
      teams.flatMap((row) => membersOf(context, row, memberships)),
      report,
    );
  }
}

function teamOf(context: ImportContext, row: Mapping, modelAliases: Mapping): ImportedThing {
  const id = String(row.team_id);
  const metadata = importedCallbacks(context, { kind: 'team', id }, mappingOf(row.metadata));
  const said = saidBy({ ...row, metadata, budget_limits: jsonOf(row.budget_limits) }, TEAM);
  const names = Object.keys(modelAliases).length === 0 ? {} : { model_aliases: modelAliases };
  const entity = {
    kind: 'team',
    id,
    alias: textOf(row.team_alias),
    organizationId: textOf(row.organization_id),
    ...madeBy(row),
    settings: { ...said, ...names, ...notKept(context, row) },
  } as const;
  const purses = [
    ...pursesOf(context, purseName(entity), row, null),
    ...windowPurses(entity, id, row, context.windows),
  ];
  return { ...thing(id, entity), purses };
}

async function readMemberships({ source }: ImportContext): Promise<ReadonlyMap<string, Mapping>> {
  const rows = await source.all('LiteLLM_TeamMembership', ['team_id', 'user_id']);
  return new Map(rows.map((row) => [memberId(String(row.team_id), String(row.user_id)), row]));
}

/** Who is in it stands in the team, what each may and has spent in their memberships. */
function membersOf(context: ImportContext, row: Mapping, memberships: ReadonlyMap<string, Mapping>): ImportedThing[] {
  const teamId = String(row.team_id);
  const roles = new Map<string, string>();
  const listed = jsonOf(row.members_with_roles);
  for (const one of Array.isArray(listed) ? listed : []) {
    const userId = isMapping(one) ? textOf(one.user_id) : null;
    if (userId !== null) roles.set(userId, isMapping(one) && one.role === 'admin' ? 'admin' : 'user');
  }
  for (const userId of textsOf(row.members)) if (!roles.has(userId)) roles.set(userId, 'user');
  for (const userId of textsOf(row.admins)) roles.set(userId, 'admin');
  return [...roles].map(([userId, role]) => memberOf(context, { teamId, userId, role }, memberships));
}

function memberOf(
  context: ImportContext,
  { teamId, userId, role }: { readonly teamId: string; readonly userId: string; readonly role: string },
  memberships: ReadonlyMap<string, Mapping>,
): ImportedThing {
  const id = memberId(teamId, userId);
  const membership = memberships.get(id) ?? {};
  const budgetId = textOf(membership.budget_id);
  const allowed = context.budgets.get(budgetId ?? '')?.allowed_models;
  const entity = {
    kind: 'member',
    id,
    teamId,
    userId,
    budgetId,
    settings: { role, ...saidBy({ allowed_models: allowed }, ['allowed_models']) },
  } as const;
  return { ...thing(id, entity), purses: pursesOf(context, purseName(entity), membership, budgetId) };
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string' && one !== '') : [];
}
