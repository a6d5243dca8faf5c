import { randomBytes, randomUUID } from 'node:crypto';
import { digestOf } from '@showrunner/access';
import { badRequest } from '../../failure/gateway-error.ts';
import type { Mapping } from '../../json/mapping.ts';
import { durationSeconds } from '../../litellm/duration.ts';
import type { EntityChanges } from '../../stored/entities/entity.ts';
import { withoutNulls, writtenColumns, writtenSettings } from '../written.ts';
import { changedKeyMembers, KEY_TYPES } from './key-members.ts';

/** As long as LiteLLM's (`LENGTH_OF_LITELLM_GENERATED_KEY`), which are 22 characters behind `sk-`. */
const KEY_BYTES = 16;
/** Of keys that somebody thinks of: shorter ones can be guessed. */
const SHORTEST_KEY = 16;
const PLAIN_KEY = /^sk-[\x21-\x7e]{1,400}$/;

/** A key that nobody can guess. */
export function newKey(): string {
  return `sk-${randomBytes(KEY_BYTES).toString('base64url')}`;
}

export function newKeyId(): string {
  return randomUUID();
}

/** Throws a 400 for a key of somebody's own that could not be presented, or be guessed. */
export function ownKey(given: unknown, member: string): string {
  if (typeof given === 'string' && PLAIN_KEY.test(given) && given.length >= SHORTEST_KEY) return given;
  throw badRequest(`${member} must begin with sk- and have ${SHORTEST_KEY} to 403 visible ASCII characters`, member);
}

/** How a key is told from others without showing it. */
export function keyName(key: string): string {
  return `sk-...${key.slice(-4)}`;
}

export { digestOf };

/** What read members make of a key; of a new one `present` is empty. */
export function settingsFrom(members: Mapping, present: Mapping): Mapping {
  const written = writtenSettings(changedKeyMembers, { ...members, ...routesOf(members) }, present);
  return withoutNulls({ ...written, ...lifetime(members) });
}

const COLUMNS = {
  alias: 'key_alias',
  teamId: 'team_id',
  userId: 'user_id',
  organizationId: 'organization_id',
  budgetId: 'budget_id',
} as const;

/** What stands in columns; what is not named stays. */
export function columnsFrom(members: Mapping): EntityChanges {
  return writtenColumns(members, COLUMNS);
}

/** A key's time counts from now: when it is made, and when it is given another. */
function lifetime({ duration, expires }: Mapping): Mapping {
  if (duration === undefined) return expires === undefined ? {} : { expires };
  const seconds = durationSeconds(duration);
  return { expires: seconds === undefined ? null : new Date(Date.now() + seconds * 1000).toISOString() };
}

/** What a key is made for stands in for the routes that it may name. */
function routesOf({ key_type: type, allowed_routes: routes }: Mapping): Mapping {
  if (typeof type !== 'string' || type === 'default' || routes !== undefined) return {};
  return { allowed_routes: KEY_TYPES[type] ?? [] };
}
