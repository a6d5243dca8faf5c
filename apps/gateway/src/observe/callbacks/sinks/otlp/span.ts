/** What an attribute may be; what is not known is left out. */
export type AttributeValue = string | number | boolean | readonly string[];

export type Attributes = Readonly<Record<string, AttributeValue | null | undefined>>;

/** `SpanKind` of OpenTelemetry's protocol. */
export const kinds = { internal: 1, server: 2, client: 3 } as const;

/** One piece of work of a trace, in OpenTelemetry's terms. Times are milliseconds since 1970. */
export interface Span {
  /** 32 hexadecimal digits. */
  readonly traceId: string;
  /** 16 hexadecimal digits. */
  readonly spanId: string;
  readonly parentSpanId: string | undefined;
  readonly traceState: string | undefined;
  readonly name: string;
  readonly kind: (typeof kinds)[keyof typeof kinds];
  readonly startMs: number;
  readonly endMs: number;
  readonly attributes: Attributes;
  /** Why it failed; nothing where it went well. */
  readonly failure: SpanFailure | undefined;
}

export interface SpanFailure {
  readonly type: string;
  readonly message: string;
}

/** Those that are known. */
export function knownOf(attributes: Attributes): readonly (readonly [name: string, value: AttributeValue])[] {
  return Object.entries(attributes).flatMap(([name, value]) =>
    value === undefined || value === null || value === '' ? [] : [[name, value] as const],
  );
}

/** `StatusCode` of the protocol. */
export const ERROR = 2;

/** What spans call the failure that ended them, by the conventions for exceptions (semconv 1.42). */
export function exceptionOf({
  failure,
  endMs,
}: Span): { readonly timeMs: number; readonly attributes: Attributes } | undefined {
  if (!failure) return undefined;
  return { timeMs: endMs, attributes: { 'exception.type': failure.type, 'exception.message': failure.message } };
}

/** A time of the protocol; milliseconds have more digits than a number can hold as nanoseconds. */
export function nanoseconds(milliseconds: number): bigint {
  return BigInt(Math.round(milliseconds * 1000)) * 1000n;
}

/** Who tells of spans. */
export const SCOPE = 'litellm';
