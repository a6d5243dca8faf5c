import type { Caller } from '@showrunner/access';
import { badRequest } from '../../failure/gateway-error.ts';
import type { Entity } from '../../stored/entities/entity.ts';
import type { Entities } from '../../stored/entities/entities.ts';
import { isAdministrator } from '../granter.ts';
import { readMembers } from '../members.ts';
import { kept, readTexts } from '../read-members.ts';
import { notFound, notYours } from '../refusals.ts';
import { accessibleKey } from './key-access.ts';

const members = { keys: kept('request', readTexts), key_aliases: kept('request', readTexts) };

/** Deletes all keys that are named, or none where one is not the caller's. Throws a 400, 403 or 404. */
export async function removeKeys(
  entities: Entities,
  caller: Caller,
  body: unknown,
): Promise<{ deleted_keys: string[] }> {
  const { keys, key_aliases: aliases } = readMembers(body, members);
  const named = (Array.isArray(keys) && keys.length > 0 ? keys : aliases) as readonly string[] | undefined;
  if (!named || named.length === 0) throw badRequest('keys or key_aliases must name at least one key', 'keys');
  const found = await Promise.all(
    named.map((one) =>
      named === keys ? accessibleKey(entities, caller, one, '/key/delete') : keyOfAlias(entities, caller, one),
    ),
  );
  await entities.change(async (writer) => {
    for (const key of found) await writer.remove(key);
  });
  return { deleted_keys: [...named] };
}

async function keyOfAlias(entities: Entities, caller: Caller, alias: string): Promise<Entity> {
  const [key] = await entities.list({ kind: 'key', alias });
  const digest = key && (await entities.digestsOf([key.id])).get(key.id);
  if (digest !== undefined) return accessibleKey(entities, caller, digest, '/key/delete');
  if (isAdministrator(caller)) throw notFound('Key not found in database', 'key_aliases');
  throw notYours('key', 'key');
}
