import { isMapping } from '../../json/mapping.ts';
import {
  callerIdentityMetrics,
  isOfRequests,
  metricLabels,
  userBudgetMetrics,
  type LabelName,
  type MetricName,
} from '../../litellm/metric-labels.ts';
import type { Section } from '../reading/section.ts';
import { readCustomLabels, type CustomLabel } from '../reading/custom-labels.ts';

/** Upper bounds in seconds, LiteLLM's (`types/integrations/prometheus.py`, 1.108.7). */
const LATENCY_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 120, 300, 420, 600];

/**
 * LiteLLM has no bound. A caller at a deployment keeps 3 KB and is some 51 KB of a page, nearly all of it the buckets of six
 * histograms; a page of 10,000 takes a second to write (`bench/gateway/tallies.ts`).
 */
const MOST_SERIES = 10_000;

const DEFAULT_SWEEP_SECONDS = 60;

/** Which metrics there are, and how far each is told apart. */
export interface MetricsSettings {
  /** In seconds, rising. */
  readonly latencyBuckets: readonly number[];
  /** Of each metric that is told: its labels. */
  readonly labels: ReadonlyMap<MetricName, readonly LabelName[]>;
  /** Of one metric. */
  readonly mostSeries: number;
  /** A series to which nothing was added for so long is forgotten; nothing where none is. */
  readonly ttlSeconds: number | undefined;
  readonly sweepSeconds: number;
  /** Customers are told apart, where the metric has the label. */
  readonly showsEndUsers: boolean;
  /** Labels of the operator's own, of metrics of requests. */
  readonly custom: readonly CustomLabel[];
  /** `prometheus_initialize_budget_metrics`: budgets of those are told as well who have not called yet. */
  readonly showsUnusedBudgets: boolean;
}

/** Reads what `litellm_settings` says of metrics. A name that is none is a warning: the others hold. */
export function readMetricsSettings(litellm: Section): MetricsSettings {
  const isEndUserShown = litellm.flag('enable_end_user_cost_tracking_prometheus_only') ?? false;
  const isEndUserHidden =
    litellm.flag('disable_end_user_cost_tracking') === true ||
    litellm.flag('disable_end_user_cost_tracking_prometheus_only') === true;
  const custom = readCustomLabels(litellm);
  return {
    latencyBuckets: readBuckets(litellm),
    labels: readLabels(litellm, custom),
    mostSeries: positive(litellm, 'prometheus_metrics_max_series_per_metric') ?? MOST_SERIES,
    ttlSeconds: positive(litellm, 'prometheus_metrics_ttl_seconds'),
    sweepSeconds: positive(litellm, 'prometheus_metrics_cleanup_interval_seconds') ?? DEFAULT_SWEEP_SECONDS,
    showsEndUsers: isEndUserShown && !isEndUserHidden,
    custom,
    showsUnusedBudgets: litellm.flag('prometheus_initialize_budget_metrics') ?? false,
  };
}

/** As in LiteLLM, a bound of 0 is none. */
function positive(litellm: Section, key: string): number | undefined {
  const number = litellm.number(key);
  return number === 0 ? undefined : number;
}

function readBuckets(litellm: Section): readonly number[] {
  const key = 'prometheus_latency_buckets';
  if (!litellm.has(key)) return LATENCY_BUCKETS;
  const bounds = litellm.list(key);
  const isRising = bounds.every(
    (bound, index) => typeof bound === 'number' && bound > (index === 0 ? 0 : Number(bounds[index - 1])),
  );
  if (isRising && bounds.length > 0) return (bounds as number[]).filter((bound) => bound !== Infinity);
  litellm.findings.warning(
    litellm.at(key),
    'is not a rising list of seconds, so LiteLLM’s own bounds hold',
    'write numbers above 0, each above the one before',
  );
  return LATENCY_BUCKETS;
}

