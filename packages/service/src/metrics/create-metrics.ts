import { setImmediate as othersTurn } from 'node:timers/promises';
import { collectDefaultMetrics, Registry, type MetricObjectWithValues, type MetricValue } from 'prom-client';
import { figureLine, labelText, type Family, type Labels, type Merge } from './lines.ts';
import { inPieces, type MetricsSnapshot, type SnapshotFamily } from './merge-snapshots.ts';
import { PlainCounter } from './plain-counter.ts';
import { PlainHistogram } from './plain-histogram.ts';
import { readFigure, type FigureOptions } from './read-figure.ts';
import { readGauges, type GaugesOptions } from './read-gauges.ts';
import type { SeriesOptions } from './series.ts';

export interface Metrics {
  readonly contentType: string;
  /** A counter that costs one addition where it counts. */
  counter(options: SeriesOptions): PlainCounter;
  /** A histogram that costs a short search and two additions where it observes. */
  histogram(options: SeriesOptions & { readonly buckets: readonly number[] }): PlainHistogram;
  /** A figure that somebody else keeps, read when it is scraped. */
  figure(options: FigureOptions): void;
  /** Figures of one name with labels that somebody else keeps, read when they are scraped. */
  gauges(options: GaugesOptions): void;
  /** A metric that writes its own lines. */
  add(family: Family): void;
  /** Takes a metric away, so that another one can have its name. */
  remove(name: string): void;
  /** Everything in Prometheus' text format, in pieces of some `PIECE_LENGTH`; others have their turn between them. */
  page(): AsyncGenerator<string>;
  /** The same as one text. */
  render(): Promise<string>;
  /** Everything as data, of which those of several processes make one page. */
  snapshot(): Promise<MetricsSnapshot>;
}

/** Characters. A page of many callers is longer than one string can be. */
const PIECE_LENGTH = 64 * 1024;

/** Metrics of a process, with its own figures (CPU, memory, event-loop lag, garbage collection) among them. */
export function createMetrics(): Metrics {
  const ofProcess = new Registry();
  collectDefaultMetrics({ register: ofProcess });
  const families = new Map<string, Family>();

  function add<Added extends Family>(family: Added): Added {
    if (families.has(family.name)) throw new Error(`A metric named ${family.name} has already been registered.`);
    families.set(family.name, family);
    return family;
  }

  async function* page(): AsyncGenerator<string> {
    let piece = await ofProcess.metrics();
    // Those of now: a new configuration may exchange them between two pieces.
    const told = [...families.values()];
    for (const family of told) {
      piece += `\n# HELP ${family.name} ${family.help}\n# TYPE ${family.name} ${family.type}\n`;
      for (const line of await family.lines()) {
        piece += line;
        if (piece.length < PIECE_LENGTH) continue;
        yield piece;
        piece = '';
        await othersTurn();
      }
      await othersTurn();
    }
    if (piece !== '') yield piece;
  }

  async function snapshot(): Promise<MetricsSnapshot> {
    const told: SnapshotFamily[] = (await ofProcess.getMetricsAsJSON()).map(asSnapshot);
    const ofNow = [...families.values()];
    for (const family of ofNow) {
      const { name, help, type, merge = 'sum' } = family;
      told.push({ name, help, type, merge, pieces: [...inPieces(await family.lines())] });
      await othersTurn();
    }
    return told;
  }

  return {
    contentType: ofProcess.contentType,
    counter: (options) => add(new PlainCounter(options)),
    histogram: (options) => add(new PlainHistogram(options)),
    figure: (options) => void add(readFigure(options)),
    gauges: (options) => void add(readGauges(options)),
    add: (family) => void add(family),
    remove: (name) => void families.delete(name),
    page,
    snapshot,
    render: async () => (await Array.fromAsync(page())).join(''),
  };
}

/** One of prom-client's, which says itself how it is merged, and of the time of a start nothing: the first is everybody's. */
function asSnapshot({
  name,
  help,
  type,
  aggregator,
  values,
}: MetricObjectWithValues<MetricValue<string>>): SnapshotFamily {
  const merge = (aggregator as string) === 'omit' ? 'min' : (aggregator as Merge);
  const lines = values.map((figure) => {
    const { metricName = name } = figure as { readonly metricName?: string };
    const labels = figure.labels as Labels;
    return figureLine(
      metricName,
      labelText(Object.keys(labels), (label) => labels[label]),
      figure.value,
    );
  });
  return { name, help, type: String(type) as Family['type'], merge, pieces: lines };
}
