import type { IncomingHttpHeaders } from 'node:http';
import type { Deployment } from './deployment/deployment.ts';
import type { DeploymentState } from './deployment/deployment-state.ts';
import type { Exchange } from './exchange.ts';

/** Whose turn it is to call. */
export interface Turn {
  /** How many deployments the group has. */
  readonly groupSize: number;
  /** When those behind it have to be asked, by `performance.now()`; infinite where there are none. */
  readonly endsAt: number;
}

/**
 * One call of one deployment, from its start to its last byte. It alone counts what is in flight and how long vendors
 * take; cooldowns, metrics and spans read it when it has ended, and nothing else counts.
 */
export class Attempt {
  readonly exchange: Exchange;
  readonly deployment: Deployment;
  /** How many deployments its group has. */
  readonly groupSize: number;
  /** Until when it may be silent, because others wait to take its place; `performance.now()`, infinite without any. */
  readonly #endsAt: number;
  /** `performance.now()` milliseconds, as all times here. */
  readonly startedAt = performance.now();
  /** When a stream showed its first content. */
  firstContentAt: number | undefined;
  endedAt: number | undefined;
  /** The head of what its vendor sent; nothing before it came, and where no vendor was asked over HTTP. */
  vendorHeaders: IncomingHttpHeaders | undefined;
  /** Why it failed; nothing while it is under way, and where it went well. */
  failure: unknown;
  readonly #state: DeploymentState;

  constructor(exchange: Exchange, deployment: Deployment, { groupSize, endsAt }: Turn) {
    this.exchange = exchange;
    this.deployment = deployment;
    this.groupSize = groupSize;
    this.#endsAt = endsAt;
    this.#state = exchange.terms.states.of(deployment);
    this.#state.inFlight++;
  }

  /** Whether nobody can answer in its deployment's place: no other of its group, and none behind it. */
  get isAlone(): boolean {
    return this.groupSize === 1 && this.#endsAt === Infinity;
  }

  get isStream(): boolean {
    return this.exchange.request.stream === true;
  }

  /** The model as the caller is told of it: under the name that was asked for, or that of the group that stands in. */
  get shownModel(): string {
    const { record, request, calledAs } = this.exchange;
    return record.fallbacks > 0 ? this.deployment.group : (calledAs ?? request.model);
  }

  /** Whether what the vendor does not have is left out, and not refused. */
  get dropsUnsupported(): boolean {
    return this.deployment.dropUnsupported || this.exchange.controls.parameters?.dropsUnsupported === true;
  }

  /**
   * How long it may take, or a stream to its first content, in seconds; nothing beside the request's deadline. What was
   * set for it holds, unless that leaves nothing to those who wait behind it.
   */
  get limitSeconds(): number | undefined {
    const own = this.#ownLimitSeconds;
    if (this.#endsAt === Infinity) return own;
    const leavesTime = own !== undefined && own * 1000 < this.exchange.lifetime.remainingMs(this.startedAt);
    return leavesTime ? own : Math.max(0, this.#endsAt - this.startedAt) / 1000;
  }

  /**
   * Whether it had less time than the configuration gives, because its caller wanted it so: being late then tells
   * nothing about the deployment, and must not take it from others.
   */
  get isHurried(): boolean {
    const { controls, record, terms } = this.exchange;
    const isWished = record.timeoutSeconds < terms.timeoutSeconds || controls.streamTimeoutSeconds !== undefined;
    const given = Math.min(this.#configuredLimitSeconds ?? Infinity, terms.timeoutSeconds);
    return isWished && this.vendorMs < given * 1000;
  }

  get #ownLimitSeconds(): number | undefined {
    const wished = this.isStream ? this.exchange.controls.streamTimeoutSeconds : undefined;
    return wished ?? this.#configuredLimitSeconds;
  }

  get #configuredLimitSeconds(): number | undefined {
    const { exchange, deployment } = this;
    if (!this.isStream) return deployment.timeoutSeconds;
    return deployment.streamTimeoutSeconds ?? exchange.terms.streamTimeoutSeconds ?? deployment.timeoutSeconds;
  }

  /** How long its vendor may be silent between two chunks of a stream, in seconds: no longer than its caller would wait. */
  get idleSeconds(): number {
    const { terms, record } = this.exchange;
    return Math.min(this.deployment.timeoutSeconds ?? terms.timeoutSeconds, record.timeoutSeconds);
  }

  /** Milliseconds that its vendor has taken. */
  get vendorMs(): number {
    return (this.endedAt ?? performance.now()) - this.startedAt;
  }

  contentCame(): void {
    this.firstContentAt ??= performance.now();
  }

  /** The vendor has sent its last byte, or no more is wanted of it. Only the first end counts. */
  end(failure?: unknown): void {
    if (this.endedAt !== undefined) return;
    this.endedAt = performance.now();
    this.failure = failure;
    this.#state.inFlight--;
    this.exchange.attemptEnded(this);
  }
}
