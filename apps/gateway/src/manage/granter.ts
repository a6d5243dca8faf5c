import { ADMIN, allows, type Caller } from '@showrunner/access';
import type { Mapping } from '../json/mapping.ts';
import { durationSeconds } from '../litellm/duration.ts';
import type { AskedModel } from '../keys/grants/model-grants.ts';
import { VirtualKey } from '../keys/virtual-key.ts';
import { CEILINGS, keyBounds, type Bounds } from './bounds.ts';
import { forbidden } from './refusals.ts';

/** What only administrators set: it opens, or takes from a limit, something that others are to keep to. */
const ADMINISTRATORS_ALONE = new Set([
  'permissions',
  'allowed_routes',
  'allowed_passthrough_routes',
  'budget_id',
  'end_user_budget_id',
  'access_group_ids',
  'spend',
  'temp_budget_increase',
  'temp_budget_expiry',
  'user_role',
  'not_kept',
  'disable_global_guardrails',
]);

/** What narrows in ways of its own: whoever is held to it may not change it, and gives it on. */
const TABLES_OF_LIMITS = [
  'model_max_budget',
  'budget_limits',
  'allowed_routes',
  'allowed_cache_controls',
  'tpd_limit',
] as const;

/** Of metadata, what limits are read from. Each but the last has a member of its own as well. */
const LIMITS_IN_METADATA = [
  'model_rpm_limit',
  'model_tpm_limit',
  'tag_rpm_limit',
  'enforced_params',
  'denied_passthrough_routes',
  'tags',
  'guardrails',
  'allowed_passthrough_routes',
  'end_user_budget_id',
  'refuse_unknown_cost',
];

/** Of metadata, what takes from a limit: it is nobody's to give but an administrator's, and nothing of it goes on to others. */
const OPENS_IN_METADATA = [
  'temp_budget_increase',
  'temp_budget_expiry',
  'disable_global_guardrails',
  'opted_out_global_guardrails',
];

/** Of metadata, who is told of the calls: what turns their reports away from others, and is for those who look after a team. */
const TELLS_IN_METADATA = ['logging', 'callback_settings', 'litellm_disabled_callbacks'];

/** What somebody grants to whom they grant it. */
export interface Grant {
  /** The members that were written, as they are kept. */
  readonly members: Mapping;
  /** What it is granted to, as it is until now; nothing of a new one. */
  readonly present: Mapping | undefined;
  /** By what a model's name may be granted. */
  readonly describe: (name: string) => AskedModel;
  /** Whether they may say who is told of the calls: those who look after the team do. */
  readonly namesCallbacks?: boolean;
}

export function isAdministrator({ scopes }: Caller): boolean {
  return scopes.has(ADMIN);
}

/** Whose role reads what is everybody's. */
export function seesEverything({ scopes }: Caller): boolean {
  return allows(scopes, 'everything:read');
}

/** Throws a 403 for whoever is no administrator. */
export function checkAdministrator(caller: Caller): void {
  if (!isAdministrator(caller)) throw forbidden('Only proxy admins may do this');
}

export function checkSeesEverything(caller: Caller): void {
  if (!seesEverything(caller)) throw forbidden('Only proxy admins may see all of them');
}

/**
 * Never wider than the granter: the one rule for all that is granted, to keys, users, teams and members, when they are
 * made, changed or made anew. What is not written of a new one is as narrow as its granter's. Throws a 403 that names the
 * member; administrators grant everything.
 *
 * @param bounds how far the caller may grant; what keeps its own key where they are left out
 */
export function grantable(caller: Caller, grant: Grant, bounds?: Bounds): Mapping {
  if (isAdministrator(caller)) return grant.members;
  if (!(caller instanceof VirtualKey)) throw forbidden('Only administrators may do this');
  for (const name of Object.keys(grant.members)) {
    if (
      ADMINISTRATORS_ALONE.has(name) &&
      isChanged(grant, name) &&
      !isClosed(name, grant.members[name], grant.present?.[name])
    ) {
      throw forbidden(`Only proxy admins can set \`${name}\``, name);
    }
  }
  if (grant.present?.blocked === true && grant.members.blocked !== undefined && grant.members.blocked !== true) {
    throw forbidden('Only proxy admins can unblock what is blocked', 'blocked');
  }
  // What a key is made for stands in for the routes that an administrator wrote out.
  if (!isEmpty(grant.present?.allowed_routes) && grant.members.key_type !== undefined && isChanged(grant, 'key_type')) {
    throw forbidden('Only proxy admins can set `key_type` of a key that is held to routes', 'key_type');
  }
  const kept = bounds ?? keyBounds(caller);
  checkBudgetTime(kept, grant);
  return {
    ...grant.members,
    ...checkedModels(kept, grant),
    ...checkedCeilings(kept, grant),
    ...checkedTables(kept, grant),
    ...checkedDuration(kept, grant),
    ...checkedMetadata(kept, grant),
  };
}

/**
 * What opens something for one alone may be taken away by whoever may change the rest; a no of its own stays, because it
 * stands over its team's yes.
 */
function isClosed(name: string, value: unknown, before: unknown): boolean {
  if (!OPENS_IN_METADATA.includes(name)) return false;
  const isNo = (one: unknown): boolean => one === false || (Array.isArray(one) && one.length === 0);
  return isNo(value) || (value === null && !isNo(before));
}

function isChanged({ members, present }: Grant, name: string): boolean {
  return JSON.stringify(members[name] ?? null) !== JSON.stringify(present?.[name] ?? null);
}

