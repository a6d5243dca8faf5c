import type { Caller } from '@showrunner/access';
import { badRequest } from '../../failure/gateway-error.ts';
import type { Mapping } from '../../json/mapping.ts';
import type { Entity } from '../../stored/entities/entity.ts';
import { checkBudget } from '../budgets/check-budget.ts';
import { ownedCallbacks } from '../callbacks/owned-callbacks.ts';
import { checkBudgetModels } from '../check-budget-models.ts';
import { checkMost } from '../default-members.ts';
import { grantable } from '../granter.ts';
import { actorOf, type ManagementPorts } from '../management-ports.ts';
import { readMembers } from '../members.ts';
import { notFound } from '../refusals.ts';
import { checkOwners } from './generate-key.ts';
import { accessibleKey } from './key-access.ts';
import { asConflict } from './key-conflict.ts';
import { changedKeyMembers } from './key-members.ts';
import { columnsFrom, settingsFrom } from './make-key.ts';
import { setSpent } from './set-spent.ts';
import { factsOf, listedKey } from './show-key.ts';

/** Changes what is written of a key; null clears, and what is left out stays. Throws a 400, 403 or 404. */
export async function changeKey(ports: ManagementPorts, caller: Caller, body: unknown): Promise<Mapping> {
  const { key: named, ...read } = readMembers(body, changedKeyMembers);
  if (typeof named !== 'string') throw badRequest('key must name a key, or its hash', 'key');
  const key = await accessibleKey(ports.entities, caller, named, '/key/update');
  const changed = await writeKey(ports, caller, key, read);
  const facts = await factsOf(ports.entities, [changed]);
  return { key: named.startsWith('sk-') ? facts.digests.get(changed.id) : named, ...listedKey(changed, facts) };
}

/** Writes members of a key that its caller may look after. */
export async function writeKey(ports: ManagementPorts, caller: Caller, key: Entity, read: Mapping): Promise<Entity> {
  const { describe, entities } = ports;
  checkMost(read, ports.made().mostOfKeys);
  const kept = await ownedCallbacks(ports, caller, { members: read, key });
  const members = grantable(caller, { ...kept, present: shownSettings(key), describe });
  await checkOwners(ports, caller, members, key);
  checkBudgetModels(ports, caller, read);
  const changed = await entities
    .change(async (writer) => {
      const present = await writer.find(key);
      if (!present) return undefined;
      await checkBudget(writer, read);
      const written = await writer.update(key, {
        ...columnsFrom(members),
        updatedBy: actorOf(caller),
        settings: settingsFrom(members, present.settings),
      });
      await setSpent(writer, written ?? present, members.spend, entities.calendar);
      return written;
    })
    .catch((error: unknown) => {
      throw asConflict(error);
    });
  if (!changed) throw notFound('Key not found in database', 'key');
  return changed;
}

export async function setBlocked(
  ports: ManagementPorts,
  caller: Caller,
  key: Entity,
  isBlocked: boolean,
): Promise<Mapping> {
  const changed = await ports.entities.change(async (writer) => {
    const present = await writer.find(key);
    const settings = { ...present?.settings, blocked: isBlocked };
    return present && writer.update(key, { settings, updatedBy: actorOf(caller) });
  });
  if (!changed) throw notFound('Key not found in database', 'key');
  return listedKey(changed, await factsOf(ports.entities, [changed]));
}

/** What a key is until now, by the names of the members that change it. */
function shownSettings({ settings, budgetId }: Entity): Mapping {
  const metadata = (settings.metadata ?? {}) as Mapping;
  return { ...metadata, ...settings, ...(budgetId !== null && { budget_id: budgetId }) };
}
