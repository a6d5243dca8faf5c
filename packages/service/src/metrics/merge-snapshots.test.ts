import { expect, test } from 'vitest';
import { createMetrics, type Metrics } from './create-metrics.ts';
import { mergedPage, withFormer, type MetricsSnapshot } from './merge-snapshots.ts';

/** One process that has counted some requests. */
function counting(requests: number, left: number): Metrics {
  const metrics = createMetrics();
  metrics
    .counter({ name: 'requests_total', help: 'Requests.', labelNames: ['model'] })
    .increment({ model: 'm' }, requests);
  const latency = metrics.histogram({ name: 'latency', help: 'x', labelNames: ['model'], buckets: [0.1, 1] });
  for (let request = 0; request < requests; request++) latency.series({ model: 'm' }).observe(0.5);
  metrics.gauges({
    name: 'left',
    help: 'x',
    labelNames: ['key'],
    merge: 'min',
    read: () => [{ labels: { key: 'k' }, value: left }],
  });
  metrics.figure({ name: 'under_way', help: 'x', type: 'gauge', read: () => 2 });
  metrics.figure({ name: 'known', help: 'x', type: 'gauge', merge: 'max', read: () => left });
  return metrics;
}

const render = async (snapshots: readonly MetricsSnapshot[]): Promise<string> =>
  (await Array.fromAsync(mergedPage(snapshots))).join('');
const linesOf = (text: string, name: RegExp): string[] => text.split('\n').filter((line) => name.test(line));
const OURS = /^(?:requests|latency|left|under_way|known)/;

test('figures of several processes make one answer: counts are added, what is left is what whoever knows most says', async () => {
  const all = [counting(3, 7), counting(4, 5)];
  const text = await render(await Promise.all(all.map((metrics) => metrics.snapshot())));
  expect(linesOf(text, OURS)).toEqual([
    'requests_total{model="m"} 7',
    'latency_bucket{model="m",le="0.1"} 0',
    'latency_bucket{model="m",le="1.0"} 7',
    'latency_bucket{model="m",le="+Inf"} 7',
    'latency_sum{model="m"} 3.5',
    'latency_count{model="m"} 7',
    'left{key="k"} 5',
    'under_way 4',
    'known 7',
  ]);
  expect(linesOf(text, /^process_start_time_seconds/)).toHaveLength(1);
});

test('what a process has counted that is gone is told on; how it stood is not', async () => {
  const gone = await counting(10, 1).snapshot();
  const former = withFormer(withFormer([], gone), gone);
  const text = await render([await counting(3, 7).snapshot(), former]);
  expect(linesOf(text, /^(?:requests|latency_count|latency_bucket.*Inf|left|under_way)/)).toEqual([
    'requests_total{model="m"} 23',
    'latency_bucket{model="m",le="+Inf"} 23',
    'latency_count{model="m"} 23',
    'left{key="k"} 7',
    'under_way 2',
  ]);
});

test('series of processes that are gone stay bounded, and their sums whole', async () => {
  let former: MetricsSnapshot = [];
  for (let round = 0; round < 5; round++) {
    const metrics = createMetrics();
    const counter = metrics.counter({ name: 'made_up_total', help: 'x', labelNames: ['model'] });
    for (let model = 0; model < 6_000; model++) counter.increment({ model: `${round} ${model}` });
    former = withFormer(former, await metrics.snapshot());
  }
  const text = await render([former]);
  const values = linesOf(text, /^made_up_total/).map((line) => Number(line.split(' ').at(-1)));
  expect(values.length).toBeLessThanOrEqual(20_001);
  expect(values.reduce((sum, value) => sum + value, 0)).toBe(30_000);
  expect(text).toContain('made_up_total{model="other"} 10000\n');
});
