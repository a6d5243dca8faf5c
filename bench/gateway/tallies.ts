// What metrics cost: nanoseconds that they add to a request, memory that a caller keeps, and how long a page of all callers
// takes. README.md tells how.
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createMetrics } from '@showrunner/service';
import type { Attempt } from '../../apps/gateway/src/exchange/attempt.ts';
import type { FinishedRecord } from '../../apps/gateway/src/exchange/record/record.ts';
import { metricLabels, type LabelName, type MetricName } from '../../apps/gateway/src/litellm/metric-labels.ts';
import { Tallies } from '../../apps/gateway/src/observe/metrics/tallies.ts';
import { attemptOf, callerOf, finishedRecord } from '../../apps/gateway/src/testing/finished-record.ts';

const { values } = parseArgs({
  options: { callers: { type: 'string', default: '10000' }, requests: { type: 'string', default: '1000000' } },
});
const count = Number(values.callers);
const requests = Number(values.requests);
const WARM_UP = 200_000;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function memory(): number {
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const metrics = createMetrics();
const tallies = new Tallies(metrics);
tallies.configure({
  latencyBuckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 120, 300, 420, 600],
  labels: new Map(Object.entries(metricLabels) as [MetricName, readonly LabelName[]][]),
  mostSeries: 2 * count + 1,
  ttlSeconds: undefined,
  sweepSeconds: 60,
  showsEndUsers: false,
  custom: [],
  showsUnusedBudgets: false,
});
const records = Array.from({ length: count }, (_, number) => finishedRecord(callerOf(number)));
const attempts = records.map(attemptOf);

function ask(index: number): void {
  tallies.attemptEnded(attempts[index] as Attempt);
  tallies.exchangeEnded(records[index] as FinishedRecord);
}

const before = memory();
for (let index = 0; index < count; index++) ask(index);
console.log(`${count} callers: ${((memory() - before) / count / 1000).toFixed(2)} KB each`);
const atRandom = Array.from({ length: 65_536 }, () => Math.floor(Math.random() * count));
for (let turn = 0; turn < WARM_UP; turn++) ask(atRandom[turn & 65_535] as number);
const startedAt = performance.now();
for (let turn = 0; turn < requests; turn++) ask(atRandom[turn & 65_535] as number);
console.log(`a request: ${(((performance.now() - startedAt) * 1e6) / requests).toFixed(0)} ns`);

const scrapedAt = performance.now();
let written = 0;
let longestMs = 0;
let pieceAt = scrapedAt;
for await (const piece of metrics.page()) {
  written += piece.length;
  longestMs = Math.max(longestMs, performance.now() - pieceAt);
  pieceAt = performance.now();
}
const seconds = (performance.now() - scrapedAt) / 1000;
console.log(
  `a page: ${(written / 1e6).toFixed(1)} MB, ${(written / count / 1000).toFixed(1)} KB a caller, in ${seconds.toFixed(2)} s, ${longestMs.toFixed(0)} ms at most without a turn for others`,
);
