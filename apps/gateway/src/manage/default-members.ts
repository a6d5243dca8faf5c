import { badRequest } from '../failure/gateway-error.ts';
import type { Mapping } from '../json/mapping.ts';
import { durationSeconds } from '../litellm/duration.ts';
import type { GatewayConfig } from '../config/gateway-config.ts';
import { readMembers, type MemberTable } from './members.ts';

type MadeParams = GatewayConfig['made'];

/** What of `default_key_generate_params` keys are given (`key_management_endpoints.py`, 1.108.7). */
const OF_KEYS = [
  'max_budget',
  'user_id',
  'team_id',
  'max_parallel_requests',
  'tpm_limit',
  'rpm_limit',
  'budget_duration',
  'duration',
  'models',
  'metadata',
];

/** The same of `default_team_params` and teams (`team_endpoints.py`). */
const OF_TEAMS = [
  'max_budget',
  'budget_duration',
  'tpm_limit',
  'rpm_limit',
  'team_member_permissions',
  'organization_id',
  'models',
];

/** A body with what the configuration gives a new key that says nothing of it, and no more than it allows. Throws a 400. */
export function newKeyDefaults(read: Mapping, { keys, mostOfKeys }: MadeParams, table: MemberTable): Mapping {
  const given = withDefaults(read, defaultsOf(keys, OF_KEYS, table));
  return checkMost(withDefaults(given, { ...mostOfKeys.figures, ...mostOfKeys.durations }), mostOfKeys);
}

export function newTeamDefaults(read: Mapping, { teams }: MadeParams, table: MemberTable): Mapping {
  return withDefaults(read, defaultsOf(teams, OF_TEAMS, table));
}

/** Administrators are no internal users, and are given nothing. */
export function newUserDefaults(read: Mapping, { users, internalUsers }: MadeParams, table: MemberTable): Mapping {
  if (read.user_role === 'proxy_admin') return read;
  const { available_teams: _open, ...defaults } = users;
  const given = withDefaults(read, defaultsOf(defaults, Object.keys(defaults), table));
  return given.user_role === 'internal_user' ? withDefaults(given, internalUsers) : given;
}

/** Throws a 400 for a key that would have more than the configuration allows any. */
export function checkMost(read: Mapping, { figures, durations }: MadeParams['mostOfKeys']): Mapping {
  for (const [name, most] of Object.entries(figures)) {
    if (read[name] !== undefined && Number(read[name] ?? Infinity) > most) throw overMost(name, read[name], most);
  }
  for (const [name, most] of Object.entries(durations)) {
    if (read[name] === undefined) continue;
    const seconds = durationSeconds(read[name]) ?? Infinity;
    if (seconds > (durationSeconds(most) ?? Infinity)) throw overMost(name, read[name], most);
  }
  return read;
}

function overMost(name: string, value: unknown, most: unknown): Error {
  return badRequest(
    `${name} is over max limit set in config - user_value=${String(value).slice(0, 100)}; max_value=${String(most)}`,
    name,
  );
}

/** Read as what a body says is; the configuration's mistakes are told like those of a body. */
function defaultsOf(written: Mapping, names: readonly string[], table: MemberTable): Mapping {
  const chosen = Object.entries(written).filter(([name]) => names.includes(name));
  return chosen.length === 0 ? {} : readMembers(Object.fromEntries(chosen), table);
}

/** An empty list, or object, says nothing. */
function withDefaults(read: Mapping, defaults: Mapping): Mapping {
  const missing = Object.entries(defaults).filter(([name]) => isUnsaid(read[name]));
  return missing.length === 0 ? read : { ...read, ...Object.fromEntries(missing) };
}

function isUnsaid(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'object' && Object.keys(value).length === 0);
}
