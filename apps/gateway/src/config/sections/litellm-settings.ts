import { settingNames } from '../../litellm/setting-names.ts';
import type { ReservationSettings, SpendingSettings, BudgetCalendar } from '../spending-settings.ts';
import { durationSeconds } from '../../litellm/duration.ts';
import type { FallbackTable } from '../../exchange/fallbacks.ts';
import { readMadeParams, type MadeParams } from '../reading/made-params.ts';
import { readFallbackTable } from '../reading/fallback-table.ts';
import { words, type KnownKeys } from '../reading/known-keys.ts';
import type { Section } from '../reading/section.ts';

/** What bounds callers, or those who are made: one of these that cannot be read refuses the start, as a wrong key does. */
export const boundingSettings: readonly string[] = words(`
  budget_exceeded_status_code block_requests_for_models_without_pricing
  default_key_generate_params upperbound_key_generate_params default_team_params default_team_settings
  default_internal_user_params
  max_internal_user_budget internal_user_budget_duration
  max_budget budget_duration max_end_user_budget max_end_user_budget_id
`);

const keys: KnownKeys = {
  actedOn: [
    ...boundingSettings,
    ...words(`
    cache cache_params drop_params num_retries request_timeout fallbacks default_fallbacks context_window_fallbacks
    content_policy_fallbacks allowed_fails master_key guardrails callbacks success_callback failure_callback
    service_callback turn_off_message_logging telemetry json_logs azure_content_safety_params banned_keywords_list s3_callback_params datadog_params
    output_parse_pii use_chat_completions_url_for_anthropic_messages timezone budget_reset_time
    disable_end_user_cost_tracking allow_dynamic_callback_disabling
    prometheus_latency_buckets prometheus_exclude_metrics prometheus_exclude_labels prometheus_metrics_config
    prometheus_metrics_max_series_per_metric prometheus_metrics_ttl_seconds prometheus_metrics_cleanup_interval_seconds
    custom_prometheus_metadata_labels custom_prometheus_tags prometheus_initialize_budget_metrics
    prometheus_emit_stream_label prometheus_deployment_and_latency_caller_identity
    prometheus_user_budget_label_include_email_alias enable_end_user_cost_tracking_prometheus_only
    disable_end_user_cost_tracking_prometheus_only forward_traceparent_to_llm_provider
    model_group_settings
  `),
  ],
  notActedOn: [...settingNames.litellm_settings, 'service_callbacks'],
  unkept: words('pre_call_rules post_call_rules'),
};

export interface LiteLlmSettings {
  readonly spending: Omit<SpendingSettings, 'bindsUsersInTeams' | 'reservation'>;
  readonly made: MadeParams;
  readonly reservation: Pick<ReservationSettings, 'exceededStatus' | 'refusesUnknown'>;
  /** Deployments that say nothing leave out what their vendor does not support. */
  readonly dropParams: boolean;
  readonly cachesAnswers: boolean;
  /** `/v1/messages` asks vendors of OpenAI's wire for chats, whatever else they have. */
  readonly asksMessagesByChat: boolean;
  /** Vendors are told of which trace their call is a part. */
  readonly handsOnTraces: boolean;
  /** What `router_settings` may say as well, and then wins. */
  readonly routing: {
    readonly retries: number | undefined;
    readonly timeoutSeconds: number | undefined;
    readonly allowedFails: number | undefined;
    readonly fallbacks: FallbackTable | undefined;
    readonly defaultFallbacks: readonly string[] | undefined;
    readonly contextWindowFallbacks: FallbackTable | undefined;
    readonly contentPolicyFallbacks: FallbackTable | undefined;
  };
  readonly misplacedKey: {
    readonly text: string | undefined;
    /** The variable that it names and that is not set. */
    readonly unset: string | undefined;
  };
}

