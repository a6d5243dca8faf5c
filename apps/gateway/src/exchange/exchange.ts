import { billedTier, priceServedAs } from '@showrunner/models';
import { ProviderError, type Usage } from '@showrunner/providers';
import { costOf } from './record/cost.ts';
import { usageOfCut } from './answer/cut-usage.ts';
import { describeFailure } from '../failure/describe-failure.ts';
import type { GatewayError } from '../failure/gateway-error.ts';
import type { AnswerFacts } from './answer/answer-facts.ts';
import type { Answer, PlainAnswer } from './answer/answer.ts';
import { Attempt, type Turn } from './attempt.ts';
import type { Deployment } from './deployment/deployment.ts';
import type { ExchangeGuard, GuardrailNote } from './exchange-guard.ts';
import { CLIENT_IS_GONE, clientIsGone, type Lifetime } from './time/lifetime.ts';
import type { ModelRequest } from './asked/model-request.ts';
import type { Operation } from './operation.ts';
import {
  addGuardrailNote,
  answerRecord,
  type AnsweredRecord,
  finishRecord,
  openRecord,
  type FinishedRecord,
  type Question,
  type RequestRecord,
  type Way,
} from './record/record.ts';
import type { RequestControls } from './asked/request-controls.ts';
import type { RequestLabels } from './asked/request-labels.ts';
import type { Terms } from './terms.ts';
import type { Trace } from './record/trace.ts';
import type { AskedRequest, Wire } from './wire.ts';

export interface ExchangeOptions {
  readonly operation: Operation;
  readonly wire: Wire;
  readonly asked: AskedRequest;
  readonly question: Question;
  readonly lifetime: Lifetime;
  readonly terms: Terms;
  /** The length of the request's body. */
  readonly requestBytes: number;
  /** Its headers that are a vendor's business; nothing where it has none. */
  readonly callerHeaders: Readonly<Record<string, string>> | undefined;
  /** Its headers that each vendor is sent; nothing where its operator wants none to be. */
  readonly forwardedHeaders?: Readonly<Record<string, string>> | undefined;
  /** Nothing where nobody wants traces. */
  readonly trace?: Trace | undefined;
}

/** Which deployments of its group may answer a request, because only they have what it goes on from. */
export interface Restriction {
  fits(deployment: Deployment): boolean;
  /** What the caller is told where none does. */
  readonly refusal: GatewayError;
}

/** What a call may have used and cost whose answer nobody read. */
export interface ExpectedUse {
  readonly usage: Usage;
  /** US dollars; nothing where the price is not known. */
  readonly dollars: number | undefined;
}

/**
 * What a request may cost, in US dollars; nothing where the price is not known. Asked only where a budget binds it.
 *
 * @param usual how many tokens its answer has that may have more; infinite for the longest that it may have, nothing
 * where that is not known
 */
export type ForeseenCost = (usual: number | undefined) => number | undefined;

/** One request on its way through the gateway, whatever its kind: what it asks, under which terms, and what came of it. */
export class Exchange {
  readonly operation: Operation;
  readonly wire: Wire;
  #request: ModelRequest;
  #controls: RequestControls;
  readonly requestBytes: number;
  readonly callerHeaders: Readonly<Record<string, string>> | undefined;
  readonly forwardedHeaders: Readonly<Record<string, string>> | undefined;
  readonly trace: Trace | undefined;
  readonly lifetime: Lifetime;
  readonly terms: Terms;
  /** Nothing where each deployment of its group may answer. */
  restriction: Restriction | undefined;
  /** Which groups may be asked in place of its own; nothing where each that is configured may. */
  mayAskInstead: ((group: string) => boolean) | undefined;
  /** The name of its caller's own by which the model was asked for; nothing where there is none. */
  calledAs: string | undefined;
  /** What it may cost, where that does not follow from who may answer; nothing where it does. */
  foreseen: ForeseenCost | undefined;
  /** Why others had to stand in, where its caller is told. */
  fallbackErrors: GatewayError[] | undefined;
  /** What looks at its texts; nothing where no guardrail does. */
  guard: ExchangeGuard | undefined;
  #record: RequestRecord;
  /** The same object. */
  readonly #way: Way;
  #attempt: Attempt | undefined;
  /** Its client has left, and what it asked for is carried out all the same. */
  #isAbandoned = false;

