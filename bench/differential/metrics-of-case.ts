import { plainText, type Places } from './plain-values.ts';

/** One family of Prometheus' text format, as far as it tells of one case. */
export interface MetricFamily {
  readonly type: string | undefined;
  /** By name and labels; what measures a time is that it was measured. */
  readonly series: Readonly<Record<string, number | string>>;
}

const TIMES = /(_latency|_seconds|_time|_duration|_hours|token_metric)[a-z_]*$/;
const LINE = /^(\w+)(?:\{(.*)\})? (\S+)$/;
const LABEL = /(\w+)="((?:[^"\\]|\\.)*)"/g;

/** Some families of an answer of `/metrics`. Of buckets, which depend on how long it took, the last alone. */
export function readMetrics(
  text: string,
  names: readonly string[],
  places: Places,
): Readonly<Record<string, MetricFamily>> {
  const lines = text.split('\n');
  // Hashes among the labels may have the case's letters as well.
  const tellsOfCase = new RegExp(`["/]${places.caseId}`);
  return Object.fromEntries(
    names.map((name) => {
      const type = lines.find((line) => line.startsWith(`# TYPE ${name} `))?.split(' ')[3];
      const series = lines
        .map((line) => LINE.exec(line))
        .filter((line) => line !== null)
        .filter(([, metric, labels]) => isOf(name, metric) && tellsOfCase.test(labels ?? ''))
        .filter(([, metric = '', labels = '']) => !metric.endsWith('_created') && !isEarlyBucket(labels))
        .map(([, metric = '', labels = '', value = '']) => seriesOf(metric, labels, value, places));
      return [name, { type, series: Object.fromEntries(series) }];
    }),
  );
}

function isOf(name: string, metric: string | undefined): boolean {
  return metric === name || ['_bucket', '_count', '_sum'].some((suffix) => metric === name + suffix);
}

function isEarlyBucket(labels: string): boolean {
  return /\ble="(?!\+Inf)/.test(labels);
}

function seriesOf(metric: string, labels: string, value: string, places: Places): readonly [string, number | string] {
  const sorted = [...labels.matchAll(LABEL)]
    .map(([, name = '', text = '']) => `${name}="${VOLATILE_LABELS.has(name) ? '<id>' : plainText(text, places)}"`)
    .toSorted();
  const measured = metric.endsWith('_sum') && TIMES.test(metric.slice(0, -'_sum'.length));
  const isTime = measured || (!/_(count|bucket|total)$/.test(metric) && TIMES.test(metric));
  return [`${metric}{${sorted.join(',')}}`, isTime ? '<time>' : Number(Number(value).toPrecision(6))];
}

/** What each process makes up for itself. */
const VOLATILE_LABELS = new Set(['model_id', 'client_ip', 'user_agent']);
