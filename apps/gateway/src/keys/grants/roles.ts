import { ADMIN, type Caller } from '@showrunner/access';

/** LiteLLM's roles of users (`LitellmUserRoles`, 1.108.7). */
export const ROLES = [
  'proxy_admin',
  'proxy_admin_viewer',
  'org_admin',
  'internal_user',
  'internal_user_viewer',
  'team',
  'customer',
] as const;

export type Role = (typeof ROLES)[number];

/** What every key holds: to ask models, to look after what it has asked for, and to read of itself. */
const OF_ALL = [
  'call:*',
  'files:*',
  'batches:*',
  'responses:*',
  'models:read',
  'tokens:count',
  'health:read',
  'metrics:read',
  'keys:read',
  'teams:read',
  'users:read',
  'organizations:read',
];

/** What users of the gateway read beside it, each of their own. */
const OF_USERS = ['spend:read', 'tags:read', 'guardrails:read'];

/** What users write, each what is theirs; models for a team that they look after. */
const OF_WRITERS = ['keys:write', 'teams:write', 'organizations:write', 'models:write'];

/** `everything:read`: whosever it is. */
const READS = [
  'everything:read',
  ...OF_USERS,
  'budgets:read',
  'customers:read',
  'access_groups:read',
  'credentials:read',
];

/**
 * What a role may do; whose things each is, its handler asks. Sets are shared, so that a hundred thousand keys hold one.
 * After LiteLLM's lists of routes for each role (`litellm/proxy/_types.py`, `LiteLLMRoutes`, 1.108.7).
 */
const SCOPES: Readonly<Record<Role, ReadonlySet<string>>> = {
  proxy_admin: new Set([ADMIN]),
  proxy_admin_viewer: new Set([...OF_ALL, ...READS, 'cache:read']),
  org_admin: new Set([...OF_ALL, ...OF_USERS, ...OF_WRITERS, 'users:write']),
  // Who is an admin of an organization or a team stands there.
  internal_user: new Set([...OF_ALL, ...OF_USERS, ...OF_WRITERS]),
  internal_user_viewer: new Set([...OF_ALL, ...OF_USERS]),
  team: new Set(OF_ALL),
  customer: new Set(OF_ALL),
};

const WITHOUT_ROLE: ReadonlySet<string> = new Set(OF_ALL);

/**
 * Whoever calls with a key that cannot be looked up, where the operator lets them: LiteLLM's names
 * (`proxy/auth/auth_exception_handler.py`, 1.108.7). They ask models, and see nothing of anybody's.
 */
export const UNVERIFIED: Caller = {
  keyId: 'failed-to-connect-to-db',
  workspace: 'key:failed-to-connect-to-db',
  scopes: new Set(['call:*', 'models:read', 'tokens:count']),
  grants: undefined,
};

/** @param role of the key's user; nothing where it has none */
export function scopesOf(role: unknown): ReadonlySet<string> {
  return isRole(role) ? SCOPES[role] : WITHOUT_ROLE;
}

function isRole(role: unknown): role is Role {
  return (ROLES as readonly unknown[]).includes(role);
}
