import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createMetrics, type Metrics } from '@showrunner/service';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { MetricsSettings } from '../../config/sections/metrics-settings.ts';
import { metricLabels, type LabelName, type MetricName } from '../../litellm/metric-labels.ts';
import { attemptOf, callerOf, finishedRecord } from '../../testing/finished-record.ts';
import { Tallies } from './tallies.ts';

const allLabels = Object.entries(metricLabels) as [MetricName, readonly LabelName[]][];

function counting(settings: Partial<MetricsSettings>): { readonly tallies: Tallies; readonly metrics: Metrics } {
  const metrics = createMetrics();
  const tallies = new Tallies(metrics);
  tallies.configure({
    latencyBuckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 120, 300, 420, 600],
    labels: new Map(allLabels),
    mostSeries: 100_000,
    ttlSeconds: undefined,
    sweepSeconds: 60,
    showsEndUsers: false,
    custom: [],
    showsUnusedBudgets: false,
    ...settings,
  });
  onTestFinished(() => tallies.dispose());
  return { tallies, metrics };
}

function answer(tallies: Tallies, ...[caller, said]: Parameters<typeof finishedRecord>): void {
  const record = finishedRecord(caller, said);
  tallies.attemptEnded(attemptOf(record));
  tallies.exchangeEnded(record);
}

async function linesOf(metrics: Metrics, name: string): Promise<readonly string[]> {
  const text = await metrics.render();
  return text.split('\n').filter((line) => line.startsWith(`${name}{`));
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function memory(): number {
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

test(
  'a caller keeps less than 5 KB, and a page of ten thousand of them is written in pieces',
  { timeout: 120_000 },
  async () => {
    const { tallies, metrics } = counting({});
    const records = Array.from({ length: 10_000 }, (_, number) => finishedRecord(callerOf(number)));
    const before = memory();
    for (const record of records) tallies.exchangeEnded(record);
    expect((memory() - before) / records.length).toBeLessThan(5_000);
    let lines = 0;
    let longest = 0;
    for await (const piece of metrics.page()) {
      lines += piece.split('\n').filter((line) => line.startsWith('litellm_spend_metric_total{')).length;
      longest = Math.max(longest, piece.length);
    }
    expect(lines).toBe(10_000);
    expect(longest).toBeLessThan(200_000);
  },
);

test('what labels do not tell apart is one series, and keeps its sum where a part of it is forgotten', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  onTestFinished(() => void vi.useRealTimers());
  const { tallies, metrics } = counting({ ttlSeconds: 100, sweepSeconds: 10 });
  const [ann, bob] = [callerOf(1), callerOf(2)];
  answer(tallies, ann, { userAgent: 'first' });
  answer(tallies, bob);
  vi.advanceTimersByTime(60_000);
  answer(tallies, ann, { userAgent: 'second' });
  answer(tallies, ann, { userAgent: 'second' });
  expect(await linesOf(metrics, 'litellm_requests_metric_total')).toHaveLength(3);
  vi.advanceTimersByTime(60_000);
  const requests = await linesOf(metrics, 'litellm_requests_metric_total');
  expect(requests).toEqual([expect.stringMatching(/hashed_api_key="0+1".*user_agent="second".*\} 2$/)]);
  expect(await linesOf(metrics, 'litellm_total_tokens_metric_total')).toEqual([expect.stringMatching(/\} 450$/)]);
  answer(tallies, ann, { userAgent: 'third' });
  expect(await linesOf(metrics, 'litellm_requests_metric_total')).toEqual([
    expect.stringMatching(/user_agent="second".*\} 2$/),
    expect.stringMatching(/user_agent="third".*\} 1$/),
  ]);
});

test('callers that no label tells apart hand over what they counted when they are forgotten', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  onTestFinished(() => void vi.useRealTimers());
  const { tallies, metrics } = counting({
    ttlSeconds: 100,
    sweepSeconds: 10,
    labels: new Map([
      ['litellm_spend_metric', ['requested_model']],
      ['litellm_request_total_latency_metric', ['requested_model']],
    ]),
  });
  answer(tallies, callerOf(1));
  vi.advanceTimersByTime(60_000);
  answer(tallies, callerOf(2));
  vi.advanceTimersByTime(60_000);
  expect(await linesOf(metrics, 'litellm_spend_metric_total')).toEqual([
    'litellm_spend_metric_total{requested_model="gpt"} 0.002',
  ]);
  expect(await linesOf(metrics, 'litellm_request_total_latency_metric_count')).toEqual([
    'litellm_request_total_latency_metric_count{requested_model="gpt"} 2',
  ]);
});
