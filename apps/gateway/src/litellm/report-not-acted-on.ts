import type { Logger, ProcessEnvironment } from '@showrunner/service';

/** Variables by which LiteLLM would do something that this gateway does otherwise, and how. */
const VARIABLES: Readonly<Record<string, string>> = {
  DATABASE_URL:
    'spend is kept where LITELLM_DATABASE_URL says, else in a file; keys and models of a database are not read',
  STORE_MODEL_IN_DB: 'models come from the configuration file alone',
  SSL_VERIFY: 'certificates of providers are always checked; NODE_EXTRA_CA_CERTS names further authorities',
  SSL_CERTIFICATE: 'no certificate of a client is sent to providers',
  AWS_REGION_NAME: 'no provider here takes it',
  LITELLM_SALT_KEY: 'nothing is stored encrypted',
  UI_USERNAME: 'there is no UI',
};

/**
 * One line of the log for each option and variable of LiteLLM that is given and changes nothing.
 *
 * @param options as they were written
 */
export function reportNotActedOn(options: readonly string[], environment: ProcessEnvironment, logger: Logger): void {
  for (const option of options) {
    logger.warn(
      { option },
      'is an option of LiteLLM that this gateway does not act on: one process serves, over plain HTTP',
    );
  }
  for (const [variable, instead] of Object.entries(VARIABLES)) {
    const value = environment[variable];
    if (value !== undefined && value !== '') logger.info({ variable }, `is a variable of LiteLLM: ${instead}`);
  }
}
