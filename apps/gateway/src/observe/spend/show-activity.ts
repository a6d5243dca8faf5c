import type { Mapping } from '../../json/mapping.ts';
import { dayName, type DaySum } from './read-days.ts';

/** What figures of LiteLLM's are called in the head of a response: `total_spend`. */
const TOTALS = [
  'spend',
  'prompt_tokens',
  'completion_tokens',
  'total_tokens',
  'api_requests',
  'successful_requests',
  'failed_requests',
  'cache_read_input_tokens',
  'cache_creation_input_tokens',
] as const;

type Metrics = Readonly<Record<(typeof TOTALS)[number], number>> & Mapping;

/** Of whom an answer tells: what it calls them, and what it says of each. */
export interface ShownEntity {
  readonly idOf: (sum: DaySum) => string;
  readonly metadataOf?: (sum: DaySum) => Mapping;
}

/**
 * Sums of days as LiteLLM shows what was done (`SpendAnalyticsPaginatedResponse`, 1.108.7): the newest day first, each
 * with its parts by model, vendor, key and whoever was asked about.
 *
 * @param all what counts in all, where the sums count some requests several times; else the sums
 */
export function shownActivity(
  sums: readonly DaySum[],
  entity: ShownEntity,
  { page, size, all = sums }: { readonly page: number; readonly size: number; readonly all?: readonly DaySum[] },
): { results: Mapping[]; metadata: Mapping } {
  const days = [...Map.groupBy(sums, ({ day }) => day)].sort(([one], [other]) => other - one);
  const totals = metricsOf(all);
  const pages = Math.max(1, Math.ceil(days.length / size));
  return {
    results: days.slice((page - 1) * size, page * size).map(([day, own]) => ({
      date: dayName(day),
      metrics: metricsOf(all.filter((sum) => sum.day === day)),
      breakdown: breakdownOf(own, entity),
    })),
    metadata: {
      ...Object.fromEntries(TOTALS.map((name) => [`total_${name}`.replace('total_total', 'total'), totals[name]])),
      page,
      total_pages: pages,
      has_more: page < pages,
    },
  };
}

function breakdownOf(sums: readonly DaySum[], { idOf, metadataOf = () => ({}) }: ShownEntity): Mapping {
  const none = (): Mapping => ({});
  return {
    models: partsOf(sums, ({ model }) => model, none),
    model_groups: partsOf(sums, ({ model_group: group }) => group, none),
    providers: partsOf(sums, ({ custom_llm_provider: provider }) => provider, none),
    endpoints: partsOf(sums, ({ call_type: type }) => type, none),
    mcp_servers: {},
    api_keys: keysOf(sums),
    entities: partsOf(sums, idOf, metadataOf),
  };
}

function partsOf(sums: readonly DaySum[], nameOf: ShownEntity['idOf'], metadataOf: (sum: DaySum) => Mapping): Mapping {
  const parts = [...Map.groupBy(sums, nameOf)].filter(([name]) => name !== '');
  return Object.fromEntries(
    parts.map(([name, own]) => [
      name,
      { metrics: metricsOf(own), metadata: own[0] ? metadataOf(own[0]) : {}, api_key_breakdown: keysOf(own) },
    ]),
  );
}

function keysOf(sums: readonly DaySum[]): Mapping {
  const keys = Map.groupBy(sums, ({ key_hash: hash, api_key: id }) => hash || id);
  return Object.fromEntries(
    [...keys].map(([key, own]) => [
      key,
      {
        metrics: metricsOf(own),
        metadata: {
          key_alias: own[0]?.key_alias || null,
          team_id: own[0]?.team_id || null,
          user_id: own[0]?.user_id || null,
        },
      },
    ]),
  );
}

function metricsOf(sums: readonly DaySum[]): Metrics {
  const add = (figure: (sum: DaySum) => number): number => sums.reduce((total, sum) => total + figure(sum), 0);
  const prompt = add((sum) => sum.prompt_tokens);
  const completion = add((sum) => sum.completion_tokens);
  const requests = add((sum) => sum.requests);
  const failed = add((sum) => (sum.status === 'failure' ? sum.requests : 0));
  return {
    spend: add((sum) => sum.spend),
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: prompt + completion,
    api_requests: requests,
    successful_requests: requests - failed,
    failed_requests: failed,
    cache_read_input_tokens: add((sum) => sum.cache_read_tokens),
    cache_creation_input_tokens: add((sum) => sum.cache_write_tokens),
    total_response_time_ms: add((sum) => sum.duration_ms),
    timed_requests: requests,
  };
}
