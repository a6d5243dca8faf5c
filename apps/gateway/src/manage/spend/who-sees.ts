import type { Caller } from '@showrunner/access';
import { textIn } from '../../keys/settings.ts';
import { VirtualKey } from '../../keys/virtual-key.ts';
import type { SeenSpend } from '../../observe/spend/spend-filter.ts';
import type { Entities } from '../../stored/entities/entities.ts';
import { seesEverything } from '../granter.ts';
import { namedDigest } from '../keys/key-access.ts';
import { administeredOrganizations } from '../organizations/organization-access.ts';

/**
 * What a caller sees of what was spent: their own as a user, else as a key; of teams and organizations that they are an
 * admin of, all. Nothing for those who see everything.
 */
export async function seenSpend(entities: Entities, caller: Caller): Promise<SeenSpend | undefined> {
  if (seesEverything(caller)) return undefined;
  if (!(caller instanceof VirtualKey)) return { teams: [], organizations: [] };
  const { userId, keyId } = caller;
  if (userId === undefined) return { keyId, teams: [], organizations: [] };
  const [teams, organizations] = await Promise.all([
    administeredTeams(entities, userId),
    administeredOrganizations(entities, caller),
  ]);
  return { userId, teams, organizations };
}

/** The teams of which a user is an admin. */
export async function administeredTeams(entities: Entities, userId: string): Promise<string[]> {
  const memberships = await entities.list({ kind: 'member', userId });
  return memberships
    .filter(({ settings }) => textIn(settings, 'role') === 'admin')
    .flatMap(({ teamId }) => teamId ?? []);
}

/** A key as series know it, by itself or its digest: also by those that it had before it was made anew. */
export async function namedKey(entities: Entities, named: string | undefined): Promise<readonly string[] | undefined> {
  if (named === undefined) return undefined;
  const digest = namedDigest(named);
  const key = await entities.keyOfDigest(digest);
  return key ? [digest, key.id] : [digest];
}
