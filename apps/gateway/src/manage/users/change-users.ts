import { randomUUID } from 'node:crypto';
import type { Caller } from '@showrunner/access';
import { badRequest, GatewayError } from '../../failure/gateway-error.ts';
import type { Mapping } from '../../json/mapping.ts';
import type { Entity } from '../../stored/entities/entity.ts';
import { EntityExistsError, type EntityWriter } from '../../stored/entities/entity-writer.ts';
import { checkBudgetModels } from '../check-budget-models.ts';
import { newUserDefaults } from '../default-members.ts';
import { checkAdministrator } from '../granter.ts';
import { makeKey } from '../keys/generate-key.ts';
import { actorOf, type ManagementPorts } from '../management-ports.ts';
import { readMembers } from '../members.ts';
import { kept, readTexts } from '../read-members.ts';
import { emailOf } from '../read-people.ts';
import { notFound } from '../refusals.ts';
import { joinTeam, leaveTeam } from '../teams/memberships.ts';
import { withoutNulls, writtenSettings } from '../written.ts';
import { findPerson } from './find-person.ts';
import { shownUser, userFactsOf } from './show-user.ts';
import { keyOfUserMembers, newUserMembers, userMembers } from './user-members.ts';

/** What LiteLLM tells of a new user as of a key (`NewUserResponse`), where there is nothing of it. */
const KEY_MEMBERS: Mapping = { config: {}, permissions: {}, aliases: {}, allowed_routes: [] };

/** Makes a user, and a key of theirs unless `auto_create_key` is false. Throws a 400 or 403. */
export async function makeUser(ports: ManagementPorts, caller: Caller, body: unknown): Promise<Mapping> {
  checkAdministrator(caller);
  const read = newUserDefaults(readMembers(body ?? {}, newUserMembers), ports.made(), newUserMembers);
  checkBudgetModels(ports, caller, read);
  const user = await ports.entities.change((writer) => addUser(writer, caller, read)).catch(asTaken);
  const shown = { ...KEY_MEMBERS, ...shownUser(user, await userFactsOf(ports.entities, [user])) };
  if (read.auto_create_key === false) return { ...shown, key: '' };
  const ofKey = Object.fromEntries(Object.entries(read).filter(([name]) => name in keyOfUserMembers));
  const { key, expires, key_name: name } = await makeKey(ports, caller, { ...ofKey, user_id: user.id });
  return { ...shown, key, expires, key_name: name };
}

async function addUser(writer: EntityWriter, caller: Caller, read: Mapping): Promise<Entity> {
  const email = emailOf(read.user_email) ?? null;
  await checkEmailIsFree(writer, email);
  const user = await writer.add({
    kind: 'user',
    id: (read.user_id ?? randomUUID()) as string,
    alias: email,
    createdBy: actorOf(caller),
    settings: withoutNulls({
      ...writtenSettings(newUserMembers, read, {}),
      user_role: read.user_role ?? 'internal_user',
    }),
  });
  for (const id of new Set([read.team_id, ...((read.teams ?? []) as readonly string[])])) {
    if (typeof id !== 'string') continue;
    const team = await writer.find({ kind: 'team', id });
    if (!team) throw badRequest(`Team not found for team_id=${id.slice(0, 200)}`, 'teams');
    await joinTeam(writer, caller, { team, user, read: { role: 'user' } });
  }
  return user;
}

function asTaken(error: unknown): never {
  if (!(error instanceof EntityExistsError)) throw error;
  throw new GatewayError({
    status: 409,
    type: 'invalid_request_error',
    param: 'user_id',
    message: 'There is a user with this user_id already',
  });
}

async function checkEmailIsFree(writer: EntityWriter, email: string | null, userId?: string): Promise<void> {
  const theirs = email === null ? [] : await writer.list({ kind: 'user', alias: email });
  if (theirs.some(({ id }) => id !== userId)) {
    throw badRequest('There is a user with this user_email already', 'user_email');
  }
}

/** Changes what is written of a user; null clears, and what is left out stays. Throws a 400, 403 or 404. */
export async function changeUser(ports: ManagementPorts, caller: Caller, body: unknown): Promise<Mapping> {
  checkAdministrator(caller);
  const { entities } = ports;
  const read = readMembers(body, userMembers);
  checkBudgetModels(ports, caller, read);
  const email = emailOf(read.user_email);
  const userId = typeof read.user_id === 'string' ? read.user_id : undefined;
  if (userId === undefined && email === undefined) {
    throw badRequest('Either user_id or user_email must be provided', 'user_id');
  }
  const changed = await entities.change(async (writer) => {
    const user = userId === undefined ? await findPerson(writer, { userId, email }) : await writer.find(named(userId));
    if (!user) throw notFound('User not found in database', 'user_id');
    await checkEmailIsFree(writer, email ?? null, user.id);
    const alias = read.user_email === undefined ? {} : { alias: email ?? null };
    const settings = writtenSettings(userMembers, read, user.settings);
    return (await writer.update(user, { ...alias, settings, updatedBy: actorOf(caller) })) ?? user;
  });
  return { user_id: changed.id, data: shownUser(changed, await userFactsOf(entities, [changed])) };
}

/** Deletes all users that are named, or none where one is not there. Throws a 400, 403 or 404. */
export async function removeUsers({ entities }: ManagementPorts, caller: Caller, body: unknown): Promise<number> {
  checkAdministrator(caller);
  const { user_ids: userIds } = readMembers(body, { user_ids: kept('request', readTexts) });
  if (!Array.isArray(userIds) || userIds.length === 0) {
    throw badRequest('user_ids must name at least one user', 'user_ids');
  }
  await entities.change(async (writer) => {
    for (const id of userIds as readonly string[]) await removeUser(writer, id);
  });
  return userIds.length;
}

/** What a user has goes with them: their keys, and their places in teams and organizations. */
async function removeUser(writer: EntityWriter, id: string): Promise<void> {
  if (!(await writer.find(named(id)))) throw notFound(`User not found, passed user_id=${id.slice(0, 200)}`, 'user_ids');
  for (const member of await writer.list({ kind: 'member', userId: id })) await leaveTeam(writer, member);
  for (const kind of ['key', 'organization_member'] as const) {
    for (const one of await writer.list({ kind, userId: id })) await writer.remove(one);
  }
  await writer.remove(named(id));
}

function named(id: string) {
  return { kind: 'user', id } as const;
}
