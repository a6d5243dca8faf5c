/** Who calls: the settings of a key, and those of all that it belongs to. */
export interface Holder {
  readonly key?: Settings;
  readonly team?: Settings;
  readonly user?: Settings;
  readonly member?: Settings;
  readonly organization?: Settings;
}

type Settings = Readonly<Record<string, unknown>>;

/** One row: who asks for what, and what they are told. */
export interface Row {
  readonly who: string;
  readonly holder: Holder;
  /** `chat MODEL`, else method and path. */
  readonly asks: string;
  readonly status: number;
  readonly type?: string | undefined;
  /** What the message holds. */
  readonly says?: string | undefined;
  /** Where it is written: a file of LiteLLM 1.108.7's `proxy/auth`, or `ours` where it is decided here. */
  readonly source: string;
}

const PAST = '2020-01-01T00:00:00.000Z';
const DENIED = 'not available for this API key';

const checks = 'auth_checks.py';
const keyAuth = 'user_api_key_auth.py';
const routes = 'route_checks.py';
const limiter = 'hooks/parallel_request_limiter_v3.py';

/** Two groups are served: `gpt`, and `claude`, which is in the access group `beta`. */
export const truthTable: readonly Row[] = [
  // What a key is good for.
  { who: 'a plain key', holder: {}, asks: 'chat gpt', status: 200, source: checks },
  { who: 'one that lasts', holder: { key: { expires: '2999-01-01T00:00:00.000Z' } }, asks: 'chat gpt', status: 200, source: keyAuth },
  { who: 'an expired key', holder: { key: { expires: PAST } }, asks: 'chat gpt', status: 401, type: 'expired_key', says: 'Expired Key', source: keyAuth },
  { who: 'an expired key', holder: { key: { expires: PAST } }, asks: 'GET /v1/models', status: 401, type: 'expired_key', source: keyAuth },
  { who: 'a blocked key', holder: { key: { blocked: true } }, asks: 'chat gpt', status: 401, type: 'auth_error', says: 'Key is blocked', source: keyAuth },
  { who: 'a blocked and expired key', holder: { key: { blocked: true, expires: PAST } }, asks: 'chat gpt', status: 401, type: 'expired_key', source: keyAuth },
  { who: 'a key of a blocked team', holder: { team: { blocked: true } }, asks: 'chat gpt', status: 401, type: 'auth_error', says: 'is blocked', source: checks },
  { who: 'a blocked key for no model', holder: { key: { blocked: true, models: ['claude'] } }, asks: 'chat gpt', status: 401, source: keyAuth },

  // Which models, by the key's list.
  { who: 'models: []', holder: { key: { models: [] } }, asks: 'chat claude', status: 200, source: checks },
  { who: 'models: [gpt]', holder: { key: { models: ['gpt'] } }, asks: 'chat gpt', status: 200, source: checks },
  { who: 'models: [gpt]', holder: { key: { models: ['gpt'] } }, asks: 'chat claude', status: 403, type: 'key_model_access_denied', says: DENIED, source: checks },
  { who: 'models: [gpt]', holder: { key: { models: ['gpt'] } }, asks: 'chat no-such-model', status: 403, type: 'key_model_access_denied', says: DENIED, source: checks },
  { who: 'models: []', holder: {}, asks: 'chat no-such-model', status: 400, source: 'observed' },
  { who: 'models: [g*]', holder: { key: { models: ['g*'] } }, asks: 'chat gpt', status: 200, source: checks },
  { who: 'models: [g*]', holder: { key: { models: ['g*'] } }, asks: 'chat claude', status: 403, source: checks },
  { who: 'models: [*]', holder: { key: { models: ['*'] } }, asks: 'chat claude', status: 200, source: checks },
  { who: 'models: [beta]', holder: { key: { models: ['beta'] } }, asks: 'chat claude', status: 200, source: checks },
  { who: 'models: [beta]', holder: { key: { models: ['beta'] } }, asks: 'chat gpt', status: 403, source: checks },
  { who: 'models: [all-proxy-models]', holder: { key: { models: ['all-proxy-models'] } }, asks: 'chat claude', status: 200, source: checks },
  { who: 'models: [all-team-models], no team', holder: { key: { models: ['all-team-models'] } }, asks: 'chat claude', status: 200, source: checks },
  { who: 'models: [all-team-models]', holder: { key: { models: ['all-team-models'] }, team: { models: ['gpt'] } }, asks: 'chat claude', status: 403, type: 'team_model_access_denied', source: checks },
  { who: 'models: [all-team-models]', holder: { key: { models: ['all-team-models'] }, team: { models: ['gpt'] } }, asks: 'chat gpt', status: 200, source: checks },
  { who: 'an alias for what it may not', holder: { key: { models: ['gpt'], aliases: { mine: 'claude' } } }, asks: 'chat mine', status: 403, source: checks },
  { who: 'an alias for what it may', holder: { key: { models: ['gpt'], aliases: { mine: 'gpt' } } }, asks: 'chat mine', status: 200, source: checks },

  // By the lists of those it belongs to.
  { who: 'a team with models: [gpt]', holder: { team: { models: ['gpt'] } }, asks: 'chat claude', status: 403, type: 'team_model_access_denied', source: checks },
  { who: 'a key wider than its team', holder: { key: { models: ['claude'] }, team: { models: ['gpt'] } }, asks: 'chat claude', status: 403, type: 'team_model_access_denied', source: checks },
  { who: 'a member with allowed_models: [gpt]', holder: { team: {}, user: {}, member: { allowed_models: ['gpt'] } }, asks: 'chat claude', status: 403, type: 'team_model_access_denied', source: checks },
  { who: 'a user with models: [gpt]', holder: { user: { models: ['gpt'] } }, asks: 'chat claude', status: 403, type: 'user_model_access_denied', source: checks },
  { who: 'a user with no-default-models', holder: { user: { models: ['no-default-models'] } }, asks: 'chat gpt', status: 403, source: checks },
  { who: 'such a user’s key of a team', holder: { user: { models: ['no-default-models'] }, team: {} }, asks: 'chat gpt', status: 200, source: checks },

  // Which routes, by allowed_routes.
  { who: 'allowed_routes: [/chat/completions]', holder: { key: { allowed_routes: ['/chat/completions'] } }, asks: 'chat gpt', status: 200, source: 'ours: spellings of one path are one' },
  { who: 'allowed_routes: [/v1/models]', holder: { key: { allowed_routes: ['/v1/models'] } }, asks: 'GET /v1/models/gpt', status: 200, source: routes },
  { who: 'allowed_routes: [/v1/models]', holder: { key: { allowed_routes: ['/v1/models'] } }, asks: 'chat gpt', status: 403, type: 'auth_error', says: 'not allowed to call this route', source: routes },
  { who: 'allowed_routes: [/v1/mod*]', holder: { key: { allowed_routes: ['/v1/mod*'] } }, asks: 'GET /v1/models', status: 200, source: routes },
  { who: 'allowed_routes: [/v1/mod]', holder: { key: { allowed_routes: ['/v1/mod'] } }, asks: 'GET /v1/models', status: 403, source: routes },
  { who: 'allowed_routes: [llm_api_routes]', holder: { key: { allowed_routes: ['llm_api_routes'] } }, asks: 'chat gpt', status: 200, source: routes },
  { who: 'allowed_routes: [llm_api_routes]', holder: { key: { allowed_routes: ['llm_api_routes'] } }, asks: 'GET /key/info', status: 403, source: routes },
  { who: 'allowed_routes: [info_routes]', holder: { key: { allowed_routes: ['info_routes'] } }, asks: 'GET /key/info', status: 200, source: routes },
  { who: 'allowed_routes: [info_routes]', holder: { key: { allowed_routes: ['info_routes'] } }, asks: 'chat gpt', status: 403, source: routes },
  { who: 'held to other routes and models', holder: { key: { allowed_routes: ['info_routes'], models: ['claude'] } }, asks: 'chat gpt', status: 403, type: 'auth_error', source: routes },

  // Which routes, by the user's role.
  { who: 'a key without a user', holder: {}, asks: 'GET /key/info', status: 200, source: routes },
  { who: 'a key without a user', holder: {}, asks: 'POST /key/generate', status: 403, source: 'ours: 401 there' },
  { who: 'a key without a user', holder: {}, asks: 'GET /spend/logs', status: 403, source: routes },
  { who: 'one whose administrator wrote the route out', holder: { key: { allowed_routes: ['/spend/logs'] } }, asks: 'GET /spend/logs', status: 200, source: routes },
  { who: 'one with a name for many routes', holder: { key: { allowed_routes: ['management_routes'] } }, asks: 'POST /key/generate', status: 403, source: routes },
  { who: 'an internal user', holder: { user: { user_role: 'internal_user' } }, asks: 'POST /key/generate', status: 200, source: routes },
  { who: 'an internal user', holder: { user: { user_role: 'internal_user' } }, asks: 'POST /cache/flushall', status: 403, source: routes },
  { who: 'an internal user whose key names all routes', holder: { key: { allowed_routes: ['/*'] }, user: { user_role: 'internal_user' } }, asks: 'POST /cache/flushall', status: 403, source: 'ours: the owner’s role counts at use' },
  { who: 'an internal viewer', holder: { user: { user_role: 'internal_user_viewer' } }, asks: 'POST /key/generate', status: 403, source: routes },
  { who: 'an administrator’s viewer', holder: { user: { user_role: 'proxy_admin_viewer' } }, asks: 'GET /key/list', status: 200, source: routes },
  { who: 'an administrator’s viewer', holder: { user: { user_role: 'proxy_admin_viewer' } }, asks: 'POST /key/generate', status: 403, source: routes },
  { who: 'an administrator', holder: { user: { user_role: 'proxy_admin' } }, asks: 'GET /spend/logs', status: 200, source: routes },
  { who: 'a role that there is not', holder: { user: { user_role: 'root' } }, asks: 'GET /spend/logs', status: 403, source: 'ours: deny by default' },

  // How many, by whoever has a limit.
  { who: 'rpm_limit: 0', holder: { key: { rpm_limit: 0 } }, asks: 'chat gpt', status: 429, type: 'throttling_error', says: 'api_key: ', source: limiter },
  { who: 'tpm_limit: 0', holder: { key: { tpm_limit: 0 } }, asks: 'chat gpt', status: 429, type: 'throttling_error', says: 'tokens', source: limiter },
  { who: 'max_parallel_requests: 0', holder: { key: { max_parallel_requests: 0 } }, asks: 'chat gpt', status: 429, says: 'max_parallel_requests', source: limiter },
  { who: 'model_rpm_limit: {gpt: 0}', holder: { key: { metadata: { model_rpm_limit: { gpt: 0 } } } }, asks: 'chat gpt', status: 429, says: 'model_per_key', source: limiter },
  { who: 'model_rpm_limit: {gpt: 0}', holder: { key: { metadata: { model_rpm_limit: { gpt: 0 } } } }, asks: 'chat claude', status: 200, source: limiter },
  { who: 'a team with rpm_limit: 0', holder: { team: { rpm_limit: 0 } }, asks: 'chat gpt', status: 429, says: 'team: ', source: limiter },
  { who: 'a team with model_tpm_limit: {gpt: 0}', holder: { team: { metadata: { model_tpm_limit: { gpt: 0 } } } }, asks: 'chat gpt', status: 429, says: 'model_per_team', source: limiter },
  { who: 'a user with tpm_limit: 0', holder: { user: { tpm_limit: 0 } }, asks: 'chat gpt', status: 429, says: 'user: ', source: limiter },
  { who: 'a member with rpm_limit: 0', holder: { team: {}, user: {}, member: { rpm_limit: 0 } }, asks: 'chat gpt', status: 429, says: 'team_member: ', source: limiter },
  { who: 'an organization with rpm_limit: 0', holder: { organization: { rpm_limit: 0 } }, asks: 'chat gpt', status: 429, says: 'organization: ', source: limiter },
  { who: 'a limit that a read does not touch', holder: { key: { rpm_limit: 0 } }, asks: 'GET /v1/models', status: 200, source: limiter },

  // How much, by whoever has a budget.
  { who: 'max_budget: 0', holder: { key: { max_budget: 0 } }, asks: 'chat gpt', status: 429, type: 'budget_exceeded', says: 'Key=', source: checks },
  { who: 'a team with max_budget: 0', holder: { team: { max_budget: 0 } }, asks: 'chat gpt', status: 429, type: 'budget_exceeded', says: 'Team=', source: checks },
  { who: 'a user with max_budget: 0', holder: { user: { max_budget: 0 } }, asks: 'chat gpt', status: 429, type: 'budget_exceeded', says: 'ExceededBudget: User=', source: checks },
  { who: 'such a user’s key of a team', holder: { user: { max_budget: 0 }, team: {} }, asks: 'chat gpt', status: 200, source: checks },
  { who: 'a member with max_budget: 0', holder: { team: {}, user: {}, member: { max_budget: 0 } }, asks: 'chat gpt', status: 429, type: 'budget_exceeded', says: 'in Team=', source: checks },
  { who: 'an organization with max_budget: 0', holder: { organization: { max_budget: 0 } }, asks: 'chat gpt', status: 429, type: 'budget_exceeded', says: 'Organization=', source: checks },
  { who: 'model_max_budget: {gpt: 0}', holder: { key: { model_max_budget: { gpt: 0 } } }, asks: 'chat gpt', status: 429, type: 'budget_exceeded', says: 'model=gpt', source: 'hooks/model_max_budget_limiter.py' },
  { who: 'model_max_budget: {gpt: 0}', holder: { key: { model_max_budget: { gpt: 0 } } }, asks: 'chat claude', status: 200, source: 'hooks/model_max_budget_limiter.py' },
  { who: 'no model and no budget', holder: { key: { models: ['claude'], max_budget: 0 } }, asks: 'chat gpt', status: 403, source: checks },
  { who: 'no room and no budget', holder: { key: { rpm_limit: 0, max_budget: 0 } }, asks: 'chat gpt', status: 429, type: 'throttling_error', source: 'ours: all are claimed together, limits are named first' },
];
