import type { Metrics } from '@showrunner/service';
import type { Attempt } from '../../exchange/attempt.ts';
import type { Deployment } from '../../exchange/deployment.ts';
import type { Observer } from '../../exchange/observers.ts';
import type { FinishedRecord } from '../../exchange/record.ts';
import {
  answerFamilies,
  attemptFamilies,
  modelLabelNames,
  modelLabels,
  requestFamilies,
  type AnswerFamily,
  type AnsweredRequest,
  type EventFamily,
} from './families.ts';

/** Upper bounds in seconds, LiteLLM's (`litellm/types/integrations/prometheus.py`), without its finest steps. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 120, 300, 600];

/** One series of an `AnswerFamily`. */
interface AnswerSeries {
  readonly read: AnswerFamily['read'];
  readonly add: (value: number) => void;
}

/** Counts what the families of metrics name: each count is an addition to a plain number. */
export class Tallies implements Observer {
  /** Makes the series of one deployment under one requested name. */
  readonly #openSeries: (request: AnsweredRequest) => readonly AnswerSeries[];
  readonly #series = new Map<string, Map<string, readonly AnswerSeries[]>>();
  readonly #countRequest: (record: FinishedRecord) => void;
  readonly #countAttempt: (attempt: Attempt) => void;

  constructor(metrics: Metrics) {
    const open = answerFamilies.map((family) => seriesOpener(metrics, family));
    this.#openSeries = (request) => {
      const labels = modelLabels(request);
      return open.map((openOne) => openOne(labels));
    };
    this.#countRequest = eventCounters(metrics, requestFamilies);
    this.#countAttempt = eventCounters(metrics, attemptFamilies);
  }

  attemptEnded(attempt: Attempt): void {
    this.#countAttempt(attempt);
  }

  exchangeEnded(record: FinishedRecord): void {
    this.#countRequest(record);
    if (!isAnswered(record)) return;
    for (const { read, add } of this.#seriesOf(record.deployment, record)) {
      const value = read(record);
      if (value !== undefined) add(value);
    }
  }

  /** Labels are looked up once for a deployment and a name. */
  #seriesOf({ id }: Deployment, request: AnsweredRequest): readonly AnswerSeries[] {
    let byName = this.#series.get(id);
    if (!byName) this.#series.set(id, (byName = new Map<string, readonly AnswerSeries[]>()));
    let series = byName.get(request.model);
    if (!series) byName.set(request.model, (series = this.#openSeries(request)));
    return series;
  }
}

function isAnswered(record: FinishedRecord): record is AnsweredRequest {
  return record.deployment !== undefined && record.usage !== undefined;
}

function seriesOpener(
  metrics: Metrics,
  { kind, name, help, read }: AnswerFamily,
): (labels: ReturnType<typeof modelLabels>) => AnswerSeries {
  if (kind === 'histogram') {
    const histogram = metrics.histogram({ name, help, labelNames: modelLabelNames, buckets: BUCKETS });
    return (labels) => {
      const series = histogram.series(labels);
      return { read, add: (value) => series.observe(value) };
    };
  }
  const counter = metrics.counter({ name, help, labelNames: modelLabelNames });
  return (labels) => {
    const series = counter.series(labels);
    return { read, add: (value) => (series.value += value) };
  };
}

function eventCounters<Event>(metrics: Metrics, families: readonly EventFamily<Event>[]): (event: Event) => void {
  const counters = families.map(({ name, help, labelNames, read }) => {
    const counter = metrics.counter({ name, help, labelNames });
    return (event: Event) => {
      const labels = read(event);
      if (labels) counter.increment(labels);
    };
  });
  return (event) => {
    for (const count of counters) count(event);
  };
}
