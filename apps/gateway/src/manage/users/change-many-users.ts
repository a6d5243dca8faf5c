import type { Caller } from '@showrunner/access';
import { badRequest } from '../../failure/gateway-error.ts';
import type { Mapping } from '../../json/mapping.ts';
import { checkAdministrator } from '../granter.ts';
import { countsOf, eachForItself, manyIn, readBodies } from '../in-bulk.ts';
import type { ManagementPorts } from '../management-ports.ts';
import { readMembers } from '../members.ts';
import { kept, readFlag, readMapping } from '../read-members.ts';
import { changeUser } from './change-users.ts';

/**
 * Changes many users, each for itself: those that are named, each in its way, or all of them in the same one
 * (`BulkUpdateUserRequest`, LiteLLM 1.108.7). Throws a 400 or 403.
 */
export async function changeUsers(ports: ManagementPorts, caller: Caller, body: unknown): Promise<Mapping> {
  checkAdministrator(caller);
  const read = readMembers(body, {
    users: kept('request', readBodies),
    all_users: kept('request', readFlag),
    user_updates: kept('request', readMapping),
  });
  const isAll = read.all_users === true;
  if (isAll === Array.isArray(read.users)) throw badRequest('Provide either users, or all_users=true', 'users');
  const wanted = isAll ? await all(ports, read.user_updates) : (read.users as readonly Mapping[]);
  const outcomes = await eachForItself(manyIn<Mapping>(wanted, 'users'), (item) => changeUser(ports, caller, item));
  return {
    results: outcomes.map((one) => ({
      user_id: one.item.user_id ?? null,
      user_email: one.item.user_email ?? null,
      success: 'done' in one,
      error: 'failure' in one ? one.failure : null,
      updated_user: 'done' in one ? one.done : null,
    })),
    ...countsOf(outcomes),
  };
}

async function all({ entities }: ManagementPorts, changes: unknown): Promise<Mapping[]> {
  if (typeof changes !== 'object' || changes === null) throw badRequest('user_updates must say what', 'user_updates');
  const users = await entities.list({ kind: 'user' });
  return users.map(({ id }) => ({ ...changes, user_id: id }));
}
