/** A variable of a key's or a team's own callback. */
export interface CallbackVariable {
  /** By which setting of the environment the same is said for all. */
  readonly setting: string;
  /** Where its events go, or by what kind of server. */
  readonly isPlace?: true;
  /** As whom they go there. */
  readonly isProof?: true;
}

/** What a callback of one vendor takes. */
export interface CallbackFamily {
  readonly variables: Readonly<Record<string, CallbackVariable>>;
  /** Settings that say a place as well and have no variable. */
  readonly furtherPlaces: readonly string[];
}

const langfuse: CallbackFamily = {
  variables: {
    langfuse_public_key: { setting: 'LANGFUSE_PUBLIC_KEY', isProof: true },
    langfuse_secret_key: { setting: 'LANGFUSE_SECRET_KEY', isProof: true },
    langfuse_secret: { setting: 'LANGFUSE_SECRET_KEY', isProof: true },
    langfuse_host: { setting: 'LANGFUSE_HOST', isPlace: true },
    langfuse_environment: { setting: 'LANGFUSE_TRACING_ENVIRONMENT' },
  },
  furtherPlaces: ['LANGFUSE_BASE_URL', 'LANGFUSE_OTEL_HOST'],
};

/**
 * What keys and teams may say of callbacks of their own, by the callback: LiteLLM's `StandardCallbackDynamicParams`
 * (`types/utils.py`, 1.108.7) as far as they run here, and `generic_api_…`, for which LiteLLM has no words.
 */
export const CALLBACK_FAMILIES: Readonly<Record<string, CallbackFamily>> = {
  langfuse,
  langfuse_otel: langfuse,
  langsmith: {
    variables: {
      langsmith_api_key: { setting: 'LANGSMITH_API_KEY', isProof: true },
      langsmith_project: { setting: 'LANGSMITH_PROJECT' },
      langsmith_base_url: { setting: 'LANGSMITH_BASE_URL', isPlace: true },
      langsmith_tenant_id: { setting: 'LANGSMITH_TENANT_ID' },
      langsmith_sampling_rate: { setting: 'LANGSMITH_SAMPLING_RATE' },
    },
    furtherPlaces: [],
  },
  datadog: {
    variables: {
      dd_api_key: { setting: 'DD_API_KEY', isProof: true },
      dd_site: { setting: 'DD_SITE', isPlace: true },
      dd_agent_host: { setting: 'LITELLM_DD_AGENT_HOST', isPlace: true },
      dd_agent_port: { setting: 'LITELLM_DD_AGENT_PORT', isPlace: true },
    },
    furtherPlaces: ['DD_BASE_URL'],
  },
  generic_api: {
    variables: {
      generic_api_endpoint: { setting: 'GENERIC_LOGGER_ENDPOINT', isPlace: true },
      generic_api_headers: { setting: 'GENERIC_LOGGER_HEADERS', isProof: true },
    },
    furtherPlaces: [],
  },
};

/** What all of them take: nothing of what is asked and answered is told of these requests. */
export const REDACTS = 'turn_off_message_logging';
