import { randomUUID } from 'node:crypto';
import type { Caller } from '@showrunner/access';
import { badRequest } from '../../failure/gateway-error.ts';
import type { Mapping } from '../../json/mapping.ts';
import type { Entity } from '../../stored/entities/entity.ts';
import type { EntityWriter } from '../../stored/entities/entity-writer.ts';
import { isAdministrator } from '../granter.ts';
import { actorOf } from '../management-ports.ts';
import type { NamedPerson } from '../read-people.ts';
import { forbidden } from '../refusals.ts';

/**
 * The user who is named, by an id or an address of mail, which is a user's alias here; made where there is none, as
 * LiteLLM does. An id that nobody has yet is an administrator's to give away. Throws a 400 or 403.
 */
export async function userOf(
  writer: EntityWriter,
  caller: Caller,
  { userId, email }: Pick<NamedPerson, 'userId' | 'email'>,
  settings: Mapping = { user_role: 'internal_user' },
): Promise<Entity> {
  const found = await findPerson(writer, { userId, email });
  if (found) return found;
  if (userId !== undefined && !isAdministrator(caller)) {
    throw forbidden(
      'Only proxy admins can add a user_id that does not exist yet; name a user_email instead',
      'user_id',
    );
  }
  return writer.add({
    kind: 'user',
    id: userId ?? randomUUID(),
    alias: email ?? null,
    createdBy: actorOf(caller),
    settings,
  });
}

/** Throws a 400 where several have this address, or it is another's than the id. */
export async function findPerson(
  reader: Pick<EntityWriter, 'find' | 'list'>,
  { userId, email }: Pick<NamedPerson, 'userId' | 'email'>,
): Promise<Entity | undefined> {
  const ofEmail = email === undefined ? [] : await reader.list({ kind: 'user', alias: email });
  if (userId === undefined) {
    if (ofEmail.length > 1) throw badRequest('Several users have this user_email; name a user_id', 'user_email');
    return ofEmail[0];
  }
  if (ofEmail.length > 0 && !ofEmail.some(({ id }) => id === userId)) {
    throw badRequest('user_email and user_id do not belong to the same user', 'user_email');
  }
  return reader.find({ kind: 'user', id: userId });
}
