import { PbfWriter } from 'pbf';
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

/**
 * `ExportTraceServiceRequest` in its binary form. The numbers are those of the fields in
 * `opentelemetry/proto/{collector/trace,trace,resource,common}/v1/*.proto` (opentelemetry-proto 1.9).
 */
export function writeProtobuf(spans: readonly Span[], resource: Attributes): Buffer {
  const writer = new PbfWriter();
  writer.writeMessage(1, writeResourceSpans, { spans, resource });
  return Buffer.from(writer.finish());
}

function writeResourceSpans({ spans, resource }: { spans: readonly Span[]; resource: Attributes }, writer: PbfWriter) {
  writer.writeMessage(1, writeAttributesAt(1), resource);
  writer.writeMessage(2, writeScopeSpans, spans);
}

function writeScopeSpans(spans: readonly Span[], writer: PbfWriter): void {
  writer.writeMessage(1, writeScope, SCOPE);
  for (const span of spans) writer.writeMessage(2, writeSpan, span);
}

function writeScope(name: string, writer: PbfWriter): void {
  writer.writeStringField(1, name);
}

function writeSpan(span: Span, writer: PbfWriter): void {
  writer.writeBytesField(1, Buffer.from(span.traceId, 'hex'));
  writer.writeBytesField(2, Buffer.from(span.spanId, 'hex'));
  if (span.traceState !== undefined) writer.writeStringField(3, span.traceState);
  if (span.parentSpanId !== undefined) writer.writeBytesField(4, Buffer.from(span.parentSpanId, 'hex'));
  writer.writeStringField(5, span.name);
  writer.writeVarintField(6, span.kind);
  writeTime(7, span.startMs, writer);
  writeTime(8, span.endMs, writer);
  writeAttributesAt(9)(span.attributes, writer);
  const exception = exceptionOf(span);
  if (exception) writer.writeMessage(11, writeEvent, exception);
  if (span.failure) writer.writeMessage(15, writeStatus, span.failure.message);
}

function writeEvent({ timeMs, attributes }: NonNullable<ReturnType<typeof exceptionOf>>, writer: PbfWriter): void {
  writeTime(1, timeMs, writer);
  writer.writeStringField(2, 'exception');
  writeAttributesAt(3)(attributes, writer);
}

function writeStatus(message: string, writer: PbfWriter): void {
  writer.writeStringField(2, message);
  writer.writeVarintField(3, ERROR);
}

/** A `fixed64`, which the library takes as a number only, in which nanoseconds lose their last digits. */
function writeTime(field: number, milliseconds: number, writer: PbfWriter): void {
  const time = nanoseconds(milliseconds);
  writer.writeTag(field, FIXED64);
  writer.writeFixed32(Number(time & 0xffff_ffffn));
  writer.writeFixed32(Number(time >> 32n));
}

/** Of protobuf's wire types. */
const FIXED64 = 1;

function writeAttributesAt(field: number): (attributes: Attributes, writer: PbfWriter) => void {
  return (attributes, writer) => {
    for (const pair of knownOf(attributes)) writer.writeMessage(field, writePair, pair);
  };
}

function writePair([name, value]: readonly [string, AttributeValue], writer: PbfWriter): void {
  writer.writeStringField(1, name);
  writer.writeMessage(2, writeValue, value);
}

function writeValue(value: AttributeValue, writer: PbfWriter): void {
  if (typeof value === 'string') writer.writeStringField(1, value);
  else if (typeof value === 'boolean') writer.writeBooleanField(2, value);
  else if (typeof value !== 'number') writer.writeMessage(5, writeList, value);
  else if (Number.isSafeInteger(value)) writer.writeVarintField(3, value);
  else writer.writeDoubleField(4, value);
}

function writeList(values: readonly string[], writer: PbfWriter): void {
  for (const value of values) writer.writeMessage(1, writeValue, value);
}
