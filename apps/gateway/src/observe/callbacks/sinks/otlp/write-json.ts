import {
  ERROR,
  exceptionOf,
  knownOf,
  nanoseconds,
  SCOPE,
  type Attributes,
  type AttributeValue,
  type Span,
} from './span.ts';

/** `ExportTraceServiceRequest` in its JSON form (opentelemetry.io, "OTLP Specification" 1.9, "JSON Protobuf Encoding"). */
export function writeJson(spans: readonly Span[], resource: Attributes): string {
  const scopeSpans = [{ scope: { name: SCOPE }, spans: spans.map(spanOf) }];
  return JSON.stringify({ resourceSpans: [{ resource: { attributes: pairsOf(resource) }, scopeSpans }] });
}

function spanOf(span: Span): object {
  const { traceId, spanId, parentSpanId, traceState, name, kind, failure } = span;
  const exception = exceptionOf(span);
  return {
    traceId,
    spanId,
    ...(parentSpanId !== undefined && { parentSpanId }),
    ...(traceState !== undefined && { traceState }),
    name,
    kind,
    startTimeUnixNano: String(nanoseconds(span.startMs)),
    endTimeUnixNano: String(nanoseconds(span.endMs)),
    attributes: pairsOf(span.attributes),
    ...(exception && {
      events: [
        {
          timeUnixNano: String(nanoseconds(exception.timeMs)),
          name: 'exception',
          attributes: pairsOf(exception.attributes),
        },
      ],
    }),
    status: failure ? { code: ERROR, message: failure.message } : {},
  };
}

function pairsOf(attributes: Attributes): object[] {
  return knownOf(attributes).map(([key, value]) => ({ key, value: anyValue(value) }));
}

function anyValue(value: AttributeValue): object {
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  if (typeof value !== 'number') return { arrayValue: { values: value.map(anyValue) } };
  return Number.isSafeInteger(value) ? { intValue: String(value) } : { doubleValue: value };
}
