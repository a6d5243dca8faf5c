import type { Usage } from '@showrunner/providers';
import type { Deployment } from '../config/deployment.ts';
import type { Exchange } from '../call/exchange.ts';
import type { Gateway } from '../gateway.ts';
import { describeFailure } from '../failure/describe-failure.ts';
import { costOf } from './cost.ts';
import { estimateUsage } from './estimate-usage.ts';
import type { RequestRecord } from './request-log.ts';
import type { ModelTally } from './tallies.ts';

/** How a request ended, as far as it got. */
export interface Outcome {
  readonly deployment?: Deployment | undefined;
  /** What the vendor counted. */
  readonly usage?: Usage | undefined;
  readonly cost?: number | undefined;
  readonly failure?: unknown;
  readonly isCacheHit?: boolean;
  /** `performance.now()` at a stream's first content. */
  readonly firstContentAt?: number;
  /** About how many tokens the answer is, for where the vendor gives no usage: chunks with content are one each. */
  readonly roughTokens?: number | undefined;
}

/** Counts a request and what it cost, after its last byte. Adds to plain numbers; writing and exporting come later. */
export function accountFor(gateway: Gateway, exchange: Exchange, outcome: Outcome): void {
  const now = performance.now();
  const { serving } = exchange;
  exchange.lifetime.dispose();
  gateway.underWay.delete(exchange.lifetime);
  const requested = boundedName(exchange);
  const { deployment } = outcome;
  const status = outcome.failure === undefined ? 200 : describeFailure(outcome.failure).status;
  if (outcome.failure !== undefined) serving.tallies.countRequestFailure(requested, status);
  const usage = outcome.usage ?? (deployment && estimateUsage(exchange.request, outcome.roughTokens ?? 0));
  const cost = outcome.cost ?? (usage && costOf(usage, deployment?.price));
  if (deployment && usage) {
    const tally = serving.tallies.of(deployment, requested);
    tally.requests.value++;
    tally.total.observe((now - exchange.startedAt) / 1000);
    if (outcome.isCacheHit) tally.cacheHits.value++;
    else countCall(tally, exchange, usage, cost, now);
    if (outcome.firstContentAt !== undefined)
      tally.firstToken.observe((outcome.firstContentAt - exchange.startedAt) / 1000);
  }
  const record: RequestRecord = {
    requestId: exchange.requestId,
    callId: exchange.callId,
    model: requested,
    servedBy: deployment?.model,
    modelId: deployment?.id,
    status,
    isStream: exchange.request.stream === true,
    isCacheHit: outcome.isCacheHit === true,
    usage,
    isEstimated: usage !== undefined && outcome.usage === undefined,
    cost,
    durationMs: now - exchange.startedAt,
    upstreamMs: exchange.upstreamMs,
    retries: exchange.retries,
    fallbacks: exchange.fallbacks,
    failure: outcome.failure,
  };
  gateway.requestLog.add(record);
}

function countCall(tally: ModelTally, exchange: Exchange, usage: Usage, cost: number | undefined, now: number): void {
  tally.inputTokens.value += usage.prompt_tokens;
  tally.outputTokens.value += usage.completion_tokens;
  tally.totalTokens.value += usage.total_tokens;
  if (cost === undefined) tally.unknownCosts.value++;
  else tally.spend.value += cost;
  tally.api.observe(exchange.upstreamMs / 1000);
  tally.overhead.observe(Math.max(0, now - exchange.startedAt - exchange.upstreamMs) / 1000);
}

/** Names that callers make up must not become metric labels; a wildcard counts under its pattern. */
function boundedName({ request, serving }: Exchange): string {
  const { router } = serving;
  if (router.groups.has(request.model) || router.aliases.has(request.model)) return request.model;
  return router.resolve(request.model)?.name ?? 'other';
}