/** `litellm_settings`: what LiteLLM sets in its library, for all deployments. */
export const litellmSettings = {
  name: 'litellm_settings',
  keys,

  read(litellm: Section): LiteLlmSettings {
    return {
      spending: readSpending(litellm),
      made: litellm.apart(readMadeParams, 'everything').part,
      reservation: litellm.apart(readReservation, 'everything').part,
      dropParams: litellm.flag('drop_params') ?? false,
      cachesAnswers: litellm.flag('cache') ?? false,
      asksMessagesByChat: litellm.flag('use_chat_completions_url_for_anthropic_messages') ?? false,
      handsOnTraces: litellm.flag('forward_traceparent_to_llm_provider') ?? false,
      routing: {
        retries: litellm.count('num_retries'),
        timeoutSeconds: litellm.number('request_timeout') ?? timeoutOf(litellm.environment),
        allowedFails: litellm.count('allowed_fails'),
        fallbacks: readFallbackTable(litellm, 'fallbacks'),
        defaultFallbacks: litellm.texts('default_fallbacks'),
        contextWindowFallbacks: readFallbackTable(litellm, 'context_window_fallbacks'),
        contentPolicyFallbacks: readFallbackTable(litellm, 'content_policy_fallbacks'),
      },
      misplacedKey: litellm.apart(readMisplacedKey, 'everything').part,
    };
  },
};

/** LiteLLM's variable for the same; what is no number of seconds says nothing there either. */
function timeoutOf({ REQUEST_TIMEOUT: text }: Section['environment']): number | undefined {
  const seconds = text === undefined || text.trim() === '' ? Number.NaN : Number(text);
  return seconds > 0 && Number.isFinite(seconds) ? seconds : undefined;
}

/** The status of a refused call is one of a client's mistakes: others would be tried again, or taken for an answer. */
function readReservation(litellm: Section): LiteLlmSettings['reservation'] {
  const exceededStatus = litellm.count('budget_exceeded_status_code') ?? BUDGET_EXCEEDED_STATUS;
  if (exceededStatus < 400 || exceededStatus > 499) {
    litellm.findings.error(
      litellm.at('budget_exceeded_status_code'),
      `${exceededStatus} is no status of a refused request`,
      'write one of 400 to 499, such as 429',
    );
  }
  return { exceededStatus, refusesUnknown: litellm.flag('block_requests_for_models_without_pricing') ?? false };
}

/** Budgets of all and of each customer; one that cannot be read would let everybody spend. */
function readSpending(litellm: Section): LiteLlmSettings['spending'] {
  const { part } = litellm.apart((section) => {
    const max_budget = section.number('max_budget');
    const budget_duration = section.text('budget_duration');
    if (budget_duration !== undefined && durationSeconds(budget_duration) === undefined) {
      section.findings.error(
        section.at('budget_duration'),
        `"${budget_duration}" is no length of time`,
        'write a number above 0 and one of s, m, h, d, w and mo, such as 30d',
      );
    }
    return {
      globalBudget:
        max_budget === undefined
          ? undefined
          : { max_budget, ...(budget_duration !== undefined && { budget_duration }) },
      customerBudget: section.number('max_end_user_budget'),
      customerBudgetId: section.text('max_end_user_budget_id'),
    };
  }, 'everything');
  return {
    ...part,
    calendar: readCalendar(litellm),
    countsCustomers: litellm.flag('disable_end_user_cost_tracking') !== true,
  };
}

/** What LiteLLM answered until 1.108, which answers 422: clients know 429 with `Retry-After`. */
const BUDGET_EXCEEDED_STATUS = 429;

const TIME_OF_DAY = /^([01]?\d|2[0-3]):([0-5]\d)$/;

/** `timezone` and `budget_reset_time`; without them budgets end at midnight in UTC. */
function readCalendar(litellm: Section): BudgetCalendar {
  const zone = litellm.text('timezone') ?? 'UTC';
  if (!isZone(zone)) {
    litellm.findings.error(
      litellm.at('timezone'),
      `"${zone}" is no time zone`,
      'write an IANA name such as US/Eastern',
    );
  }
  const time = litellm.text('budget_reset_time') ?? '00:00';
  const [, hours, minutes] = TIME_OF_DAY.exec(time) ?? [];
  if (hours === undefined) {
    litellm.findings.error(
      litellm.at('budget_reset_time'),
      `"${time}" is no time of a day`,
      'write "13:40", in quotes',
    );
  }
  return { zone: isZone(zone) ? zone : 'UTC', resetMinutes: Number(hours ?? 0) * 60 + Number(minutes ?? 0) };
}

function isZone(zone: string): boolean {
  try {
    return Intl.DateTimeFormat('en-US', { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
}

/** The master key, where people put it by mistake. */
function readMisplacedKey(litellm: Section): LiteLlmSettings['misplacedKey'] {
  if (litellm.values.master_key !== undefined) {
    litellm.findings.warning(
      litellm.at('master_key'),
      'belongs under general_settings',
      'move it there; it is used until then',
    );
  }
  return { text: litellm.text('master_key'), unset: litellm.unset('master_key') };
}
