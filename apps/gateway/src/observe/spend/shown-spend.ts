import { parseMapping, type Mapping } from '../../json/mapping.ts';
import type { SpendRow, SpendSeries } from '../../stored/spend-tables.ts';

/** What is read of a row and its series. */
export const ROW_COLUMNS = [
  'row_id',
  'request_id',
  'response_id',
  'call_type',
  'api_key',
  'key_hash',
  'key_alias',
  'team_id',
  'team_alias',
  'user_id',
  'organization_id',
  'spend',
  'total_tokens',
  'prompt_tokens',
  'completion_tokens',
  'cache_read_tokens',
  'cache_write_tokens',
  'started_at',
  'ended_at',
  'first_content_at',
  'status_code',
  'end_user',
  'request_tags',
  'session_id',
  'requester_ip',
  'details',
  'model',
  'model_id',
  'model_group',
  'custom_llm_provider',
  'api_base',
  'cache_hit',
  'status',
] as const satisfies readonly (keyof SpendRow | keyof SpendSeries)[];

/** A row with its series. */
export type ReadSpend = Omit<SpendRow, 'series_id'> & Omit<SpendSeries, 'id'>;

/** One request as LiteLLM shows it (`LiteLLM_SpendLogs`, `schema.prisma`, 1.108.7); times are ISO 8601 in UTC. */
export interface ShownSpend extends Mapping {
  readonly request_id: string;
  readonly api_key: string;
  readonly spend: number | null;
  readonly startTime: string;
}

/**
 * A row in LiteLLM's members, in the order of its table. What it keeps of content is empty here; beside them stand
 * `response_id`, the vendor's id of its answer, and `status_code` of what did not go well.
 */
export function shownSpend(row: ReadSpend): ShownSpend {
  return {
    request_id: row.row_id,
    call_type: row.call_type,
    api_key: keyOf(row),
    spend: row.spend,
    total_tokens: row.total_tokens,
    prompt_tokens: row.prompt_tokens,
    completion_tokens: row.completion_tokens,
    startTime: asIso(row.started_at),
    endTime: asIso(row.ended_at),
    request_duration_ms: row.ended_at - row.started_at,
    completionStartTime: row.first_content_at === null ? null : asIso(row.first_content_at),
    model: row.model,
    model_id: row.model_id,
    model_group: row.model_group,
    custom_llm_provider: row.custom_llm_provider,
    api_base: row.api_base,
    user: row.user_id,
    metadata: metadataOf(row),
    cache_hit: row.cache_hit,
    cache_key: '',
    request_tags: tagsOf(row),
    team_id: row.team_id,
    organization_id: row.organization_id || null,
    end_user: row.end_user ?? '',
    requester_ip_address: row.requester_ip,
    messages: {},
    response: {},
    proxy_server_request: {},
    session_id: row.session_id ?? row.request_id,
    status: row.status,
    status_code: row.status_code ?? (row.status === 'success' ? OK : null),
    litellm_call_id: row.request_id,
    response_id: row.response_id,
  };
}

const OK = 200;

/** LiteLLM knows keys by their digests. */
function keyOf({ key_hash: hash, api_key: id }: ReadSpend): string {
  return hash || id;
}

function tagsOf({ request_tags: tags }: ReadSpend): readonly string[] {
  return tags === null ? [] : (JSON.parse(tags) as string[]);
}

function metadataOf(row: ReadSpend): Mapping {
  return {
    user_api_key: keyOf(row),
    user_api_key_alias: row.key_alias || null,
    user_api_key_team_id: row.team_id || null,
    user_api_key_team_alias: row.team_alias || null,
    user_api_key_org_id: row.organization_id || null,
    user_api_key_user_id: row.user_id || null,
    requester_ip_address: row.requester_ip,
    litellm_call_id: row.request_id,
    status: row.status,
    usage_estimated: false,
    usage_object: usageOf(row),
    ...(row.details !== null && parseMapping(row.details)),
  };
}

function usageOf(row: ReadSpend): Mapping {
  const { total_tokens, prompt_tokens, completion_tokens, cache_read_tokens: read, cache_write_tokens: written } = row;
  return {
    prompt_tokens,
    completion_tokens,
    total_tokens,
    ...((read ?? written) !== null && {
      prompt_tokens_details: { cached_tokens: read ?? 0, cache_creation_tokens: written ?? 0 },
    }),
  };
}

function asIso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
