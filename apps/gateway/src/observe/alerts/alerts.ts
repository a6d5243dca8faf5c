import { randomUUID } from 'node:crypto';
import { ProviderError } from '@showrunner/providers';
import type { Logger, Secret } from '@showrunner/service';
import type { SharedState } from '@showrunner/store';
import type { AlertKind, AlertSettings } from '../../config/sections/alerting.ts';
import type { Attempt } from '../../exchange/attempt.ts';
import type { Deployment } from '../../exchange/deployment/deployment.ts';
import type { Observer } from '../../exchange/record/observers.ts';
import type { FinishedRecord, OpenedRecord, RequestRecord } from '../../exchange/record/record.ts';
import { describeFailure } from '../../failure/describe-failure.ts';
import type { BudgetNews, BudgetWatch } from '../../keys/budgets/budget-watch.ts';
import { callerFacts } from '../caller-facts.ts';
import type { CallbackTallies } from '../callbacks/callback-tallies.ts';
import { EventQueue, type QueueTrouble } from '../callbacks/event-queue.ts';
import { alertSink } from './alert-sink.ts';
import { budgetEvents, type BudgetEvent } from './budget-event.ts';
import { webhookEvent } from './webhook-event.ts';

/** A request that hangs is noticed this late at most. */
const LOOK_MS = 1_000;
/** Failures of one database are told of once in so long. */
const DATABASE_SECONDS = 60;
/** Errors are told no longer than this. */
const LONGEST_TEXT = 1_000;

export interface AlertPorts {
  /** What all replicas share, so that one of them tells. */
  readonly shared: () => SharedState;
  readonly budgets: BudgetWatch;
  /** The digest of a key, by its id. */
  readonly digestOf: (keyId: string) => Promise<string | undefined>;
  readonly tallies: CallbackTallies;
  readonly logger: Pick<Logger, 'warn'>;
}

type Level = 'Low' | 'Medium' | 'High';

/**
 * Tells people of what goes wrong, in LiteLLM's words, by Slack's webhooks and one of their own. Behind the answers, in
 * a bounded queue; one alarm of each thing, whichever replica has seen it.
 */
export class Alerts implements Observer {
  readonly #settings: AlertSettings;
  readonly #ports: AlertPorts;
  readonly #queue: EventQueue;
  /** Requests that nobody has answered yet, oldest first. */
  readonly #waiting = new Map<RequestRecord, true>();
  /** Those of which somebody was told. */
  readonly #told = new WeakSet<RequestRecord>();
  readonly #underWay = new Set<Promise<void>>();
  readonly #look: NodeJS.Timeout;
  readonly #unsubscribe: () => void;

  constructor(settings: AlertSettings, ports: AlertPorts) {
    this.#settings = settings;
    this.#ports = ports;
    const onTrouble = ({ reason, lost }: QueueTrouble): void => {
      ports.tallies.failed('alerting', lost);
      ports.logger.warn({ reason, lost }, 'alerts did not arrive');
    };
    this.#queue = new EventQueue({ sink: alertSink, onTrouble });
    const everyMs = Math.min(LOOK_MS, Math.max(50, settings.thresholdSeconds * 500));
    this.#look = setInterval(() => this.#lookForHanging(), everyMs).unref();
    this.#unsubscribe = ports.budgets.subscribe((news) => this.#budgetMoved(news));
  }

  exchangeBegan(record: OpenedRecord): void {
    this.#waiting.set(record, true);
  }

  exchangeEnded(record: FinishedRecord): void {
    this.#waiting.delete(record);
    if (record.failure !== undefined) this.#requestFailed(record);
    else this.#requestEnded(record);
  }

  attemptEnded({ failure, deployment }: Attempt): void {
    if (ProviderError.isInstance(failure) && (failure.status === 408 || failure.status >= 500)) {
      this.#inTurn(this.#countOutage(deployment, failure.status));
    }
  }

