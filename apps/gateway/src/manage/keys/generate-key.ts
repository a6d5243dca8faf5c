import type { Caller } from '@showrunner/access';
import { badRequest } from '../../failure/gateway-error.ts';
import type { Mapping } from '../../json/mapping.ts';
import { VirtualKey } from '../../keys/virtual-key.ts';
import type { Calendar } from '../../keys/budgets/window-end.ts';
import type { Entity } from '../../stored/entities/entity.ts';
import type { EntityWriter } from '../../stored/entities/entity-writer.ts';
import { checkBudget } from '../budgets/check-budget.ts';
import { ownedCallbacks } from '../callbacks/owned-callbacks.ts';
import { checkBudgetModels } from '../check-budget-models.ts';
import { newKeyDefaults } from '../default-members.ts';
import { grantable, isAdministrator } from '../granter.ts';
import { actorOf, type ManagementPorts } from '../management-ports.ts';
import { readMembers } from '../members.ts';
import { notYours } from '../refusals.ts';
import { mayInTeam } from './key-access.ts';
import { asConflict } from './key-conflict.ts';
import { newKeyMembers } from './key-members.ts';
import { columnsFrom, digestOf, keyName, newKey, newKeyId, ownKey, settingsFrom } from './make-key.ts';
import { setSpent } from './set-spent.ts';
import { factsOf, shownNewKey } from './show-key.ts';

/** Makes a key, whose secret is told once, in the answer. Throws a 400 or 403. */
export async function makeKey(ports: ManagementPorts, caller: Caller, body: unknown): Promise<Mapping> {
  const read = await ownedCallbacks(ports, caller, {
    members: withOwner(caller, newKeyDefaults(readMembers(body ?? {}, newKeyMembers), ports.made(), newKeyMembers)),
  });
  const { key: given, ...members } = grantable(caller, { ...read, present: undefined, describe: ports.describe });
  await checkOwners(ports, caller, members);
  checkBudgetModels(ports, caller, members);
  const secret = given === undefined || given === null ? newKey() : ownKey(given, 'key');
  const entity = await ports.entities
    .change((writer) => addKey(writer, caller, { members, secret, calendar: ports.entities.calendar }))
    .catch((error: unknown) => {
      throw asConflict(error);
    });
  const facts = await factsOf(ports.entities, [entity]);
  const digest = facts.digests.get(entity.id);
  return { key: secret, token: digest, token_id: digest, ...shownNewKey(entity, facts) };
}

/** A key that belongs to a team and to no user. */
export function makeServiceKey(ports: ManagementPorts, caller: Caller, body: unknown): Promise<Mapping> {
  const { team_id: teamId, user_id: userId, ...members } = (body ?? {}) as Mapping;
  if (typeof teamId !== 'string' || teamId === '') {
    throw badRequest('team_id is required for service account keys', 'team_id');
  }
  if (userId !== undefined && userId !== null) throw badRequest('user_id may not be set here', 'user_id');
  const metadata = {
    ...((members.metadata ?? {}) as Mapping),
    service_account_id: members.key_alias ?? 'service-account',
  };
  return makeKey(ports, caller, { ...members, team_id: teamId, user_id: null, metadata });
}

/** What somebody makes who is no administrator is their own, unless it is a team's. */
function withOwner(caller: Caller, members: Mapping): Mapping {
  if (isAdministrator(caller) || !(caller instanceof VirtualKey) || members.user_id !== undefined) return members;
  return { ...members, user_id: caller.userId ?? null };
}

/** Throws a 403, and to administrators a 400, for a user, a team or an organization that is not theirs to give a key to. */
export async function checkOwners(
  { entities }: ManagementPorts,
  caller: Caller,
  members: Mapping,
  present?: Entity,
): Promise<void> {
  const { team_id: teamId, organization_id: organizationId } = members;
  if (isAdministrator(caller)) {
    await checkIsThere(entities, 'team', teamId);
    await checkIsThere(entities, 'organization', organizationId);
    return;
  }
  if (!(caller instanceof VirtualKey)) throw notYours('key', 'key');
  const owner = members.user_id;
  const isService = owner === null && typeof teamId === 'string' && present === undefined;
  const isOwn = owner === undefined || owner === caller.userId || owner === present?.userId || isService;
  if (!isOwn || (owner === null && !isService)) throw notYours('user', 'user_id');
  if (typeof teamId === 'string' && teamId !== present?.teamId) {
    if (!(await mayInTeam(entities, caller, teamId, '/key/generate'))) throw notYours('team', 'team_id');
  }
  if (teamId === null && present && present.teamId !== null) throw notYours('team', 'team_id');
  const isOwnOrganization =
    organizationId === undefined ||
    organizationId === (present?.organizationId ?? caller.holding.organization?.id ?? null);
  if (!isOwnOrganization) throw notYours('organization', 'organization_id');
}

async function checkIsThere(
  entities: ManagementPorts['entities'],
  kind: 'team' | 'organization',
  id: unknown,
): Promise<void> {
  if (typeof id !== 'string' || (await entities.find({ kind, id }))) return;
  const noun = kind === 'team' ? 'Team' : 'Organization';
  throw badRequest(`${noun} not found for ${kind}_id=${id.slice(0, 200)}`, `${kind}_id`);
}

async function addKey(
  writer: EntityWriter,
  caller: Caller,
  { members, secret, calendar }: { readonly members: Mapping; readonly secret: string; readonly calendar: Calendar },
): Promise<Entity> {
  const actor = actorOf(caller);
  await checkBudget(writer, members);
  const entity = await writer.add({
    kind: 'key',
    id: newKeyId(),
    ...columnsFrom(members),
    createdBy: actor,
    settings: { ...settingsFrom(members, {}), key_name: keyName(secret) },
  });
  await writer.setDigest(entity.id, digestOf(secret));
  await setSpent(writer, entity, members.spend, calendar);
  return entity;
}
