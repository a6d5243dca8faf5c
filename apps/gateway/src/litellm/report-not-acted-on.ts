import type { Logger, ProcessEnvironment } from '@showrunner/service';
import names from './names.generated.json' with { type: 'json' };
import { variablesOfParts } from './variables-of-parts.ts';

const REDIS_BY_URL = 'REDIS_URL says it: rediss://user:password@host:port/0';
const NO_UI = 'there is no UI';

/** Variables by which LiteLLM would do something that this gateway does otherwise, and how. */
const VARIABLES: Readonly<Record<string, string>> = {
  SSL_VERIFY: 'certificates of providers are always checked; NODE_EXTRA_CA_CERTS names further authorities',
  SSL_CERTIFICATE: 'no certificate of a client is sent to providers',
  UI_USERNAME: NO_UI,
  UI_PASSWORD: NO_UI,
  UI_LOGO_PATH: NO_UI,
  DISABLE_ADMIN_UI: NO_UI,
  REDIS_SSL: REDIS_BY_URL,
  REDIS_USERNAME: REDIS_BY_URL,
  REDIS_DB: REDIS_BY_URL,
  REDIS_SENTINEL_NODES: 'REDIS_URL names the primary, or an address that leads to it',
  PROMETHEUS_MULTIPROC_DIR: '/metrics has all of it, whichever worker is asked',
  WEB_CONCURRENCY: '--workers or NUM_WORKERS says how many processes serve',
  DEFAULT_NUM_WORKERS_LITELLM_PROXY: '--workers or NUM_WORKERS says how many processes serve',
  DEFAULT_MAX_RETRIES: 'router_settings.num_retries says it',
  DEFAULT_ALLOWED_FAILS: 'router_settings.allowed_fails says it',
  DEFAULT_COOLDOWN_TIME_SECONDS: 'router_settings.cooldown_time says it',
  ROUTER_MAX_FALLBACKS: 'router_settings.max_fallbacks says it',
  LITELLM_DROP_PARAMS: 'litellm_settings.drop_params says it',
  SET_VERBOSE: 'LOG_LEVEL says how much is logged',
  JSON_LOGS: 'each line of the log is JSON',
  DIRECT_URL: 'tables are made over LITELLM_DATABASE_URL',
  DISABLE_SCHEMA_UPDATE: "LiteLLM's own tables are never written",
  USE_PRISMA_MIGRATE: "LiteLLM's own tables are never written",
};

/** What its documentation alone still has (`docs/proxy/config_settings.md`, "environment variables", May 2026). */
const DOCUMENTED = `
  AISPEND_ACCOUNT_ID AUTH_STRATEGY BERRISPEND_ACCOUNT_ID EMAIL_SIGNATURE EMAIL_SUBJECT_INVITATION
  EMAIL_SUBJECT_KEY_CREATED GENERIC_USER_ROLE_MAPPINGS IAM_TOKEN_DB_AUTH LITELLM_EMAIL LITELLM_HOSTED_UI LITELLM_LOG_FILE
  LITELLM_MIGRATION_DIR SENDGRID_API_KEY SENDGRID_SENDER_EMAIL SEPARATE_HEALTH_APP SEPARATE_HEALTH_PORT
  SUPERVISORD_STOPWAITSECS UPSTREAM_LANGFUSE_HOST UPSTREAM_LANGFUSE_PUBLIC_KEY UPSTREAM_LANGFUSE_SECRET_KEY
`
  .trim()
  .split(/\s+/);

/**
 * One line of the log for each option and variable of LiteLLM that is given and changes nothing.
 *
 * @param options as they were written
 * @param actedOn variables that change something, beside those of single parts
 */
export function reportNotActedOn(
  options: readonly string[],
  environment: ProcessEnvironment,
  actedOn: ReadonlySet<string>,
  logger: Logger,
): void {
  for (const option of options) {
    logger.warn(
      { option },
      'is an option of LiteLLM that this gateway does not act on: processes are told by --workers, and serve over plain HTTP',
    );
  }
  const isSet = (variable: string): boolean => environment[variable] !== undefined && environment[variable] !== '';
  for (const [variable, instead] of Object.entries(VARIABLES)) {
    if (isSet(variable)) logger.info({ variable }, `is a variable of LiteLLM: ${instead}`);
  }
  const isOther = (name: string): boolean =>
    !(name in VARIABLES) && !actedOn.has(name) && !variablesOfParts.has(name) && isSet(name);
  for (const variable of new Set([...names.variables, ...DOCUMENTED].filter(isOther))) {
    logger.info({ variable }, 'is a variable of LiteLLM that this gateway does not act on');
  }
}
