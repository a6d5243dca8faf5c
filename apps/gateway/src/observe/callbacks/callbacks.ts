import { randomUUID } from 'node:crypto';
import type { Logger, Metrics } from '@showrunner/service';
import type { CallbackSettings } from '../../config/sections/callbacks/callback.ts';
import type { Trace } from '../../exchange/trace.ts';
import { EventQueue, type QueueTrouble } from './event-queue.ts';
import { createSink } from './sinks/create-sink.ts';
import { spansOf, type SpanFacts } from './request-spans.ts';
import type { Span } from './sinks/otlp/span.ts';
import { standardPayload, type ToldExchange } from './standard-payload.ts';
import { toldAnswer } from './told-answer.ts';

/** Counts what callbacks lost; one for all configurations. */
export class CallbackTallies {
  readonly #failures: ReturnType<Metrics['counter']>;
  readonly #dropped: ReturnType<Metrics['counter']>;

  constructor(metrics: Metrics) {
    this.#failures = metrics.counter({
      name: 'litellm_callback_logging_failures_metric_total',
      help: 'Batches of events that a callback did not take, and events for which there was no room.',
      labelNames: ['callback_name'],
    });
    this.#dropped = metrics.counter({
      name: 'showrunner_callback_events_dropped_total',
      help: 'Events that a callback refused, for which there was no room, or that the end of the process cut off.',
      labelNames: ['callback_name'],
    });
  }

  failed(name: string, lost: number): void {
    this.#failures.increment({ callback_name: name });
    if (lost > 0) this.#dropped.increment({ callback_name: name }, lost);
  }
}

/** Tells those whom the configuration names of requests that are over, behind their last byte. */
export class Callbacks {
  readonly #told: readonly { readonly settings: CallbackSettings; readonly queue: EventQueue }[];

  constructor(settings: readonly CallbackSettings[], tallies: CallbackTallies, logger: Logger) {
    this.#told = settings.map((one) => {
      const onTrouble = ({ reason, lost, isNew }: QueueTrouble): void => {
        tallies.failed(one.name, lost);
        // Named once: whoever does not take a batch will not take the next either, twice a second.
        if (isNew) logger.warn({ callback: one.name, reason, lost }, 'a callback did not take its events');
      };
      return { settings: one, queue: new EventQueue({ sink: createSink(one.sink), onTrouble }) };
    });
  }

  /** Unless its caller wants none of it. */
  exchangeEnded(told: ToldExchange): void {
    const { record, headers, exchange } = told;
    if (exchange.controls.isUnlogged) return;
    const isRedacted = told.isSecret || wantsRedaction(headers);
    const id = randomUUID();
    const answer = told.sent && toldAnswer(told.sent, record);
    for (const { settings, queue } of this.#told) {
      if (!(record.failure === undefined ? settings.onSuccess : settings.onFailure)) continue;
      const facts = { id, answer, isRedacted: isRedacted || settings.isRedacted };
      const payload = standardPayload(told, facts);
      const spans = toldSpans(settings.sink, exchange.trace, { ...facts, record, payload });
      queue.add({ id, payload, text: JSON.stringify(payload), startedAt: Date.now() - record.durationMs, spans });
    }
  }

  /** Sends what waits. */
  async dispose(): Promise<void> {
    await Promise.all(this.#told.map(({ queue }) => queue.dispose()));
  }
}

/** Nothing where a sink takes none, and where the trace is not told. */
function toldSpans(
  sink: CallbackSettings['sink'],
  trace: Trace | undefined,
  facts: Omit<SpanFacts, 'trace'>,
): readonly Span[] | undefined {
  if (sink.kind !== 'otlp' || trace?.isSampled !== true) return undefined;
  return spansOf({ ...facts, trace }, sink.carriesContent);
}

/** LiteLLM's header, and its older name. */
function wantsRedaction(headers: ToldExchange['headers']): boolean {
  return ['x-litellm-enable-message-redaction', 'litellm-enable-message-redaction'].some(
    (name) => headers[name] === 'true',
  );
}