  constructor(options: ExchangeOptions) {
    const { operation, wire, asked, question, lifetime, terms } = options;
    this.operation = operation;
    this.wire = wire;
    this.#request = asked.request;
    this.#controls = asked.controls;
    this.requestBytes = options.requestBytes;
    this.callerHeaders = options.callerHeaders;
    this.forwardedHeaders = options.forwardedHeaders;
    this.trace = options.trace;
    this.lifetime = lifetime;
    this.terms = terms;
    const record = openRecord(question);
    this.#record = record;
    this.#way = record;
    terms.observers.exchangeBegan(record);
  }

  /** What is asked, as it may be sent. */
  get request(): ModelRequest {
    return this.#request;
  }

  /** What it asks of the gateway itself. */
  get controls(): RequestControls {
    return this.#controls;
  }

  /** Only deployments of this region may answer, whatever the request says. */
  keepTo(region: string): void {
    this.#controls = { ...this.#controls, region };
  }

  /** From here on this is asked in its place. */
  askInstead(request: ModelRequest): void {
    this.#request = request;
  }

  /** A guardrail has looked. */
  noteGuardrail(note: GuardrailNote): void {
    addGuardrailNote(this.#record, note);
  }

  /** What is written down of it. */
  get record(): RequestRecord {
    return this.#record;
  }

  /** The record, once somebody has answered. Throws before. */
  get answer(): AnsweredRecord {
    if (this.#record.state !== 'answered') throw new Error(`the request is ${this.#record.state}, not answered`);
    return this.#record;
  }

  /** Milliseconds that vendors have taken until now. */
  get vendorMs(): number {
    const attempt = this.#attempt;
    const current = attempt && attempt.endedAt === undefined ? attempt.vendorMs : 0;
    return this.#record.upstreamMs + current;
  }

  /** The last call of a deployment that was made for it. */
  get lastAttempt(): Attempt | undefined {
    return this.#attempt;
  }

  /** About how many tokens it will use: what limits claim before a model is called. */
  expectedTokens(): number {
    return this.operation.expectedTokens(this.request, this.requestBytes);
  }

  /** Whether another attempt can be made. */
  get mayRepeat(): boolean {
    return this.operation.mayRepeat?.(this.request) ?? true;
  }

  /** A deployment is called. */
  begin(deployment: Deployment, turn: Turn): Attempt {
    this.#attempt = new Attempt(this, deployment, turn);
    this.trace?.began(this.#attempt);
    this.#way.calledAt ??= this.#attempt.startedAt;
    return this.#attempt;
  }

  /** How many retries there may be, where no policy says otherwise. */
  allowRetries(most: number): void {
    this.#way.maxRetries = most;
  }

  /** Its client is told something, though nobody has answered yet. */
  moves(): void {
    this.#way.movedAt ??= performance.now();
  }

  /** Once more, as what failed may be tried again so often. */
  countRetry(most: number): void {
    this.#way.retries++;
    this.#way.maxRetries = most;
  }

  countFallback(): void {
    this.#way.fallbacks++;
  }

  /** A group failed for which others may stand in. */
  noteGroupFailure(failure: unknown): void {
    if (!this.#controls.wantsFallbackErrors || !this.terms.tellsFallbackErrors) return;
    this.fallbackErrors ??= [];
    this.fallbackErrors.push(describeFailure(failure));
  }

  /** Where a price goes by how a call is served: by its vendor's word, else as it was asked for. */
  #notePrice(facts: AnswerFacts, { price, defaults }: Deployment): void {
    if (price?.tiers === undefined || facts.price) return;
    const asked = this.#request.service_tier ?? defaults.service_tier;
    facts.price = priceServedAs(price, billedTier(facts.serviceTier ?? facts.usage?.service_tier, asked));
  }

  /** For attempts to say that they are over. */
  attemptEnded(attempt: Attempt): void {
    this.#way.upstreamMs += attempt.vendorMs;
    this.terms.observers.attemptEnded(attempt);
  }

  /** An attempt has its answer, or its stream's first content; from there the time between two chunks counts. */
  answered({ deployment, firstContentAt }: Pick<Attempt, 'deployment' | 'firstContentAt'>, answer: Answer): void {
    const isStream = answer.kind === 'stream';
    if (isStream) this.lifetime.stopDeadline();
    const facts = isStream ? answer.stream.relay.facts : answer.facts;
    if (!isStream) this.#notePrice(facts, deployment);
    const cost = isStream && !facts.billedAs ? undefined : costOf(facts, facts.usage, deployment.price);
    this.#record = answerRecord(this.#record, { deployment, answer: facts, isCacheHit: false, firstContentAt, cost });
  }

  /** The gateway itself has the answer, which costs nothing. */
  answeredHere({ facts }: Pick<PlainAnswer, 'facts'>): void {
    const known = { deployment: undefined, answer: facts, isCacheHit: false, firstContentAt: undefined, cost: 0 };
    this.#record = answerRecord(this.#record, known);
  }

  /** An answer that a deployment gave before serves again, and costs nothing. */
  answeredFromCache(deployment: Deployment | undefined, facts: AnswerFacts): void {
    const known = { deployment, answer: facts, isCacheHit: true, firstContentAt: undefined, cost: 0 };
    this.#record = answerRecord(this.#record, known);
  }

  /** The client has left: the work ends with it, or goes on for the books alone. */
  clientLeft(goesOn: boolean): void {
    if (goesOn) this.#isAbandoned = true;
    else this.lifetime.clientLeft();
  }

  /** Whether its client left while a vendor was at work for it that had told nothing yet. */
  get isLeftUnanswered(): boolean {
    const attempt = this.#attempt;
    if (this.#record.state !== 'opened' || attempt === undefined || attempt.deployment.isMock) return false;
    return isLeaving(this.lifetime.end) && (attempt.endedAt === undefined || isLeaving(attempt.failure));
  }

  /**
   * Completes the record behind the last byte; call it once.
   *
   * @param expected what it may have used and cost, where its client left before a vendor told
   */
  finish(failure: unknown, labels?: RequestLabels, expected?: ExpectedUse): FinishedRecord {
    // A stream that nobody took to its end.
    this.#attempt?.end(failure);
    const record = this.#record;
    const ended = failure ?? (this.#isAbandoned ? clientIsGone() : undefined);
    const status = ended === undefined ? OK : describeFailure(ended).status;
    const end = { status, failure: ended, labels, asked: this.#attempt?.deployment };
    if (record.state !== 'answered') {
      const usage = expected?.usage;
      return finishRecord(record, { ...end, usage, isEstimated: usage !== undefined, cost: expected?.dollars });
    }
    if (!record.deployment) {
      return finishRecord(record, {
        ...end,
        asked: undefined,
        usage: undefined,
        isEstimated: false,
        cost: record.cost,
      });
    }
    const { answer, deployment } = record;
    const cut = ended !== undefined && record.isStream ? usageOfCut(answer.usage, answer.roughTokens) : undefined;
    const counted = cut ?? answer.usage;
    const usage = counted ?? this.operation.measure(this.request, answer);
    const billed = answer.billedAs ? counted : usage;
    this.#notePrice(answer, deployment);
    const cost = record.cost ?? costOf(answer, billed, deployment.price);
    const isEstimated = cut !== undefined || counted === undefined;
    return finishRecord(record, { ...end, asked: deployment, usage, isEstimated, cost });
  }
}

const OK = 200;

function isLeaving(failure: unknown): boolean {
  return ProviderError.isInstance(failure) && failure.status === CLIENT_IS_GONE;
}
