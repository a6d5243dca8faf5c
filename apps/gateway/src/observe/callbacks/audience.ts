import { randomUUID } from 'node:crypto';
import type { CallbackSettings } from '../../config/sections/callbacks/callback.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import { Trace } from '../../exchange/record/trace.ts';
import { textsIn } from '../../keys/settings.ts';
import { VirtualKey } from '../../keys/virtual-key.ts';
import type { EventQueue } from './event-queue.ts';
import { spansOf, type SpanFacts } from './request-spans.ts';
import type { Span } from './sinks/otlp/span.ts';
import { maskedContent, withMasked, type MaskedContent } from './masked-content.ts';
import type { PendingWork } from './pending-work.ts';
import { standardPayload, type PayloadFacts, type ToldExchange } from './standard-payload.ts';
import { toldAnswer } from './told-answer.ts';

/** One who is told. */
export interface Told {
  readonly settings: CallbackSettings;
  /** The queue of the account, which goes on from one caller to the next. */
  readonly queue: () => EventQueue;
}

export interface AudienceOptions {
  readonly told: readonly Told[];
  /** Nothing of what was asked and answered is told to any of them. */
  readonly isRedacted: boolean;
  /** Keys and requests may turn some of them off. */
  readonly areTurnedOff: boolean;
  readonly work: PendingWork;
}

/** Those who are told of what a caller asks, behind the last byte. */
export class Audience {
  readonly #told: readonly Told[];
  readonly #isRedacted: boolean;
  readonly #areTurnedOff: boolean;
  readonly #work: PendingWork;

  constructor({ told, isRedacted, areTurnedOff, work }: AudienceOptions) {
    this.#told = told;
    this.#isRedacted = isRedacted;
    this.#areTurnedOff = areTurnedOff;
    this.#work = work;
  }

  /** Unless its caller wants none of it. */
  exchangeEnded(told: ToldExchange): void {
    const { record, headers, exchange } = told;
    if (exchange.controls.isUnlogged) return;
    const off = this.#areTurnedOff ? turnedOff(told) : undefined;
    const isRedacted = told.isSecret || this.#isRedacted || wantsRedaction(headers);
    const facts = { id: randomUUID(), answer: told.sent && toldAnswer(told.sent, record), isRedacted };
    const wanting = this.#told.filter(
      ({ settings }) =>
        (record.failure === undefined ? settings.onSuccess : settings.onFailure) &&
        off?.has(settings.name.toLowerCase()) !== true,
    );
    if (wanting.length === 0) return;
    if (isRedacted || exchange.guard?.masksWhatIsTold !== true) this.#tell(wanting, told, facts);
    else this.#work.add(this.#tellMasked(wanting, told, facts));
  }

  /** What a guardrail could not look at, or would have refused, is told without its content. */
  async #tellMasked(wanting: readonly Told[], told: ToldExchange, facts: PayloadFacts): Promise<void> {
    const masked = await maskedContent(told, facts).catch(() => undefined);
    this.#tell(wanting, told, { ...facts, isRedacted: masked === undefined }, masked);
  }

  #tell(wanting: readonly Told[], told: ToldExchange, shared: PayloadFacts, masked?: MaskedContent): void {
    const { record, exchange } = told;
    for (const { settings, queue } of wanting) {
      const facts = { ...shared, isRedacted: shared.isRedacted || settings.isRedacted };
      const plain = standardPayload(told, facts);
      const payload = masked && !facts.isRedacted ? withMasked(plain, masked) : plain;
      // An error of a span is read from the record, where it stands unmasked.
      const ofSpans = {
        ...facts,
        isRedacted: facts.isRedacted || (masked !== undefined && record.failure !== undefined),
      };
      const spans = toldSpans(settings.sink, exchange, { ...ofSpans, record, payload });
      queue().add({
        id: facts.id,
        payload,
        text: JSON.stringify(payload),
        startedAt: Date.now() - record.durationMs,
        spans,
      });
    }
  }
}

/** Nothing where a sink takes none, and where the trace is not told. */
function toldSpans(
  sink: CallbackSettings['sink'],
  exchange: Exchange,
  facts: Omit<SpanFacts, 'trace'>,
): readonly Span[] | undefined {
  if (sink.kind !== 'otlp') return undefined;
  const trace = exchange.trace ?? lateTrace(exchange);
  return trace.isSampled ? spansOf({ ...facts, trace }, sink.carriesContent) : undefined;
}

/** A request's own trace with the call that was made last: where nobody but its key's own callback wants one. */
function lateTrace({ lastAttempt }: Exchange): Trace {
  const trace = new Trace({}, { isTold: true, handsOn: false });
  if (lastAttempt) trace.began(lastAttempt);
  return trace;
}

/** A request's header before the list of its key, as in LiteLLM (`EnterpriseCallbackControls`, 1.108.7). */
function turnedOff({ headers, record: { caller } }: ToldExchange): ReadonlySet<string> | undefined {
  const header = headers['x-litellm-disable-callbacks'];
  if (typeof header === 'string') return new Set(header.split(',').map((name) => name.trim().toLowerCase()));
  const names = caller instanceof VirtualKey ? textsIn(caller.metadata, 'litellm_disabled_callbacks') : [];
  return names.length === 0 ? undefined : new Set(names.map((name) => name.toLowerCase()));
}

/** LiteLLM's header, and its older name. */
function wantsRedaction(headers: ToldExchange['headers']): boolean {
  return ['x-litellm-enable-message-redaction', 'litellm-enable-message-redaction'].some(
    (name) => headers[name] === 'true',
  );
}
