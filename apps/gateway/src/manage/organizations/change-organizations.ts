import { randomUUID } from 'node:crypto';
import type { Caller } from '@showrunner/access';
import { badRequest } from '../../failure/gateway-error.ts';
import type { Mapping } from '../../json/mapping.ts';
import type { Entities } from '../../stored/entities/entities.ts';
import { EntityExistsError, type EntityWriter } from '../../stored/entities/entity-writer.ts';
import { checkBudget } from '../budgets/check-budget.ts';
import { checkAdministrator } from '../granter.ts';
import { actorOf } from '../management-ports.ts';
import { readMembers } from '../members.ts';
import { kept, readTexts } from '../read-members.ts';
import { notFound } from '../refusals.ts';
import { checkSoftBudget } from '../soft-budget.ts';
import { removeTeam } from '../teams/remove-teams.ts';
import { writtenColumns, writtenSettings } from '../written.ts';
import { organizationMembers } from './organization-members.ts';
import { shownOrganization, shownOrganizations } from './show-organization.ts';

/** Makes an organization. Throws a 400 or 403. */
export async function makeOrganization(entities: Entities, caller: Caller, body: unknown): Promise<Mapping> {
  checkAdministrator(caller);
  const read = readMembers(body ?? {}, organizationMembers);
  if (typeof read.organization_alias !== 'string') {
    throw badRequest('organization_alias is required', 'organization_alias');
  }
  checkSoftBudget(read);
  const id = (read.organization_id ?? randomUUID()) as string;
  const made = await entities
    .change(async (writer) => {
      await checkBudget(writer, read);
      const settings = writtenSettings(organizationMembers, read, {});
      return writer.add({ kind: 'organization', id, ...columns(read), createdBy: actorOf(caller), settings });
    })
    .catch((error: unknown) => {
      if (!(error instanceof EntityExistsError)) throw error;
      throw badRequest(`Organization id = ${id} already exists`, 'organization_id');
    });
  return shownOrganization(entities, made);
}

/** Changes what is written of one; null clears, and what is left out stays. Throws a 400, 403 or 404. */
export async function changeOrganization(entities: Entities, caller: Caller, body: unknown): Promise<Mapping> {
  checkAdministrator(caller);
  const read = readMembers(body, organizationMembers);
  const id = read.organization_id;
  if (typeof id !== 'string') throw badRequest('organization_id is required', 'organization_id');
  const changed = await entities.change(async (writer) => {
    const present = await writer.find({ kind: 'organization', id });
    if (!present) throw organizationNotFound(id);
    await checkBudget(writer, read);
    checkSoftBudget({ ...present.settings, ...read });
    const settings = writtenSettings(organizationMembers, read, present.settings);
    return (await writer.update(present, { ...columns(read), settings, updatedBy: actorOf(caller) })) ?? present;
  });
  return shownOrganization(entities, changed);
}

/** Deletes all that are named, or none where one is not there: with their teams, keys and memberships. */
export async function removeOrganizations(entities: Entities, caller: Caller, body: unknown): Promise<Mapping[]> {
  checkAdministrator(caller);
  const { organization_ids: ids } = readMembers(body, { organization_ids: kept('request', readTexts) });
  if (!Array.isArray(ids) || ids.length === 0) {
    throw badRequest('organization_ids must name at least one organization', 'organization_ids');
  }
  const named = ids as readonly string[];
  const found = await entities.list({ kind: 'organization', ids: named });
  const missing = named.find((id) => !found.some((one) => one.id === id));
  if (missing !== undefined) throw organizationNotFound(missing);
  const shown = await shownOrganizations(entities, found);
  await entities.change(async (writer) => {
    for (const { id } of found) await removeOrganization(writer, id);
  });
  return shown;
}

async function removeOrganization(writer: EntityWriter, id: string): Promise<void> {
  await writer.remove({ kind: 'organization', id });
  for (const team of await writer.list({ kind: 'team', organizationId: id })) await removeTeam(writer, team);
  for (const kind of ['key', 'organization_member'] as const) {
    for (const one of await writer.list({ kind, organizationId: id })) await writer.remove(one);
  }
}

export function organizationNotFound(id: string) {
  return notFound(`Organization not found, passed organization_id=${id.slice(0, 200)}`, 'organization_id');
}

function columns(read: Mapping) {
  return writtenColumns(read, { alias: 'organization_alias', budgetId: 'budget_id' });
}
