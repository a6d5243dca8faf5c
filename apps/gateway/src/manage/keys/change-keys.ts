import type { Caller } from '@showrunner/access';
import { badRequest } from '../../failure/gateway-error.ts';
import type { Mapping } from '../../json/mapping.ts';
import { checkAdministrator } from '../granter.ts';
import { eachForItself, manyIn, readBodies, type Outcome } from '../in-bulk.ts';
import type { ManagementPorts } from '../management-ports.ts';
import { readMembers, type MemberTable } from '../members.ts';
import { kept, readFlag, readMapping, readText, readTexts, unserved } from '../read-members.ts';
import { accessibleTeam } from '../teams/team-access.ts';
import { changeKey } from './change-key.ts';
import { namedDigest } from './key-access.ts';
import { changedKeyMembers } from './key-members.ts';

/** What `/key/bulk_update` changes of each key: LiteLLM's `BulkUpdateKeyRequestItem`, 1.108.7. */
const itemMembers: MemberTable = {
  ...only('key budget_id max_budget team_id tags'),
  ...unserved('object_permission'),
};

/** What `/team/key/bulk_update` changes of all: LiteLLM's `KeyUpdateFields`, which leaves out whose a key is and what it may. */
const teamMembers: MemberTable = {
  ...only(`max_budget budget_id budget_duration budget_limits model_max_budget tpm_limit rpm_limit model_tpm_limit
    model_rpm_limit max_parallel_requests temp_budget_increase temp_budget_expiry duration tags metadata`),
  ...unserved('rpm_limit_type tpm_limit_type'),
};

function only(names: string): MemberTable {
  const wanted = names.split(/\s+/);
  return Object.fromEntries(Object.entries(changedKeyMembers).filter(([name]) => wanted.includes(name)));
}

/** Changes many keys, each for itself. Throws a 400 or 403. */
export async function changeKeys(ports: ManagementPorts, caller: Caller, body: unknown): Promise<Mapping> {
  checkAdministrator(caller);
  const { keys } = readMembers(body, { keys: kept('request', readBodies) });
  const outcomes = await eachForItself(manyIn<Mapping>(keys, 'keys'), (item) => {
    readMembers(item, itemMembers);
    return changeKey(ports, caller, item);
  });
  return shownOutcomes(outcomes, ({ key }) => shownName(key));
}

/** Changes the same of many keys of a team, each for itself. Throws a 400, 403 or 404. */
export async function changeTeamKeys(ports: ManagementPorts, caller: Caller, body: unknown): Promise<Mapping> {
  const read = readMembers(body, {
    team_id: kept('request', readText),
    key_ids: kept('request', readTexts),
    all_keys_in_team: kept('request', readFlag),
    update_fields: kept('request', readMapping),
  });
  const { team } = await accessibleTeam(ports.entities, caller, read.team_id, 'manage');
  const fields = readMembers(read.update_fields, teamMembers);
  if (Object.keys(fields).length === 0) throw badRequest('update_fields must say what to change', 'update_fields');
  const keys = await ports.entities.list({ kind: 'key', teamId: team.id });
  const digests = await ports.entities.digestsOf(keys.map(({ id }) => id));
  const ofTeam = new Set(digests.values());
  const named = Array.isArray(read.key_ids) ? (read.key_ids as readonly string[]).map(namedDigest) : [];
  if (named.length > 0 === (read.all_keys_in_team === true)) {
    throw badRequest('Provide either `key_ids` or `all_keys_in_team=true`', 'key_ids');
  }
  const wanted = manyIn<string>(named.length > 0 ? named : [...ofTeam], 'key_ids');
  const outcomes = await eachForItself(wanted, async (key) => {
    if (!ofTeam.has(key)) throw badRequest('There is no such key in this team', 'key_ids');
    return changeKey(ports, caller, { ...(read.update_fields as Mapping), key });
  });
  return shownOutcomes(outcomes, (key) => key);
}

/** A key that was written out is shown by its digest. */
function shownName(key: unknown): string {
  return typeof key === 'string' ? namedDigest(key) : '';
}

/** LiteLLM's `BulkUpdateKeyResponse`. */
function shownOutcomes<Item>(outcomes: readonly Outcome<Item, Mapping>[], nameOf: (item: Item) => string): Mapping {
  return {
    total_requested: outcomes.length,
    successful_updates: outcomes.flatMap((one) =>
      'done' in one ? [{ key: nameOf(one.item), key_info: one.done }] : [],
    ),
    failed_updates: outcomes.flatMap((one) =>
      'failure' in one ? [{ key: nameOf(one.item), key_info: null, failed_reason: one.failure }] : [],
    ),
  };
}