function readLabels(litellm: Section, custom: readonly CustomLabel[]): ReadonlyMap<MetricName, readonly LabelName[]> {
  const ofOperator = custom.map(({ label }) => label);
  const isLabel = (name: string): boolean => labelNames.has(name) || ofOperator.includes(name as LabelName);
  const excludedMetrics = known(litellm, 'prometheus_exclude_metrics', isMetric);
  const excludedLabels = known(litellm, 'prometheus_exclude_labels', isLabel);
  const chosen = readGroups(litellm, isLabel);
  const isShown = (metric: MetricName) => !excludedMetrics.has(metric) && (chosen.size === 0 || chosen.has(metric));
  const whole = wholeLabels(litellm);
  return new Map(
    metricNames.filter(isShown).map((metric) => {
      const included = chosen.get(metric);
      const all = [...whole(metric), ...(isOfRequests(metric) ? ofOperator : [])];
      const labels = all.filter((label) => !excludedLabels.has(label) && included?.has(label) !== false);
      return [metric, labels] as const;
    }),
  );
}

const metricNames = Object.keys(metricLabels) as MetricName[];
const labelNames: ReadonlySet<string> = new Set([...Object.values(metricLabels).flat(), 'stream', 'user_alias']);

function isMetric(name: string): boolean {
  return Object.hasOwn(metricLabels, name);
}

/** Those of a list that are names; LiteLLM has more metrics than are filled here. */
function known(litellm: Section, key: string, isKnown: (name: string) => boolean, path = key): ReadonlySet<string> {
  const names = litellm.texts(key) ?? [];
  for (const name of names) if (!isKnown(name)) reportUnknown(litellm, path, name);
  return new Set(names);
}

function reportUnknown(litellm: Section, path: string, name: string): void {
  litellm.findings.warning(
    litellm.at(path),
    `"${name}" is none that this gateway fills`,
    'see docs/guides/metrics.md for those that it does, or remove it',
  );
}

/** `prometheus_metrics_config`: which metrics there are, each with all of its labels or with some. */
function readGroups(
  litellm: Section,
  isLabel: (name: string) => boolean,
): ReadonlyMap<string, ReadonlySet<string> | undefined> {
  const key = 'prometheus_metrics_config';
  const chosen = new Map<string, ReadonlySet<string> | undefined>();
  for (const [index, entry] of litellm.list(key).entries()) {
    const path = `${key}[${index}]`;
    const { metrics, include_labels: labels } = isMapping(entry) ? entry : {};
    if (!areTexts(metrics) || (labels !== undefined && labels !== null && !areTexts(labels))) {
      litellm.findings.warning(litellm.at(path), 'has no list of metrics', 'write group, metrics and include_labels');
      continue;
    }
    const included = areTexts(labels) ? new Set(labels) : undefined;
    for (const label of included ?? []) if (!isLabel(label)) reportUnknown(litellm, path, label);
    for (const metric of metrics) {
      if (!isMetric(metric)) reportUnknown(litellm, path, metric);
      chosen.set(metric, included);
    }
  }
  return chosen;
}

function areTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

/** The labels of a metric before any is left out. */
function wholeLabels(litellm: Section): (metric: MetricName) => readonly LabelName[] {
  const showsStream = litellm.flag('prometheus_emit_stream_label') ?? false;
  const showsUserFacts = litellm.flag('prometheus_user_budget_label_include_email_alias') ?? false;
  const identity = readIdentity(litellm);
  return (metric) => {
    const labels: readonly LabelName[] = metricLabels[metric];
    if (showsStream && metric === 'litellm_proxy_total_requests_metric') return [...labels, 'stream'];
    if (showsUserFacts && userBudgetMetrics.has(metric)) return [...labels, 'user_email', 'user_alias'];
    if (!callerIdentityMetrics.has(metric)) return labels;
    return labels.flatMap((label) => (label === 'api_key_alias' ? identity : [label]));
  };
}

const IDENTITIES: ReadonlyMap<string, readonly LabelName[]> = new Map<string, readonly LabelName[]>([
  ['api_key_alias', ['api_key_alias']],
  ['user_email', ['user_email']],
  ['both', ['api_key_alias', 'user_email']],
]);

function readIdentity(litellm: Section): readonly LabelName[] {
  const key = 'prometheus_deployment_and_latency_caller_identity';
  const written = litellm.text(key) ?? 'api_key_alias';
  const identity = IDENTITIES.get(written);
  if (identity) return identity;
  litellm.findings.warning(
    litellm.at(key),
    `"${written}" is none of ${[...IDENTITIES.keys()].join(', ')}`,
    'write one of them; api_key_alias holds until then',
  );
  return ['api_key_alias'];
}
