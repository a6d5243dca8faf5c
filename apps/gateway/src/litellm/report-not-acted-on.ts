import type { Logger, ProcessEnvironment } from '@showrunner/service';
import names from './names.generated.json' with { type: 'json' };

const REDIS_BY_URL = 'REDIS_URL says it: rediss://user:password@host:port/0';

/** Variables by which LiteLLM would do something that this gateway does otherwise, and how. */
const VARIABLES: Readonly<Record<string, string>> = {
  SSL_VERIFY: 'certificates of providers are always checked; NODE_EXTRA_CA_CERTS names further authorities',
  SSL_CERTIFICATE: 'no certificate of a client is sent to providers',
  UI_USERNAME: 'there is no UI',
  REDIS_SSL: REDIS_BY_URL,
  REDIS_USERNAME: REDIS_BY_URL,
  REDIS_DB: REDIS_BY_URL,
  REDIS_CLUSTER_NODES: 'a Redis Cluster is not used; REDIS_URL names one Redis that is no node of a cluster',
  REDIS_SENTINEL_NODES: 'REDIS_URL names the primary, or an address that leads to it',
  PROMETHEUS_MULTIPROC_DIR: '/metrics has all of it, whichever worker is asked',
  WEB_CONCURRENCY: '--workers or NUM_WORKERS says how many processes serve',
};

/**
 * One line of the log for each option and variable of LiteLLM that is given and changes nothing.
 *
 * @param options as they were written
 * @param actedOn variables that change something
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
  const others = names.variables.filter((name) => !(name in VARIABLES) && !actedOn.has(name));
  for (const variable of others.filter(isSet)) {
    logger.info({ variable }, 'is a variable of LiteLLM that this gateway does not act on');
  }
}
