import type { ChatRequest } from '@showrunner/providers';
import { describeFailure } from '../failure/describe-failure.ts';
import { costOf } from '../exchange/cost.ts';
import { estimateUsage } from '../exchange/estimate-usage.ts';
import type { RequestLog } from './request-log.ts';
import type { RequestRecord } from '../exchange/record.ts';
import type { Tallies } from './tallies.ts';

/** Takes each finished request, at once and without waiting: what it writes, it writes behind. */
export interface SpendSink {
  add(record: RequestRecord): void;
}

/** Where finished requests are written down. */
export interface Books {
  readonly tallies: Tallies;
  readonly requestLog: RequestLog;
  /** Nothing where spend is not kept. */
  readonly spend: SpendSink | undefined;
}

/** Completes a record after the request's last byte and enters it in the books. Call it once a request. */
export function settle(books: Books, record: RequestRecord, request: ChatRequest, failure: unknown): void {
  complete(record, request, failure);
  books.tallies.count(record);
  books.requestLog.add(record);
  books.spend?.add(record);
}

function complete(record: RequestRecord, request: ChatRequest, failure: unknown): void {
  const { deployment, answer } = record;
  record.durationMs = performance.now() - record.startedAt;
  if (failure !== undefined) {
    record.failure = failure;
    record.status = describeFailure(failure).status;
  }
  if (!deployment || !answer) return;
  record.isEstimated = answer.usage === undefined;
  record.usage = answer.usage ?? estimateUsage(request, answer.roughTokens);
  record.cost ??= costOf(record.usage, deployment.price);
}