  /** A deployment was put to rest. */
  cooledDown({ id, vendorModel, settings }: Deployment, seconds: number): void {
    if (!this.#wants('cooldown_deployment')) return;
    const message = `Deployment is put to rest for ${seconds}s${placeOf(vendorModel, settings.apiBase)}`;
    this.#inTurn(this.#once(`cooldown:${id}`, seconds, () => this.#tell('cooldown_deployment', 'Medium', message)));
  }

  /** What is kept cannot be written or read. */
  databaseFailed(reason: string): void {
    const message = `DB read/write call failed: ${reason.slice(0, LONGEST_TEXT)}`;
    this.#inTurn(this.#once('database', DATABASE_SECONDS, () => this.#tell('db_exceptions', 'High', message)));
  }

  /** Sends what waits. */
  async dispose(): Promise<void> {
    clearInterval(this.#look);
    this.#unsubscribe();
    await Promise.all(this.#underWay);
    await this.#queue.dispose();
  }

  #requestFailed(record: FinishedRecord): void {
    const { cause, status, message } = describeFailure(record.failure);
    if (!ProviderError.isInstance(cause) || cause.kind === 'aborted') return;
    const text = this.#settings.isRedacted ? `status ${status} of ${cause.provider}` : message;
    this.#tell('llm_exceptions', 'High', `LLM API call failed: \`${text.slice(0, LONGEST_TEXT)}\``);
  }

  /** A stream is as slow as its first content: what moves does not hang. */
  #requestEnded(record: FinishedRecord): void {
    const { firstContentAt, movedAt, startedAt, durationMs } = record;
    const toldAt = firstContentAt ?? movedAt;
    const seconds = (toldAt === undefined ? durationMs : toldAt - startedAt) / 1000;
    if (seconds <= this.#settings.thresholdSeconds || this.#told.has(record)) return;
    const threshold = this.#settings.thresholdSeconds;
    const slow = `\`Responses are slow - ${seconds.toFixed(2)}s response time > Alerting threshold: ${threshold}s\``;
    this.#tell('llm_too_slow', 'Low', `${slow}${aboutRequest(record, record.deployment)}`);
  }

  #lookForHanging(): void {
    const { thresholdSeconds } = this.#settings;
    const before = performance.now() - thresholdSeconds * 1000;
    for (const record of this.#waiting.keys()) {
      if (record.startedAt > before) return;
      this.#waiting.delete(record);
      if (record.state !== 'opened' || record.movedAt !== undefined || !this.#wants('llm_requests_hanging')) continue;
      this.#told.add(record);
      const hanging = `\`Requests are hanging - ${thresholdSeconds}s+ request time\``;
      this.#tell('llm_requests_hanging', 'Medium', `${hanging}${aboutRequest(record, undefined)}`);
    }
  }

  async #countOutage({ id, vendorModel, adapter, settings }: Deployment, status: number): Promise<void> {
    const { outageSeconds, minorOutage, majorOutage } = this.#settings;
    if (!this.#wants('outage_alerts')) return;
    const shared = this.#ports.shared();
    const key = (kind: string): string => `alert:outage:${id}:${kind}`;
    const options = { ttlSeconds: outageSeconds };
    const isTimeout = status === 408;
    const timeouts = await shared.increment(key('timeout'), isTimeout ? 1 : 0, options);
    const errors = await shared.increment(key('error'), isTimeout ? 0 : 1, options);
    const total = timeouts + errors;
    if (total !== minorOutage && total !== majorOutage) return;
    const kind = total >= majorOutage ? 'Major' : 'Minor';
    const counts = [
      ...(timeouts > 0 ? [`Timeout Errors: ${timeouts}`] : []),
      ...(errors > 0 ? [`API Errors: ${errors}`] : []),
    ];
    const base = settings.apiBase === undefined ? '' : `*API Base:* \`${settings.apiBase}\`\n`;
    const message = `\n\n*⚠️ ${kind} Service Outage*\n\n*Model Name:* \`${vendorModel}\`\n*Provider:* \`${adapter.name}\`\n${base}\n*Errors:*\n${counts.join('\n')}\n`;
    const tell = (): void => this.#tell('outage_alerts', kind === 'Major' ? 'High' : 'Medium', message);
    await this.#once(`outage:${id}:${kind}`, outageSeconds, tell);
  }

  #budgetMoved(news: BudgetNews): void {
    if (!this.#wants('budget_alerts')) return;
    const now = Date.now();
    for (const event of budgetEvents(news, now)) {
      const seconds = news.windowEndsAt === undefined ? this.#settings.budgetSeconds : (news.windowEndsAt - now) / 1000;
      const name = `budget:${news.window}:${event.event}:${event.mark}`;
      this.#inTurn(this.#once(name, Math.max(1, Math.ceil(seconds)), () => this.#tellBudget(news, event)));
    }
  }

  async #tellBudget(news: BudgetNews, event: BudgetEvent): Promise<void> {
    const { holder } = news;
    const digest = holder.kind === 'key' ? await this.#ports.digestOf(holder.id).catch(() => undefined) : undefined;
    const body = webhookEvent(news, event, digest);
    if (this.#settings.webhook) this.#post(this.#settings.webhook, body);
    const { token: _token, event: _event, event_message: message, ...shown } = body;
    const lines = Object.entries(shown).flatMap(([name, value]) => (value === null ? [] : [`*${name}:* \`${value}\``]));
    this.#tell('budget_alerts', 'High', `${String(message)}\n\n${lines.join('\n')}\n`);
  }

  /** Of all who see it at all replicas, one does this. While Redis is away each replica is one of its own. */
  async #once(name: string, seconds: number, tell: () => void | Promise<void>): Promise<void> {
    const count = await this.#ports.shared().increment(`alert:${name}`, 1, { ttlSeconds: seconds });
    if (count === 1) await tell();
  }

  #wants(kind: AlertKind): boolean {
    return this.#settings.kinds.has(kind);
  }

  #tell(kind: AlertKind, level: Level, message: string): void {
    if (!this.#wants(kind)) return;
    const time = new Date().toTimeString().slice(0, 8);
    const where = this.#settings.proxyUrl === undefined ? '' : `\n\nProxy URL: \`${this.#settings.proxyUrl}\``;
    const text = `Alert type: \`${kind}\`\nLevel: \`${level}\`\nTimestamp: \`${time}\`\n\nMessage: ${message}${where}`;
    for (const url of this.#settings.slack.get(kind) ?? []) this.#post(url, { text });
  }

  #post(to: Secret, body: Readonly<Record<string, unknown>>): void {
    const url = to.reveal();
    this.#queue.add({
      id: randomUUID(),
      startedAt: Date.now(),
      text: JSON.stringify({ url, body }),
      payload: { url, body },
    });
  }

  #inTurn(work: Promise<void>): void {
    const done = work
      .catch((error: unknown) => this.#ports.logger.warn({ error: String(error) }, 'an alert could not be counted'))
      .finally(() => this.#underWay.delete(done));
    this.#underWay.add(done);
  }
}

function aboutRequest({ caller, model }: RequestRecord, deployment: Deployment | undefined): string {
  const { keyAlias, teamAlias } = callerFacts(caller);
  const name = deployment?.vendorModel ?? model;
  return `${placeOf(name, deployment?.settings.apiBase)}\nKey Alias: \`${keyAlias ?? ''}\`\nTeam Alias: \`${teamAlias ?? ''}\``;
}

function placeOf(model: string, apiBase: string | undefined): string {
  return `\nRequest Model: \`${model}\`\nAPI Base: \`${apiBase ?? 'None'}\``;
}
