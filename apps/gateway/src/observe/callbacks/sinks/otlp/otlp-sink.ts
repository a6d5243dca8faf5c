import type { OtlpSink } from '../../../../config/sections/callbacks/callback.ts';
import type { Delivery, EventSink, QueuedEvent } from '../../event-queue.ts';
import { deliveryOf, postEvents } from '../../post-events.ts';
import { callGrpc } from './call-grpc.ts';
import type { Span } from './span.ts';
import { writeJson } from './write-json.ts';
import { writeProtobuf } from './write-protobuf.ts';

const EXPORT = '/opentelemetry.proto.collector.trace.v1.TraceService/Export';

/** Spans by OpenTelemetry's protocol: over HTTP in its binary or JSON form, or over gRPC. */
export function otlpSink({ protocol, url, headers, resource }: OtlpSink): EventSink {
  const own = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value.reveal()]));
  const send = async (
    spans: readonly Span[],
    events: readonly QueuedEvent[],
    signal: AbortSignal,
  ): Promise<Delivery> => {
    if (protocol === 'grpc') {
      const call = { url, path: EXPORT, headers: own, message: writeProtobuf(spans, resource) };
      return deliveryOfStatus(await callGrpc(call, signal), events);
    }
    const isJson = protocol === 'http/json';
    const type = isJson ? 'application/json' : 'application/x-protobuf';
    const body = isJson ? writeJson(spans, resource) : writeProtobuf(spans, resource);
    const { status } = await postEvents({ url, headers: { 'content-type': type, ...own }, body }, signal);
    return deliveryOf(status, events);
  };
  return {
    mostEvents: 512,
    mostBytes: 3_500_000,
    send(events, signal) {
      const spans = events.flatMap((event) => event.spans ?? []);
      return spans.length === 0 ? Promise.resolve({ again: [], refused: 0 }) : send(spans, events, signal);
    },
  };
}

const OK = 0;

/**
 * Those that pass (OTLP Specification, "OTLP/gRPC Response"): cancelled, deadline exceeded, resource exhausted, aborted, out
 * of range, unavailable, data loss.
 */
const PASSING: ReadonlySet<number> = new Set([1, 4, 8, 10, 11, 14, 15]);

function deliveryOfStatus(status: number, events: readonly QueuedEvent[]): Delivery {
  if (status === OK) return { again: [], refused: 0 };
  const reason = `gRPC status ${status}`;
  return PASSING.has(status) ? { again: events, refused: 0, reason } : { again: [], refused: events.length, reason };
}