/** A list that names nothing is all models. */
function checkedModels({ models }: Bounds, { members, present, describe }: Grant): Mapping {
  if (models.areOpen) return {};
  if (members.models === undefined) return present ? {} : { models: [...(models.written[0] ?? [])] };
  const names = Array.isArray(members.models) ? members.models.filter((name) => typeof name === 'string') : [];
  const wide = names.length === 0 ? 'all models' : names.find((name) => models.ownerRefusing(describe(name)));
  if (wide !== undefined) throw wider('models', wide);
  return {};
}

function checkedCeilings(bounds: Bounds, { members, present }: Grant): Mapping {
  const filled: Mapping = {};
  for (const name of CEILINGS) {
    const ceiling = bounds.ceiling(name);
    if (ceiling === undefined) continue;
    if (members[name] === undefined) {
      if (!present) filled[name] = ceiling;
    } else if (members[name] === null || Number(members[name]) > ceiling) {
      throw wider(name, members[name]);
    }
  }
  return filled;
}

/** More often is more: the time of a budget may only become longer, and that of a new one is its granter's at least. */
function checkBudgetTime({ settings }: Bounds, { members, present }: Grant): void {
  const before = present ?? settings;
  const isHeld = (before.max_budget ?? before.budget_id ?? null) !== null;
  if (!isHeld || members.budget_duration === undefined) return;
  const seconds = (text: unknown) => durationSeconds(text) ?? Infinity;
  if (seconds(members.budget_duration) < seconds(before.budget_duration)) {
    throw wider('budget_duration', members.budget_duration);
  }
}

function checkedTables({ settings, ceiling }: Bounds, grant: Grant): Mapping {
  const { members, present } = grant;
  const filled: Mapping = {};
  for (const name of TABLES_OF_LIMITS) {
    const held = present?.[name] ?? settings[name];
    if (isEmpty(held)) continue;
    if (members[name] === undefined) {
      if (!present) filled[name] = held;
    } else if (JSON.stringify(members[name]) !== JSON.stringify(held)) {
      throw wider(name, 'others');
    }
  }
  const most = ceiling('max_budget');
  const budgets = Array.isArray(members.budget_limits) ? members.budget_limits : [];
  if (most !== undefined && budgets.some(({ max_budget: dollars }: Mapping) => Number(dollars) > most)) {
    throw wider('budget_limits', 'a larger budget');
  }
  return filled;
}

function isEmpty(table: unknown): boolean {
  return table === undefined || table === null || (typeof table === 'object' && Object.keys(table).length === 0);
}

function checkedDuration({ expiresAt }: Bounds, { members, present }: Grant): Mapping {
  if (expiresAt === Infinity) return {};
  const seconds = durationSeconds(members.duration);
  if (members.duration === undefined) return present ? {} : { expires: new Date(expiresAt).toISOString() };
  if (seconds === undefined || Date.now() + seconds * 1000 > expiresAt) throw wider('duration', members.duration);
  return {};
}

/**
 * Limits that stand in metadata are set by their own members, and no rewriting of metadata takes them away: what was
 * there, or is the granter's, stays at least.
 */
function checkedMetadata({ settings }: Bounds, { members, present, namesCallbacks }: Grant): Mapping {
  const before = ((present ?? settings).metadata ?? {}) as Mapping;
  const written = (members.metadata ?? {}) as Mapping;
  const told = namesCallbacks === true ? [] : TELLS_IN_METADATA;
  const own = present ? [...LIMITS_IN_METADATA, ...OPENS_IN_METADATA, ...told] : LIMITS_IN_METADATA;
  const limits = Object.fromEntries(
    own.flatMap((name) => (before[name] === undefined ? [] : ([[name, before[name]]] as const))),
  );
  for (const name of [...ADMINISTRATORS_ALONE, ...OPENS_IN_METADATA]) {
    if (
      isSaid(written[name]) &&
      !isClosed(name, written[name], before[name]) &&
      JSON.stringify(written[name]) !== JSON.stringify(limits[name])
    ) {
      throw forbidden(`Only proxy admins can set \`${name}\`, in metadata as well`, `metadata.${name}`);
    }
  }
  for (const name of told) {
    if (isSaid(written[name]) && JSON.stringify(written[name]) !== JSON.stringify(limits[name])) {
      throw forbidden(`Only proxy admins and those who look after the team can set \`${name}\``, `metadata.${name}`);
    }
  }
  for (const name of LIMITS_IN_METADATA) {
    if (members[name] !== undefined && !holdsAll(members[name], limits[name])) throw wider(name, 'less than before');
    if (written[name] !== undefined && !holdsAll(written[name], limits[name])) {
      throw wider(`metadata.${name}`, 'less than before');
    }
  }
  if (members.metadata === undefined && (present || Object.keys(limits).length === 0)) return {};
  return { metadata: { ...limits, ...written } };
}

function isSaid(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** Whether nothing of what limits is missing or looser: each name of a list, each figure of a table. */
function holdsAll(wanted: unknown, limits: unknown): boolean {
  if (limits === undefined || limits === null) return true;
  if (typeof limits !== 'object') return wanted === limits;
  if (Array.isArray(limits)) return Array.isArray(wanted) && limits.every((one) => wanted.includes(one));
  const table = (wanted ?? {}) as Mapping;
  return Object.entries(limits as Mapping).every(([name, most]) => Number(table[name] ?? Infinity) <= Number(most));
}

function wider(name: string, value: unknown): Error {
  return forbidden(`${name} may not be wider than your own: ${JSON.stringify(value).slice(0, 200)}`, name);
}
